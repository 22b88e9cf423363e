/** The keys of the explorer; none acts while one types in a field (phím tắt). */
import type { Actions } from "./actions";
import type { History } from "./history";
import type { Direction } from "./picture/focus";
import type { Picture } from "./picture/picture";

/** What the keys act on. */
export interface KeyTargets {
  history: History;
  actions: Actions;
  picture: Picture;
  search(): void;
  help(): void;
  select(id: string, shift: boolean): void;
}

/** Listens on the page. */
export function listenToKeys(targets: KeyTargets): void {
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]") || typing(event.target)) return;
    if (event.ctrlKey || event.metaKey) undo(event, targets.history);
    else if (!event.altKey && act(event, targets)) event.preventDefault();
  });
}

function undo(event: KeyboardEvent, history: History): void {
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) history.redo();
  else history.undo();
}

function act(event: KeyboardEvent, targets: KeyTargets): boolean {
  const { actions, picture, history } = targets;
  const onCard = picture.focused();
  const id = onCard || history.get().sel;
  const general: Record<string, () => void> = {
    "/": targets.search,
    "?": targets.help,
    f: () => picture.fit(),
    "+": () => picture.camera.zoomBy(1.25),
    "=": () => picture.camera.zoomBy(1.25),
    "-": () => picture.camera.zoomBy(1 / 1.25),
    Escape: actions.back,
  };
  const ofCard: Record<string, () => void> = {
    e: () => actions.open(id),
    p: () => pin(id, targets),
    h: () => (event.shiftKey ? actions.hideOthers(id) : actions.hide(id)),
  };
  const focused: Record<string, () => void> = {
    Enter: () => targets.select(onCard, event.shiftKey),
    " ": () => targets.select(onCard, event.shiftKey),
  };
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const does =
    general[key] ??
    (id && picture.where(id) ? ofCard[key] : undefined) ??
    (onCard ? focused[key] : undefined);
  if (does) does();
  else if (onCard && key.startsWith("Arrow")) picture.step(key as Direction);
  else return false;
  return true;
}

function pin(id: string, { actions, history, picture }: KeyTargets): void {
  const card = picture.where(id);
  if (id in history.get().pin) actions.unpin(id);
  else if (card) actions.pin(id, card.x, card.y);
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}
