/** Says something for a moment, also to screen readers. */
import { el } from "./dom";

const WHILE = 3200; // ms

/** A line at the foot of the page that goes by itself. */
export function toast(sentence: string): void {
  document.querySelector(".toast")?.remove();
  const line = el("div", { class: "toast", role: "status" }, sentence);
  document.body.append(line);
  setTimeout(() => line.remove(), WHILE);
}
