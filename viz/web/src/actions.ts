/** What a reader can do: each is one change of the state, nothing else (thao tác). */
import { chainToTop } from "./chains";
import type { History } from "./history";
import type { State } from "./state";
import type { Card, Scene } from "./types";
import { cardOf } from "./visible";

const DOUBLE = 500; // ms: a click this near before a double click belongs to it
const START_AGAIN = { expand: [], add: [], hide: [], pin: {}, path: null, years: null } as const;

/** The actions on the state, for the scene that is on the screen; free to be handed on as listeners. */
export class Actions {
  private clicked = Number.NEGATIVE_INFINITY; // when the last selection was made

  constructor(
    private readonly history: History,
    private readonly scene: () => Scene | null,
  ) {}

  /** Selects a card or a relation (chọn). */
  select = (id: string): void => {
    if (this.state.sel === id) return;
    this.history.change({ sel: id });
    this.clicked = performance.now();
  };

  /** Asks a question in words; the answer takes the panel, nothing takes it away again (hỏi). */
  ask = (text: string): void => {
    const beside = this.state.view !== "findings" && this.state.view !== "compare";
    const view = beside ? this.state.view : "chain";
    this.history.change({ ask: text, view, sel: "", path: null });
  };

  /** Shows a node wherever it is: in this scene, in a folded group of it, or as the root of another. */
  go = (id: string): void => {
    const here = this.scene() && cardOf(this.scene()!, id);
    const { hide, expand } = this.state;
    if (!here) return this.root(id);
    const patch = { path: null, view: this.drawing, hide: hide.filter((one) => one !== here.id), sel: id };
    this.history.change(
      here.kind === "group" && here.id !== id ? { ...patch, expand: joined(expand, here.id) } : patch,
    );
  };

  /** Draws the picture around another node (lấy làm gốc). */
  root = (id: string): void => this.history.change({ ...START_AGAIN, view: this.drawing, root: id, sel: id });

  /** Opens a group, or what is around a node; again, folds it (mở, thu gọn). */
  open = (id: string): void => {
    const merge = performance.now() - this.clicked < DOUBLE;
    const group = this.card(id)?.kind === "group";
    if (!group && this.state.view !== "explore") {
      return this.history.change({ ...START_AGAIN, view: "explore", root: id, sel: id }, merge);
    }
    const list = group ? "expand" : "add";
    this.history.change({ [list]: toggled(this.state[list], id), sel: id, path: null }, merge);
  };

  /** Opens these groups as well. */
  openAll = (ids: string[]): void =>
    this.history.change({ expand: [...new Set([...this.state.expand, ...ids])] });

  /** Folds every group. */
  foldAll = (): void => this.history.change({ expand: [] });

  /** Lights the chain between two cards (tô chuỗi). */
  chain = (from: string, to: string): void => this.history.change({ path: [from, to], sel: to });

  /** Lights the chain to the highest basis; false when the card rests on nothing here. */
  trace = (id: string): boolean => {
    const end = this.scene() && chainToTop(this.scene()!, id)?.at(-1);
    if (end) this.history.change({ path: [id, end.card.id], sel: id });
    return !!end;
  };

  /** Keeps a card where it was put (ghim). */
  pin = (id: string, x: number, y: number): void =>
    this.history.change({ pin: { ...this.state.pin, [id]: [x, y] } });

  /** Lets a card go back to its place. */
  unpin = (id: string): void => {
    const { [id]: _, ...pin } = this.state.pin;
    this.history.change({ pin });
  };

  /** Takes a card out of the picture (ẩn). */
  hide = (id: string): void =>
    this.history.change({ hide: joined(this.state.hide, id), sel: "", path: null });

  /** Leaves only a card and its neighbours. */
  hideOthers = (id: string): void => {
    const scene = this.scene();
    if (!scene) return;
    const kept = new Set(
      scene.links.flatMap((link) => (link.from === id || link.to === id ? [link.from, link.to] : [])),
    );
    const others = scene.cards.filter((one) => one.id !== id && !kept.has(one.id));
    this.history.change({ hide: others.map((one) => one.id), path: null });
  };

  /** Brings all hidden cards back. */
  restore = (): void => this.history.change({ hide: [] });

  /** Switches a relation, a level or a kind off or on (lọc). */
  toggle = (name: string): void => this.history.change({ off: toggled(this.state.off, name) });

  /** Keeps only documents of these years. */
  years = (years: State["years"]): void => this.history.change({ years });

  /** Asks how documents stand on this day; "" is today (ngày hỏi). */
  on = (on: string): void => this.history.change({ on });

  /** Looks another way (cách xem). */
  view = (view: State["view"]): void =>
    this.history.change({ view, cell: "", path: view === "chain" ? this.state.path : null });

  /** Puts the chain out. */
  clearPath = (): void => this.history.change({ path: null });

  /** Steps back: first from the chain, then from the selection. */
  back = (): void => this.history.change(this.state.path ? { path: null } : { sel: "" });

  /** Chooses light or dark. */
  theme = (theme: State["theme"]): void => this.history.change({ theme }, true);

  /** Chooses the language. */
  lang = (lang: State["lang"]): void => this.history.change({ lang }, true);

  /** Chooses a year, a unit, a cell or a way to count of the workload. */
  work = (patch: Partial<Pick<State, "year" | "unit" | "cell" | "by" | "within" | "alone" | "collectives" | "threshold" | "role" | "attention">>): void =>
    this.history.change({ ...patch, sel: "" });

  /** Puts two documents side by side, or shows one kind of difference (so sánh). */
  compare = (patch: Partial<Pick<State, "a" | "b" | "cell">>): void =>
    this.history.change({ cell: "", ...patch, view: "compare", path: null });

  private get state(): State {
    return this.history.get();
  }

  private get drawing(): State["view"] {
    return this.state.view === "explore" ? "explore" : "chain";
  }

  private card(id: string): Card | undefined {
    return this.scene()?.cards.find((one) => one.id === id);
  }
}

function joined(list: readonly string[], id: string): string[] {
  return list.includes(id) ? [...list] : [...list, id];
}

function toggled(list: readonly string[], id: string): string[] {
  return list.includes(id) ? list.filter((one) => one !== id) : [...list, id];
}
