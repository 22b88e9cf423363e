/** The day for which a document's state and impact are asked, written 01/07/2026 whatever the browser's order (ngày hỏi). */
import { el } from "../dom";
import { icon } from "../icons";
import { t } from "../messages";
import { readDay } from "../state";
import { dayMonthYear } from "../words";
import type { Reader } from "./reader";

/** A field for the day; empty is today. A typed day counts with Enter or on leaving, a picked one at once. */
export function dayField(on: string, reader: Reader): HTMLElement {
  let told = on;
  const wrong = el("small", { class: "wrong", role: "alert" });
  const choose = () => {
    const day = isoDay(input.value);
    const known = day !== null;
    input.setAttribute("aria-invalid", String(!known));
    wrong.textContent = known ? "" : t("law.noday");
    if (!known || day === told) return;
    told = day;
    reader.actions.on(told);
  };
  // what the pointer is pressed on is not drawn anew before it has its click
  const leave = () => {
    if (!document.querySelector(":active")) return choose();
    addEventListener("pointerup", () => setTimeout(choose), { once: true });
  };
  const input = el("input", {
    type: "text",
    inputmode: "numeric",
    autocomplete: "off",
    size: 13,
    maxlength: 10,
    placeholder: t("law.dayform"),
    value: dayMonthYear(on),
    on: { input: slashes, blur: leave, keydown: ({ key }) => key === "Enter" && choose() },
  });
  const today = el("button", { class: "text-button", on: { click: () => reader.actions.on("") } }, t("law.today"));
  const label = el("label", {}, t("law.on"), input);
  return el("div", { class: "on-day" }, label, picker(on, reader), on && today, wrong);
}

// the browser's own calendar, for who would rather pick
function picker(on: string, reader: Reader): HTMLElement {
  const field = el("input", {
    class: "unseen",
    type: "date",
    value: on,
    max: "9999-12-31",
    tabindex: -1,
    "aria-hidden": "true",
    on: { change: () => reader.actions.on(field.value) },
  });
  const open = { click: () => field.showPicker() };
  const button = el("button", { class: "icon-button", title: t("law.pick"), "aria-label": t("law.pick"), on: open });
  button.append(icon("calendar", 16));
  return el("span", { class: "picker" }, button, field);
}

/** 01/07/2026, 1-7-2026, 1.7.2026 or an ISO day as ISO; "" for nothing, null for what is no day. */
export function isoDay(text: string): string | null {
  const words = text.trim();
  const found = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(words);
  const iso = found ? `${found[3]}-${found[2]!.padStart(2, "0")}-${found[1]!.padStart(2, "0")}` : words;
  return words ? readDay(iso) || null : "";
}

// who types figures alone gets the strokes between them
function slashes(event: Event): void {
  const { inputType } = event as InputEvent;
  const field = event.target as HTMLInputElement;
  if (!inputType?.startsWith("insert")) return;
  if (/^(\d\d|\d\d\/\d\d)$/.test(field.value)) field.value += "/";
  else field.value = field.value.replace("//", "/");
}
