/** The right panel: a chain, a relation, a node, or where to begin; it asks the server for what it shows. */
import { asks, Failure } from "./api";
import type { Step } from "./chains";
import { el, fill } from "./dom";
import { either, t } from "./messages";
import type { Names } from "./names";
import { edgePanel } from "./panels/edge";
import { groupPanel, head, nodePanel, startPanel } from "./panels/node";
import { noPathPanel, pathPanel } from "./panels/path";
import { replyPanel } from "./panels/reply";
import type { Reader } from "./panels/reader";
import type { State } from "./state";
import type { Card, Scene, Shown } from "./types";
import { cardOf } from "./visible";

/** What the right side of the page shows (bảng chi tiết). */
export class Panel {
  readonly element = el("div", { class: "panel", tabindex: "-1" });
  private readonly known = new Map<string, Promise<Shown>>();
  private shownFor = "";
  private on = ""; // the day it was asked for
  private ticket = 0;

  constructor(
    private readonly reader: Reader,
    private readonly names: Names,
  ) {}

  /** Shows what the state has chosen in this scene. */
  async show(scene: Scene | null, steps: Step[] | null, state: State): Promise<void> {
    const ticket = ++this.ticket;
    const content = await this.content(scene, steps, state).catch((cause: unknown) => [
      failed(cause, state.sel),
    ]);
    if (ticket !== this.ticket) return;
    const key = state.path?.join("~") ?? (state.sel || state.ask);
    const same = key === this.shownFor;
    const top = same ? this.element.scrollTop : 0;
    this.shownFor = key;
    if (same) refill(this.element, content, state.on !== this.on);
    else fill(this.element, ...content);
    this.on = state.on;
    this.element.scrollTop = top;
  }

  /** Shows content that a page made. */
  put(content: HTMLElement[]): void {
    this.ticket += 1;
    this.shownFor = "";
    fill(this.element, ...content);
    this.element.scrollTop = 0;
  }

  /** The short name of a node: as its card has it, else as the server told it before. */
  nameOf(id: string, scene: Scene | null): string {
    const card = scene?.cards.find((one) => one.id === id);
    if (card)
      return card.kind === "group"
        ? card.title || card.label
        : card.kind === "task"
          ? `${card.label} ${card.title}`
          : card.label;
    return this.names.now(id);
  }

  /** Forgets all answers: the store has changed. */
  forget(): void {
    this.known.clear();
  }

  private async content(scene: Scene | null, steps: Step[] | null, state: State): Promise<HTMLElement[]> {
    if (state.ask && !state.sel && !state.path) return replyPanel(state.ask, this.reader);
    if (steps) return pathPanel(steps, this.reader);
    if (state.path) return noPathPanel(...state.path, this.reader);
    const link = scene?.links.find((one) => one.id === state.sel);
    if (link) return edgePanel(link, this.reader);
    const id = state.sel || (scene?.root ?? "");
    if (!id) return startPanel();
    const card = scene?.cards.find((one) => one.id === id);
    if (card?.kind === "group") return this.ofGroup(card, scene!, state);
    const shown = await this.ask(id);
    return nodePanel(
      shown,
      card ?? (scene ? cardOf(scene, id) : undefined),
      state,
      scene?.root ?? "",
      this.reader,
    );
  }

  private async ofGroup(card: Card, scene: Scene, state: State): Promise<HTMLElement[]> {
    const members = card.members ?? [];
    const document = scene.links.find((link) => link.kind === "assigns" && link.to === card.id)?.from;
    const told = document ? (await this.ask(document)).nodes : [];
    const byId = new Map(told.map((node) => [node.id, node]));
    const missing = members.filter((id) => !byId.has(id));
    for (const shown of await Promise.all(missing.map((id) => this.ask(id))))
      byId.set(shown.node.id, shown.node);
    return groupPanel(
      card,
      members.flatMap((id) => byId.get(id) ?? []),
      state,
      this.reader,
    );
  }

  private ask(id: string): Promise<Shown> {
    const before = this.known.get(id);
    if (before) return before;
    const answer = asks.node(id);
    this.known.set(id, answer);
    answer.then(
      ({ node, nodes }) => this.names.learn([node, ...nodes]),
      () => this.known.delete(id),
    );
    return answer;
  }
}

// what was opened stays open; with another day the keyboard stays at its field
function refill(panel: HTMLElement, content: HTMLElement[], otherDay: boolean): void {
  const open = new Set([...panel.querySelectorAll(".later[open]")].map((section) => section.className));
  const focused = otherDay && panel.contains(document.activeElement);
  fill(panel, ...content);
  for (const section of panel.querySelectorAll<HTMLDetailsElement>(".later"))
    section.open = open.has(section.className);
  if (focused) panel.querySelector<HTMLElement>(".on-day input")?.focus();
}

function failed(cause: unknown, id: string): HTMLElement {
  if (!(cause instanceof Failure)) throw cause;
  if (cause.status === 404) return head(t("node.start"), t("node.choose"), t("node.gone", { id }), null);
  return head(
    t("node.start"),
    t("node.choose"),
    either(cause.message, cause.english) || t("state.offline"),
    null,
  );
}
