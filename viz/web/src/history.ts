/** Keeps the state, one entry of the browser's history a change, so that Back is undo (hoàn tác). */
import { fromAddress, START, toAddress, type State } from "./state";

const LAST = "cancu.last"; // the highest entry of this tab: how far one can redo

/** The state over time (lịch sử thao tác). */
export interface History {
  get(): State;
  /** Changes the state; `merge` folds it into the entry before (a double click is one change). */
  change(patch: Partial<State>, merge?: boolean): void;
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  follow(listener: (now: State, before: State) => void): void;
}

/** Starts from the address in the bar and follows it from then on. */
export function startHistory(preferences: Partial<State>): History {
  const listeners: ((now: State, before: State) => void)[] = [];
  const start = { ...START, ...preferences };
  let state = fromAddress(location.search, start);
  const index = () => Number(history.state?.index ?? 0);
  const last = () => Math.max(index(), Number(sessionStorage.getItem(LAST) ?? 0));

  const become = (next: State) => {
    const before = state;
    state = next;
    for (const listener of listeners) listener(state, before);
  };
  if (history.state?.index === undefined) {
    sessionStorage.setItem(LAST, "0");
    history.replaceState({ index: 0 }, "");
  }
  addEventListener("popstate", () =>
    become(fromAddress(location.search, { ...start, theme: state.theme, lang: state.lang })),
  );

  return {
    get: () => state,
    change(patch, merge = false) {
      const next = { ...state, ...patch };
      const address = toAddress(next);
      if (address === toAddress(state)) return;
      const at = merge ? index() : index() + 1;
      history[merge ? "replaceState" : "pushState"]({ index: at }, "", location.pathname + address);
      sessionStorage.setItem(LAST, String(at));
      become(next);
    },
    undo: () => void (index() > 0 && history.back()),
    redo: () => void (index() < last() && history.forward()),
    canUndo: () => index() > 0,
    canRedo: () => index() < last(),
    follow: (listener) => void listeners.push(listener),
  };
}
