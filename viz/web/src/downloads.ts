/** The picture as a file: SVG with its font inside, PNG of it, or the offline page of the server (tải về). */
import { exportAddress } from "./api";
import { el } from "./dom";
import { menu } from "./dialogs";
import { t } from "./messages";
import type { Picture } from "./picture/picture";
import { sceneQuery, type State } from "./state";
import { isDark } from "./theme";

const STYLED = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "display",
  "visibility",
  "paint-order",
];
const PAD = 36;
const SHARP = 2; // pixels of the PNG for each of the picture
const LARGEST = 8000; // px: beyond this, browsers draw nothing

/** The menu of downloads under its button. */
export function downloadMenu(opener: HTMLElement, picture: Picture, state: State, title: string): void {
  const name = title.replace(/[^\p{L}\p{N}.-]+/gu, "-") || "can-cu";
  menu(opener, [
    [t("download.png"), () => void savePng(picture, name)],
    [t("download.svg"), () => void saveSvg(picture, name)],
    [t("download.html"), () => saveHtml(state)],
  ]);
}

/** Saves the whole picture, not only what is on the screen. */
export async function saveSvg(picture: Picture, name: string): Promise<void> {
  save(new Blob([await drawn(picture)], { type: "image/svg+xml" }), `${name}.svg`);
}

/** Saves the same as an image. */
export async function savePng(picture: Picture, name: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([await drawn(picture)], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const scale = Math.min(SHARP, LARGEST / Math.max(image.width, image.height));
  const canvas = el("canvas", {
    width: Math.round(image.width * scale),
    height: Math.round(image.height * scale),
  });
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (blob) save(blob, `${name}.png`);
}

/** Saves the standalone page that the server makes of this state. */
export function saveHtml(state: State): void {
  const query = sceneQuery(state);
  query.set("theme", isDark(state) ? "dark" : "light");
  if (state.hide.length) query.set("hide", state.hide.join(","));
  el("a", { href: exportAddress(query), download: "" }).click();
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// the drawing as it looks now, at 100 %, with every style on the element itself
async function drawn(picture: Picture): Promise<string> {
  const box = picture.extent();
  const copy = picture.drawn.cloneNode(true) as SVGSVGElement;
  inline(picture.drawn, copy);
  const world = copy.querySelector(".world")!;
  world.removeAttribute("transform");
  for (const leave of copy.querySelectorAll(".band, .band-name, .hit, .halo[display=none]")) leave.remove();
  const [width, height] = [box.width + 2 * PAD, box.height + 2 * PAD];
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `${box.x - PAD} ${box.y - PAD} ${width} ${height}`,
    width,
    height,
  };
  for (const [key, value] of Object.entries(attributes)) copy.setAttribute(key, String(value));
  copy.prepend(background(box.x - PAD, box.y - PAD, width, height));
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = await fontFaces();
  copy.prepend(style);
  return new XMLSerializer().serializeToString(copy);
}

function inline(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of STYLED) {
    const value = style.getPropertyValue(name);
    if (value && value !== "auto" && value !== "normal") to.setAttribute(name, value);
  }
  const place = (from as SVGElement).style?.transform;
  if (place) to.setAttribute("transform", place.replaceAll("px", ""));
  for (const name of ["style", "tabindex", "aria-pressed"]) to.removeAttribute(name);
  for (const [at, child] of [...from.children].entries()) inline(child, to.children[at]!);
}

function background(x: number, y: number, width: number, height: number): SVGRectElement {
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  const fill = getComputedStyle(document.body).backgroundColor;
  for (const [key, value] of Object.entries({ x, y, width, height, fill }))
    rect.setAttribute(key, String(value));
  return rect;
}

// an image may fetch nothing: the font goes into the file
async function fontFaces(): Promise<string> {
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule);
  const faces = await Promise.all(rules.map(face));
  return faces.join("\n");
}

async function face(rule: CSSFontFaceRule): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(rule.cssText)?.[1];
  if (!address) return "";
  const sheet = rule.parentStyleSheet?.href ?? location.href;
  const blob = await (await fetch(new URL(address, sheet))).blob();
  const data = await new Promise<string>((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.readAsDataURL(blob);
  });
  return rule.cssText.replace(/url\([^)]*\)/, `url(${data})`);
}
