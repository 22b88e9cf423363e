/** What a reader can do: each is one change of the state, nothing else (thao tác). */
import { chainToTop } from "./chains";
import type { History } from "./history";
import type { State } from "./state";
import type { Card, Scene } from "./types";
import { cardOf } from "./visible";

const DOUBLE = 500; // ms: a click this near before a double click belongs to it

export type Actions = ReturnType<typeof actionsOn>;

/** The actions on a state, for the scene that is on the screen. */
export function actionsOn(history: History, scene: () => Scene | null) {
  const state = history.get;
  const card = (id: string): Card | undefined => scene()?.cards.find((one) => one.id === id);
  let clicked = Number.NEGATIVE_INFINITY; // when the last selection was made

  return {
    select(id: string): void {
      if (state().sel === id) return;
      history.change({ sel: id });
      clicked = performance.now();
    },
    /** Shows a node wherever it is: in this scene, or as the root of another. */
    go(id: string): void {
      const here = scene() && cardOf(scene()!, id);
      const patch = { path: null, hide: state().hide.filter((one) => one !== here?.id) };
      const view: State["view"] = state().view === "explore" ? "explore" : "chain";
      if (here?.kind === "group" && here.id !== id) {
        history.change({ ...patch, view, sel: id, expand: joined(state().expand, here.id) });
      } else if (here) history.change({ ...patch, view, sel: id });
      else history.change({ ...START_AGAIN, ...patch, view, root: id, sel: id });
    },
    root: (id: string) => history.change({ ...START_AGAIN, view: state().view === "explore" ? "explore" : "chain", root: id, sel: id }),
    /** Opens a group or brings in the neighbours; again, folds it (mở, thu gọn). */
    open(id: string): void {
      const merge = performance.now() - clicked < DOUBLE;
      const group = card(id)?.kind === "group";
      if (!group && state().view !== "explore") {
        return history.change({ ...START_AGAIN, view: "explore", root: id, sel: id }, merge);
      }
      const list = group ? "expand" : "add";
      history.change({ [list]: toggled(state()[list], id), sel: id, path: null }, merge);
    },
    openAll(ids: string[]): void {
      history.change({ expand: [...new Set([...state().expand, ...ids])] });
    },
    foldAll: () => history.change({ expand: [] }),
    chain: (from: string, to: string) => history.change({ path: [from, to], sel: to }),
    /** Lights the chain to the highest basis; false when the card rests on nothing here. */
    trace(id: string): boolean {
      const steps = scene() && chainToTop(scene()!, id);
      const end = steps?.at(-1);
      if (end) history.change({ path: [id, end.card.id], sel: id });
      return !!end;
    },
    pin: (id: string, x: number, y: number) => history.change({ pin: { ...state().pin, [id]: [x, y] } }),
    unpin(id: string): void {
      const { [id]: _, ...pin } = state().pin;
      history.change({ pin });
    },
    hide: (id: string) => history.change({ hide: joined(state().hide, id), sel: "", path: null }),
    hideOthers(id: string): void {
      const others = (scene()?.cards ?? []).filter((one) => one.id !== id && !near(scene()!, id, one.id));
      history.change({ hide: others.map((one) => one.id), path: null });
    },
    restore: () => history.change({ hide: [] }),
    toggle: (name: string) => history.change({ off: toggled(state().off, name) }),
    years: (years: State["years"]) => history.change({ years }),
    view: (view: State["view"]) => history.change({ view, path: view === "chain" ? state().path : null }),
    clearPath: () => history.change({ path: null }),
    /** Esc: first the chain, then the selection. */
    back: () => history.change(state().path ? { path: null } : { sel: "" }),
    theme: (theme: State["theme"]) => history.change({ theme }, true),
    lang: (lang: State["lang"]) => history.change({ lang }, true),
    work: (patch: Partial<Pick<State, "year" | "unit" | "cell">>) => history.change({ ...patch, sel: "" }),
  };
}

const START_AGAIN = { expand: [], add: [], hide: [], pin: {}, path: null, years: null } as const;

function near(scene: Scene, id: string, other: string): boolean {
  return scene.links.some((link) => (link.from === id && link.to === other) || (link.to === id && link.from === other));
}

function joined(list: readonly string[], id: string): string[] {
  return list.includes(id) ? [...list] : [...list, id];
}

function toggled(list: readonly string[], id: string): string[] {
  return list.includes(id) ? list.filter((one) => one !== id) : [...list, id];
}
