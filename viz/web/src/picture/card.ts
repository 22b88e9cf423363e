/** Draws one card: a document, a task, a group of tasks or a unit (thẻ). */
import { fill, svg, type Child } from "../dom";
import { t } from "../messages";
import { cut, shrink, width, wrap } from "../measure";
import type { Card } from "../types";

const LABEL = 13;
const TITLE = 11.8;
const SMALL = 11.3;

/** Writes the card into its group: ground, words, badge, warning. */
export function drawCard(group: SVGGElement, card: Card): void {
  group.setAttribute("class", `card ${card.kind}${card.cited ? " cited" : ""}${card.draft ? " draft" : ""}`);
  group.setAttribute("aria-label", cardName(card));
  group.style.setProperty("--c", colourOf(card));
  fill(group, ...ground(card), ...words(card), card.warnings > 0 && warning(card), tip(card));
}

/** What a screen reader says of a card. */
export function cardName(card: Card): string {
  const kind = t(`kind.${card.kind}`);
  const parts = [`${kind} ${card.label}`, card.title, card.subtitle, card.badge];
  if (card.cited) parts.push(t("legend.cited"));
  if (card.draft) parts.push(t("legend.draft"));
  if (card.warnings > 0) parts.push(t("legend.warning"));
  return parts.filter(Boolean).join(". ");
}

/** The CSS colour of a card: its level's, or that of tasks and units. */
export function colourOf(card: Card): string {
  if (card.kind === "document") return `var(--level-${card.level || "other"}, var(--level-other))`;
  return card.kind === "unit" ? "var(--unit)" : "var(--task)";
}

/** The number of a card on a chain, at its corner; none takes it away. */
export function badge(group: SVGGElement, step: number | undefined): void {
  const present = group.querySelector(".step");
  if (present?.textContent === String(step ?? "")) return;
  present?.remove();
  if (step === undefined) return;
  group.append(
    svg(
      "g",
      { class: "step", "aria-hidden": "true" },
      svg("circle", { r: 10 }),
      svg("text", { y: 4, "text-anchor": "middle", "font-size": 11.5 }, step),
    ),
  );
}

function ground({ kind, w, h }: Card): SVGElement[] {
  const rx = kind === "unit" ? h / 2 : 9;
  return [
    svg("rect", { class: "halo", x: -4, y: -4, width: w + 8, height: h + 8, rx: rx + 4 }),
    svg("rect", { class: "shade", y: 1.5, width: w, height: h, rx }),
    svg("rect", { class: "ground", width: w, height: h, rx }),
  ];
}

function words(card: Card): SVGElement[] {
  if (card.kind === "document") return documentWords(card);
  if (card.kind === "unit") return unitWords(card);
  return card.kind === "group" ? groupWords(card) : taskWords(card);
}

function documentWords(card: Card): SVGElement[] {
  const room = card.w - 30;
  const size = shrink(card.label, room, LABEL, 10.2, 700);
  return [
    svg("rect", { class: "stripe", x: 8, y: 11, width: 3.5, height: card.h - 22, rx: 1.75 }),
    text("label", 19, 22, cut(card.label, room, size, 700), size),
    ...lines("title", 19, 38, wrap(card.title || card.subtitle, room, 2, TITLE), TITLE),
  ];
}

function groupWords(card: Card): SVGElement[] {
  const badge = card.badge || t("edge.tasks", { n: card.members?.length ?? 0 });
  const wide = 12 + badge.length * 5.7;
  return [
    text("small", 12, 20, cut(card.label, card.w - wide - 24, SMALL), SMALL),
    svg("rect", { class: "badge", x: card.w - wide - 7, y: 8, width: wide, height: 17, rx: 8.5 }),
    text("badge-text", card.w - 7 - wide / 2, 20, badge, 10.5, "middle"),
    ...lines("strong", 12, 38, wrap(card.title, card.w - 22, 2, TITLE, 600), TITLE),
  ];
}

function taskWords(card: Card): SVGElement[] {
  const room = card.w - 22;
  const both = width(card.label, SMALL, 600) + width(card.subtitle, SMALL) + 8 <= room;
  return [
    text("small", 12, 19, cut(card.label, room, SMALL, 600), SMALL),
    text("when", card.w - 10, 19, both ? card.subtitle : "", 10.5, "end"),
    ...lines("title", 12, 36, wrap(card.title, room, 2, TITLE), TITLE),
  ];
}

function unitWords(card: Card): SVGElement[] {
  const room = card.w - 30;
  const middle = card.w / 2;
  const name = wrap(ownName(card.label), room, card.subtitle ? 2 : 3, 11.6, 600);
  const top = card.h / 2 + 4 - (name.length - 1 + (card.subtitle ? 1 : 0)) * 7;
  return [
    ...lines("strong", middle, top, name, 11.6, "middle"),
    text("small", middle, top + name.length * 14, counts(card.subtitle, card.w - 24), 10.6, "middle"),
  ];
}

// "4 chủ trì · 1 thực hiện · 3 phối hợp": roles that find no room are counted together, no number is cut
function counts(roles: string, room: number): string {
  const parts = roles.split(" · ");
  for (let kept = parts.length; kept > 0; kept -= 1) {
    const rest = parts.slice(kept).reduce((sum, part) => sum + Number.parseInt(part, 10), 0);
    const said = [...parts.slice(0, kept), ...(rest ? [t("card.others", { n: rest })] : [])].join(" · ");
    if (width(said, 10.6) <= room) return said;
  }
  return cut(roles, room, 10.6);
}

// "Phòng A, Sở B": what stands after the comma with a capital is the body it belongs to
function ownName(name: string): string {
  return /^(.{8,}?), \p{Lu}/u.exec(name)?.[1] ?? name;
}

function lines(
  kind: string,
  x: number,
  y: number,
  rows: string[],
  size: number,
  anchor = "start",
): SVGElement[] {
  return rows.map((row, at) => text(kind, x, y + at * 14, row, size, anchor));
}

function text(kind: string, x: number, y: number, words: Child, size: number, anchor = "start"): SVGElement {
  return svg(
    "text",
    { class: kind, x, y, "font-size": size, "text-anchor": anchor, "aria-hidden": "true" },
    words,
  );
}

function warning({ w }: Card): SVGElement {
  return svg(
    "g",
    { class: "warning", transform: `translate(${w - 3} 3)`, "aria-hidden": "true" },
    svg("circle", { r: 7.5 }),
    svg("text", { y: 4, "text-anchor": "middle", "font-size": 11 }, "!"),
  );
}

function tip(card: Card): SVGElement {
  return svg("title", {}, [card.label, card.title, card.subtitle].filter(Boolean).join("\n"));
}
