/** The picture: bands, links and cards in one drawing, kept by key, so that nothing jumps (hình vẽ). */
import { el, svg } from "../dom";
import { t } from "../messages";
import type { Card, Link, Scene, Vocabulary } from "../types";
import { drawArrows } from "./arrows";
import { drawBands } from "./bands";
import { Camera } from "./camera";
import { badge, drawCard } from "./card";
import { neighbour, rove, type Direction } from "./focus";
import { listen } from "./gestures";
import { Minimap } from "./minimap";
import { Wires, type Emphasis, type Standing } from "./wires";

/** What a reader does to the picture. */
export interface PictureEvents {
  select(id: string, shift: boolean): void;
  open(id: string): void;
  pin(id: string, x: number, y: number): void;
  link(id: string): void;
  nothing(): void;
}

const NONE: Emphasis = { selected: "", steps: new Map(), links: new Set() };

/** The drawing and all that is in it (hình vẽ). */
export class Picture {
  readonly element = el("div", { class: "picture" });
  readonly camera: Camera;
  readonly minimap: Minimap;
  private readonly drawing = svg("svg", { class: "drawing", role: "group", "aria-label": t("stage.label") });
  private readonly defs = svg("defs");
  private readonly strips = svg("g");
  private readonly names = svg("g", { "aria-hidden": "true" });
  private readonly world = svg("g", { class: "world" });
  private readonly cardLayer = svg("g", { class: "cards" });
  private readonly groups = new Map<string, SVGGElement>();
  private readonly wires: Wires;
  private readonly written = new Map<string, string>();
  private cards = new Map<string, Card>();
  private home = new Map<string, Card>();
  private emphasis = NONE;

  constructor(
    words: Vocabulary,
    private readonly events: PictureEvents,
  ) {
    drawArrows(this.defs, words.edges);
    this.wires = new Wires(
      words,
      (id) => this.standing(id),
      (id) => this.events.link(id),
    );
    this.world.append(this.wires.layer, this.cardLayer, this.wires.labels);
    this.drawing.append(this.defs, this.strips, this.world, this.names);
    this.element.append(this.drawing);
    this.camera = new Camera(this.drawing, this.world, this.strips, this.names);
    this.minimap = new Minimap((x, y) => this.camera.centre(x, y, false));
    this.camera.onMove = (view) => this.minimap.show(view);
    this.listen();
  }

  /** Draws what is visible of a scene; cards that stay keep their element and glide to their place. */
  draw(scene: Scene, cards: Card[], links: Link[]): void {
    this.home = new Map(scene.cards.map((card) => [card.id, card]));
    this.cards = new Map(cards.map((card) => [card.id, { ...card }]));
    drawBands(this.strips, this.names, scene.bands);
    this.camera.bands = scene.bands;
    this.keepCards();
    for (const card of this.cards.values()) this.write(card);
    this.wires.keep(links);
    this.emphasise(this.emphasis);
    this.minimap.draw(cards, this.extent());
    this.camera.place();
  }

  /** Shows what is selected and which chain is lit; changes classes only, so a double click survives. */
  emphasise(emphasis: Emphasis): void {
    this.emphasis = emphasis;
    this.showEmphasis();
    rove(this.groups, emphasis.selected);
  }

  /** Fits everything on the stage. */
  fit(smooth = true): void {
    this.camera.fit(this.extent(), smooth);
  }

  /** The first look at a new scene: all of it, or as much as can be read of a card and what it rests on. */
  frame(id: string, bases: string[]): void {
    this.fit(false);
    const card = this.cards.get(id);
    if (!card) return;
    const about = [card, ...bases.flatMap((base) => this.cards.get(base) ?? [])];
    this.camera.near(this.extent([card]), this.extent(about), this.extent());
  }

  /** Brings a card near the middle and gives it the focus. */
  visit(id: string): void {
    const card = this.cards.get(id);
    if (!card) return;
    this.camera.approach(this.extent([card]), this.extent());
    this.focus(id);
  }

  /** Gives the keyboard's focus to a card. */
  focus(id: string): void {
    rove(this.groups, id);
    this.groups.get(id)?.focus({ preventScroll: true });
  }

  /** The card that has the focus; "" when none has. */
  focused(): string {
    return (document.activeElement as SVGElement | null)?.closest<SVGGElement>(".card")?.dataset.id ?? "";
  }

  /** Moves the focus to the next card in a direction, and the picture with it where it must. */
  step(direction: Direction): void {
    const from = this.cards.get(this.focused());
    const next = from
      ? neighbour([...this.cards.values()], from, direction)
      : this.cards.values().next().value;
    if (!next) return;
    this.focus(next.id);
    this.reveal(next.id, 0);
  }

  /** Moves just so far that a card can be seen above a sheet of this height. */
  reveal(id: string, covered: number): void {
    const card = this.cards.get(id);
    if (card) this.camera.reveal({ x: card.x, y: card.y, width: card.w, height: card.h }, covered);
  }

  /** Where a card stands now. */
  where(id: string): Card | undefined {
    return this.cards.get(id);
  }

  /** Brings a whole chain onto the stage. */
  show(ids: string[]): void {
    this.camera.show(this.extent(ids.flatMap((id) => this.cards.get(id) ?? [])));
  }

  /** The box around all cards, or around some. */
  extent(cards = [...this.cards.values()]): { x: number; y: number; width: number; height: number } {
    if (!cards.length) return { x: 0, y: 0, width: 1, height: 1 };
    const x = Math.min(...cards.map((card) => card.x));
    const y = Math.min(...cards.map((card) => card.y));
    const right = Math.max(...cards.map((card) => card.x + card.w));
    const bottom = Math.max(...cards.map((card) => card.y + card.h));
    return { x, y, width: right - x, height: bottom - y };
  }

  /** The drawing itself, for downloads. */
  get drawn(): SVGSVGElement {
    return this.drawing;
  }

  private listen(): void {
    let start: Card | undefined;
    listen(this.cardLayer, () => this.camera.scale, {
      click: (id, shift) => this.events.select(id, shift),
      open: (id) => this.events.open(id),
      drag: (id, dx, dy) => {
        if (start?.id !== id) start = { ...this.cards.get(id)! };
        this.move(id, start.x + dx, start.y + dy);
      },
      drop: (id) => {
        start = undefined;
        const card = this.cards.get(id);
        this.groups.get(id)?.classList.remove("dragged");
        if (card) this.events.pin(id, card.x, card.y);
      },
    });
    this.drawing.addEventListener("click", (event) => {
      if (event.target === this.drawing || (event.target as Element).closest(".band")) this.events.nothing();
    });
  }

  private move(id: string, x: number, y: number): void {
    const card = this.cards.get(id);
    if (!card) return;
    Object.assign(card, { x, y });
    this.groups.get(id)!.classList.add("dragged");
    this.put(card);
    this.wires.follow(id);
  }

  private newCard(id: string): SVGGElement {
    const group = svg("g", { "data-id": id, role: "button", tabindex: "-1" });
    this.cardLayer.append(group);
    return group;
  }

  private write(card: Card): void {
    const group = this.groups.get(card.id)!;
    const words = JSON.stringify([
      card.label,
      card.title,
      card.subtitle,
      card.badge,
      card.warnings,
      card.cited,
      document.documentElement.lang,
    ]);
    if (this.written.get(card.id) !== words) drawCard(group, card);
    this.written.set(card.id, words);
    this.put(card);
  }

  private put(card: Card): void {
    this.groups.get(card.id)!.style.setProperty("transform", `translate(${card.x}px, ${card.y}px)`);
  }

  private standing(id: string): Standing {
    const card = this.cards.get(id)!;
    const home = this.home.get(id);
    return { card, home: !!home && Math.abs(home.x - card.x) < 0.5 && Math.abs(home.y - card.y) < 0.5 };
  }

  private showEmphasis(): void {
    const { selected, steps } = this.emphasis;
    this.drawing.classList.toggle("path", steps.size > 0);
    for (const [id, group] of this.groups) {
      group.classList.toggle("selected", id === selected);
      group.classList.toggle("lit", steps.has(id));
      group.setAttribute("aria-pressed", String(id === selected));
      badge(group, steps.get(id));
    }
    this.wires.show(this.emphasis);
  }

  private keepCards(): void {
    for (const [id, group] of this.groups) {
      if (this.cards.has(id)) continue;
      group.remove();
      this.groups.delete(id);
      this.written.delete(id);
    }
    for (const id of this.cards.keys()) if (!this.groups.has(id)) this.groups.set(id, this.newCard(id));
  }
}
