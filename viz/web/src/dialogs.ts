/** The help dialog and the menu of downloads. */
import { el } from "./dom";
import { icon } from "./icons";
import { t, type Key } from "./messages";

const KEYS: [string, Key][] = [
  ["/", "help.search"],
  ["Tab", "help.tab"],
  ["Enter", "help.enter"],
  ["E", "help.expand"],
  ["Shift + Enter", "help.path"],
  ["P", "help.pin"],
  ["H", "help.hide"],
  ["F", "help.fit"],
  ["Esc", "help.esc"],
  ["Ctrl + Z", "help.undo"],
];

/** A dialog with a title; it goes from the page when it is closed. */
export function dialog(kind: string, title: string, ...body: Node[]): HTMLDialogElement {
  const box = el("dialog", { class: `dialog ${kind}`, "aria-label": title });
  const close = el(
    "button",
    { class: "icon-button", "aria-label": t("tool.close"), on: { click: () => box.close() } },
    icon("close"),
  );
  box.append(el("header", {}, el("h2", {}, title), close), ...body);
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", (event) => void (event.target === box && box.close()));
  document.body.append(box);
  box.showModal();
  return box;
}

/** The keys and what they do. */
export function showHelp(): void {
  const rows = KEYS.map(([keys, words]) =>
    el(
      "div",
      {},
      el("dt", {}, ...keys.split(" + ").flatMap((key, at) => [at ? " + " : "", el("kbd", {}, key)])),
      el("dd", {}, t(words)),
    ),
  );
  dialog("help", t("help.title"), el("dl", { class: "keys" }, ...rows));
}

/** A small menu under its button; it goes when one looks elsewhere. */
export function menu(opener: HTMLElement, items: [string, () => void][]): void {
  const { bottom, right } = opener.getBoundingClientRect();
  const rows = items.map(([name, act]) =>
    el("button", { role: "menuitem", on: { click: () => (list.remove(), act()) } }, name),
  );
  const list = el(
    "div",
    {
      class: "menu",
      role: "menu",
      style: { top: `${bottom + 6}px`, right: `${Math.max(8, innerWidth - right)}px` },
    },
    ...rows,
  );
  // not at once: taking the menu away moves the focus, too
  list.addEventListener(
    "focusout",
    (event) => void (list.contains(event.relatedTarget as Node) || queueMicrotask(() => list.remove())),
  );
  list.addEventListener("keydown", (event) => {
    const at = rows.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === "Escape") opener.focus();
    else if (event.key === "ArrowDown") rows[(at + 1) % rows.length]!.focus();
    else if (event.key === "ArrowUp") rows[(at + rows.length - 1) % rows.length]!.focus();
  });
  document.body.append(list);
  rows[0]!.focus();
}
