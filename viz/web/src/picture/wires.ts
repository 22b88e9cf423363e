/** The links of the picture: kept by key, routed between the cards, named when lit or pointed at. */
import { svg } from "../dom";
import type { Card, Link, Vocabulary } from "../types";
import { relationWord } from "../words";
import { drawLabels, type Label } from "./labels";
import { detour, drawLink, linkAt, route } from "./link";

/** What is chosen and what is lit; the rest of the picture stands back. */
export interface Emphasis {
  selected: string;
  steps: ReadonlyMap<string, number>;
  links: ReadonlySet<string>;
}

/** Where a card stands now, and whether the server put it there. */
export interface Standing {
  card: Card;
  home: boolean;
}

/** The links between the cards (các quan hệ). */
export class Wires {
  readonly layer = svg("g", { class: "links", "aria-hidden": "true" });
  readonly labels = svg("g", { class: "labels", "aria-hidden": "true" });
  private readonly groups = new Map<string, SVGGElement>();
  private readonly routed = new Map<string, string>();
  private links: Link[] = [];
  private hovered = "";
  private emphasis: Emphasis = { selected: "", steps: new Map(), links: new Set() };

  constructor(
    private readonly words: Vocabulary,
    private readonly standing: (id: string) => Standing,
    chosen: (id: string) => void,
  ) {
    this.layer.addEventListener("click", (event) => chosen(linkAt(event)));
    this.layer.addEventListener("pointerover", (event) => this.hover(linkAt(event)));
    this.layer.addEventListener("pointerout", () => this.hover(""));
  }

  /** Keeps exactly these links. */
  keep(links: Link[]): void {
    this.links = links;
    const wanted = new Set(links.map((link) => link.id));
    for (const [id, group] of this.groups) {
      if (wanted.has(id)) continue;
      group.remove();
      this.groups.delete(id);
      this.routed.delete(id);
    }
    for (const link of links) if (!this.groups.has(link.id)) this.add(link);
  }

  /** Routes the links of one card again, which has been moved. */
  follow(id: string): void {
    for (const link of this.links) if (link.from === id || link.to === id) this.route(link);
  }

  /** Shows which links are lit and which touch the selection. */
  show(emphasis: Emphasis): void {
    this.emphasis = emphasis;
    const { selected, links } = emphasis;
    for (const link of this.links) {
      const group = this.groups.get(link.id)!;
      const lit = links.has(link.id);
      const near = !!selected && [link.from, link.to, link.id].includes(selected);
      group.classList.toggle("lit", lit);
      group.classList.toggle("near", near && !lit);
      if (lit) this.layer.append(group);
      this.route(link);
    }
    this.name();
  }

  private add(link: Link): void {
    const group = drawLink(
      link,
      this.words.edges.find((word) => word.kind === link.kind),
    );
    this.groups.set(link.id, group);
    this.layer.append(group);
  }

  // a link keeps the server's way while both its cards stand where the server put them
  private route(link: Link): void {
    const [from, to] = [this.standing(link.from), this.standing(link.to)];
    const way = from.home && to.home ? link.path : detour(from.card, to.card);
    const backwards = link.kind === "assigns" && from.card.kind === "document";
    const lit = this.emphasis.links.has(link.id);
    const key = `${lit}${backwards}${way}`;
    if (this.routed.get(link.id) === key) return;
    this.routed.set(link.id, key);
    route(this.groups.get(link.id)!, way, backwards, lit);
  }

  private hover(id: string): void {
    if (id === this.hovered) return;
    this.groups.get(this.hovered)?.classList.remove("hovered");
    this.groups.get(id)?.classList.add("hovered");
    this.hovered = id;
    this.name();
  }

  private name(): void {
    const { selected, links } = this.emphasis;
    const named = this.links.filter(
      (link) => links.has(link.id) || link.id === this.hovered || link.id === selected,
    );
    drawLabels(
      this.labels,
      named.map((link) => this.labelOf(link)),
    );
  }

  private labelOf(link: Link): Label {
    const [from, to] = [this.standing(link.from), this.standing(link.to)];
    const at = from.home && to.home ? link.label : between(from.card, to.card);
    const word = relationWord(this.words, link.kind);
    const words = link.count > 1 ? `${word} · ${link.count}` : word;
    return { ...at, words, lit: this.emphasis.links.has(link.id), kind: link.kind };
  }
}

function between(one: Card, other: Card): { x: number; y: number } {
  return {
    x: (one.x + one.w / 2 + other.x + other.w / 2) / 2,
    y: (one.y + one.h / 2 + other.y + other.h / 2) / 2,
  };
}
