/** Where one looks from: zoom and pan of the drawing, fit, centre, reveal (khung nhìn). */
import { select } from "d3-selection";
import "d3-transition";
import { zoom, zoomIdentity, zoomTransform, type ZoomTransform } from "d3-zoom";
import type { Band } from "../types";
import { placeBands } from "./bands";
import { cardAt } from "./gestures";
import type { Box } from "./minimap";

const EXTENT: [number, number] = [0.08, 3];
const ROOM = { top: 80, bottom: 110, side: 22 };
const NARROW = { top: 72, bottom: 76, side: 12 };
const NARROW_STAGE = 700; // px
const READABLE = 0.58; // below this the words on a phone cannot be read
const LEGIBLE = 0.8; // the same for the first look on a desk
const LARGE = 0.85; // on a phone the picture fills the height and runs over at the sides
const FAR = 0.4; // below this only the shapes are drawn

/** Zoom and pan of a drawing (khung nhìn). */
export class Camera {
  bands: Band[] = [];
  onMove: (view: Box) => void = () => {};
  onScale: (scale: number) => void = () => {};
  private readonly behaviour = zoom<SVGSVGElement, unknown>().scaleExtent(EXTENT).clickDistance(4);
  private fitted: Box | null = null;

  constructor(
    private readonly drawing: SVGSVGElement,
    private readonly world: SVGGElement,
    private readonly strips: SVGGElement,
    private readonly names: SVGGElement,
  ) {
    // the mouse drags cards itself; a wheel or a finger on a card still moves the picture
    this.behaviour
      .filter((event: MouseEvent) => !(event.type === "mousedown" && cardAt(event)) && !event.button)
      .on("start", () => this.world.classList.add("moving"))
      .on("end", () => this.world.classList.remove("moving"))
      .on("zoom", (event: { transform: ZoomTransform; sourceEvent: unknown }) => this.moved(event));
    select(drawing).call(this.behaviour).on("dblclick.zoom", null);
    new ResizeObserver(() => this.resized()).observe(drawing);
  }

  /** The zoom of the moment; 1 is 100 %. */
  get scale(): number {
    return zoomTransform(this.drawing).k;
  }

  /** Shows all of the box, as large as it may be; on a narrow screen not smaller than can be read. */
  fit(box: Box, smooth: boolean): void {
    const { clientWidth: width, clientHeight: height } = this.drawing;
    if (!width || !height) return;
    const narrow = width < NARROW_STAGE;
    const room = narrow ? NARROW : ROOM;
    const [wide, high] = [width - 2 * room.side, height - room.top - room.bottom];
    const whole = Math.min(wide / box.width, high / box.height, 1.15);
    const k = narrow
      ? Math.max(whole, READABLE, Math.min(high / box.height, LARGE))
      : Math.max(whole, EXTENT[0]);
    const x =
      box.width * k <= wide
        ? (width - box.width * k) / 2 - box.x * k
        : room.side - box.x * k - (box.width * k - wide) / 2;
    const y = room.top + Math.max(0, (high - box.height * k) / 2) - box.y * k;
    this.go(zoomIdentity.translate(x, y).scale(k), smooth);
    this.fitted = box;
  }

  /** Puts a point of the picture in the middle of the stage. */
  centre(x: number, y: number, smooth: boolean): void {
    const { clientWidth: width, clientHeight: height } = this.drawing;
    const k = Math.max(this.scale, READABLE);
    this.go(zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k), smooth);
  }

  /** Brings a card as near to the middle as leaves no part of the stage empty beside the box. */
  approach(card: Box, box: Box): void {
    const { clientWidth: width, clientHeight: height } = this.drawing;
    const room = width < NARROW_STAGE ? NARROW : ROOM;
    const k = Math.max(this.scale, READABLE);
    const [x, y] = [card.x + card.width / 2, card.y + card.height / 2];
    const left = within(width / 2 - x * k, box.x * k, box.width * k, room.side, width - room.side);
    const top = within(height / 2 - y * k, box.y * k, box.height * k, room.top, height - room.bottom);
    this.go(zoomIdentity.translate(left, top).scale(k), true);
  }

  /** Whether the picture stands as it was last fitted, untouched by hand. */
  get untouched(): boolean {
    return this.fitted !== null;
  }

  /** Moves just so far that the box is on the stage, `covered` px of which lie under a sheet. */
  reveal(box: Box, covered = 0): void {
    const { x, y, k } = zoomTransform(this.drawing);
    const { clientWidth: width, clientHeight: height } = this.drawing;
    const [left, top] = [box.x * k + x, box.y * k + y];
    const dx = shift(left, left + box.width * k, 16, width - 16);
    const dy = shift(top, top + box.height * k, 60, height - Math.max(60, covered + 16));
    if (dx || dy) this.go(zoomIdentity.translate(x + dx, y + dy).scale(k), true);
  }

  /**
   * Comes near enough to read, where the whole box is too large for that: the card low on the stage with
   * what stands above it, and all of `about` where its height allows.
   */
  near(card: Box, about: Box, box: Box): void {
    const { clientWidth: width, clientHeight: height } = this.drawing;
    const narrow = width < NARROW_STAGE;
    if (this.scale >= LEGIBLE && !narrow) return;
    const k = Math.max(this.scale, narrow ? READABLE : LEGIBLE);
    this.fitted = null;
    const room = narrow ? NARROW : ROOM;
    const high = height - room.top - room.bottom;
    const whole = about.height * k <= high;
    const x = card.x + card.width / 2;
    const y = narrow ? card.y + card.height / 2 - height / 2 / k : card.y + card.height - (height - room.bottom) / k;
    const above = !narrow && whole ? about.y - room.top / k : y;
    const left = within(width / 2 - x * k, box.x * k, box.width * k, room.side, width - room.side);
    const top = within(-above * k, box.y * k, box.height * k, room.top, height - room.bottom);
    this.go(zoomIdentity.translate(left, top).scale(k), false);
  }

  /** Shows the box where it is not on the stage yet. */
  show(box: Box): void {
    const { x, y, k } = zoomTransform(this.drawing);
    const { clientWidth: width, clientHeight: height } = this.drawing;
    const [left, top] = [box.x * k + x, box.y * k + y];
    const seen =
      left >= 0 &&
      top >= ROOM.top - 30 &&
      left + box.width * k <= width &&
      top + box.height * k <= height - 40;
    if (!seen) this.fit(box, true);
    if (!seen) this.fitted = null;
  }

  /** Zooms by a factor about the middle of the stage. */
  zoomBy(factor: number): void {
    select(this.drawing)
      .transition()
      .duration(calm() ? 0 : 160)
      .call(this.behaviour.scaleBy, factor);
  }

  /** Puts everything where the camera says; after a new drawing. */
  place(): void {
    this.moved({ transform: zoomTransform(this.drawing), sourceEvent: null });
  }

  private go(transform: ZoomTransform, smooth: boolean): void {
    const drawing = select(this.drawing);
    if (smooth && !calm()) drawing.transition().duration(320).call(this.behaviour.transform, transform);
    else drawing.interrupt().call(this.behaviour.transform, transform);
  }

  private moved({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }): void {
    if (sourceEvent) this.fitted = null;
    const { clientWidth: width, clientHeight: height } = this.drawing;
    const { x, y, k } = transform;
    this.world.setAttribute("transform", transform.toString());
    this.world.classList.toggle("far", k < FAR);
    placeBands(this.strips, this.names, this.bands, transform, width);
    this.onMove({ x: -x / k, y: -y / k, width: width / k, height: height / k });
    this.onScale(k);
  }

  // a picture that was fitted stays fitted when the stage changes its size
  private resized(): void {
    if (this.fitted) this.fit(this.fitted, false);
    else this.place();
  }
}

// the nearest shift that leaves no empty edge; a box smaller than the room stands in its middle
function within(wanted: number, start: number, size: number, low: number, high: number): number {
  if (size <= high - low) return (low + high - size) / 2 - start;
  return Math.min(low - start, Math.max(high - start - size, wanted));
}

function shift(low: number, high: number, least: number, most: number): number {
  if (low < least) return least - low;
  return high > most ? most - high : 0;
}

function calm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
