/** What a hand does to a card: a click, a double click, a drag; by delegation, so that redrawing is free. */

/** What a gesture means. */
export interface Gestures {
  click(id: string, shift: boolean): void;
  open(id: string): void;
  drag(id: string, dx: number, dy: number): void;
  drop(id: string): void;
}

interface Press {
  id: string;
  x: number;
  y: number;
  moved: boolean;
}

const SLACK = 4; // px before a press becomes a drag

/** Listens on the layer of the cards; `scale` is the zoom of the moment. */
export function listen(layer: SVGGElement, scale: () => number, gestures: Gestures): void {
  let press: Press | null = null;

  layer.addEventListener("pointerdown", (event) => {
    const id = cardAt(event);
    // a finger moves the picture, a mouse moves the card
    const holds = id && event.button === 0 && event.pointerType === "mouse";
    press = holds ? { id, x: event.clientX, y: event.clientY, moved: false } : null;
  });
  document.addEventListener("pointermove", (event) => {
    if (!press || !event.buttons) return;
    const [dx, dy] = [event.clientX - press.x, event.clientY - press.y];
    press.moved ||= Math.hypot(dx, dy) > SLACK;
    if (press.moved) gestures.drag(press.id, dx / scale(), dy / scale());
  });
  layer.addEventListener("click", (event) => {
    const id = cardAt(event);
    const dropped = press?.moved ? press.id : "";
    press = null;
    if (dropped) gestures.drop(dropped);
    else if (id) gestures.click(id, event.shiftKey);
  });
  layer.addEventListener("dblclick", (event) => {
    const id = cardAt(event);
    if (id) gestures.open(id);
  });
}

/** The id of the card under an event; "" beside all cards. */
export function cardAt(event: Event): string {
  const card = event.target instanceof Element ? event.target.closest<SVGGElement>(".card") : null;
  return card?.dataset.id ?? "";
}
