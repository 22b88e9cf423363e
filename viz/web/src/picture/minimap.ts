/** The whole picture, small, with the part that is on the screen; a press goes there (bản đồ thu nhỏ). */
import { fill, set, svg } from "../dom";
import { t } from "../messages";
import type { Card } from "../types";
import { colourOf } from "./card";

/** A part of the picture. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const PAD = 20;

/** The small picture in the corner (bản đồ thu nhỏ). */
export class Minimap {
  readonly element = svg("svg", { class: "minimap", role: "img", "aria-label": t("stage.map") });
  private readonly blocks = svg("g");
  private readonly frame = svg("rect", { class: "frame" });
  private box: Box = { x: 0, y: 0, width: 1, height: 1 };

  constructor(private readonly goTo: (x: number, y: number) => void) {
    this.element.append(this.blocks, this.frame);
    const go = (event: PointerEvent) => void (event.buttons && this.press(event));
    this.element.addEventListener("pointerdown", go);
    this.element.addEventListener("pointermove", go);
  }

  /** Draws the cards as blocks of their colour. */
  draw(cards: Card[], box: Box): void {
    this.box = { x: box.x - PAD, y: box.y - PAD, width: box.width + 2 * PAD, height: box.height + 2 * PAD };
    this.element.setAttribute("viewBox", Object.values(this.box).join(" "));
    fill(this.blocks, ...cards.map(block));
  }

  /** Shows which part is on the screen. */
  show(view: Box): void {
    const { x, y, width, height } = this.box;
    const left = Math.max(view.x, x);
    const top = Math.max(view.y, y);
    set(this.frame, {
      x: left,
      y: top,
      rx: height / 60,
      "stroke-width": height / 46,
      width: Math.max(0, Math.min(view.x + view.width, x + width) - left),
      height: Math.max(0, Math.min(view.y + view.height, y + height) - top),
    });
  }

  private press(event: PointerEvent): void {
    const inverse = this.element.getScreenCTM()?.inverse();
    if (!inverse) return;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(inverse);
    this.goTo(point.x, point.y);
  }
}

function block(card: Card): SVGElement {
  const rect = svg("rect", { class: "tile", x: card.x, y: card.y, width: card.w, height: card.h, rx: 6 });
  rect.style.setProperty("--c", colourOf(card));
  return rect;
}
