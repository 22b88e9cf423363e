/** The day for which a document's state and impact are asked (ngày hỏi). */
import { el } from "../dom";
import { t } from "../messages";
import type { Reader } from "./reader";

/** A field for the day; empty is today. A typed day counts with Enter or on leaving, a picked one at once. */
export function dayField(on: string, reader: Reader): HTMLElement {
  let typing = false;
  let told = on;
  const choose = () => {
    typing = false;
    if (input.value === told || !input.validity.valid) return;
    told = input.value;
    reader.actions.on(told);
  };
  // what the pointer is pressed on is not drawn anew before it has its click
  const leave = () => {
    if (!document.querySelector(":active")) return choose();
    addEventListener("pointerup", () => setTimeout(choose), { once: true });
  };
  const input = el("input", {
    type: "date",
    value: on,
    max: "9999-12-31",
    on: {
      pointerdown: () => (typing = false),
      keydown: ({ key }) => (key === "Enter" ? choose() : (typing = true)),
      change: () => typing || choose(),
      blur: leave,
    },
  });
  const today = el("button", { class: "text-button", on: { click: () => reader.actions.on("") } }, t("law.today"));
  return el("div", { class: "on-day" }, el("label", {}, t("law.on"), input), on && today);
}
