/** The original text of a document, opened at the quote that was asked for (văn bản gốc). */
import { el, fill } from "../dom";
import { icon } from "../icons";
import { t } from "../messages";
import { legible, slice, type Texts } from "../texts";
import type { Evidence, SourceText } from "../types";
import { sheets } from "./sheet";

/** Shows the text in a dialog, scrolled to the quote, every other quote of it marked more softly. */
export async function openSource(
  evidence: Evidence,
  others: Evidence[],
  texts: Texts,
  name: string,
): Promise<void> {
  const body = el("div", { class: "source-text", tabindex: "0" }, t("state.loading"));
  const page = el("div", { class: "source-page" }, body);
  const title = el("h2", {}, name);
  const dialog = el("dialog", { class: "dialog source", "aria-label": t("source.title") });
  const close = el(
    "button",
    { class: "icon-button", "aria-label": t("tool.close"), on: { click: () => dialog.close() } },
    icon("close"),
  );
  dialog.append(
    el("header", {}, el("div", {}, el("p", { class: "kind" }, t("source.title")), title), close),
    page,
  );
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => void (event.target === dialog && dialog.close()));
  document.body.append(dialog);
  dialog.showModal();
  const source = await texts.get(evidence.doc).catch((cause: Error) => cause);
  if (source instanceof Error) return fill(body, source.message || t("state.offline"));
  title.textContent = source.label || name;
  title.append(el("small", {}, source.source));
  page.prepend(sheets(source, evidence) ?? "");
  write(body, source, evidence, others)?.scrollIntoView({ block: "center" });
}

interface Mark {
  start: number;
  end: number;
  chosen: boolean;
}

function write(
  body: HTMLElement,
  source: SourceText,
  chosen: Evidence,
  others: Evidence[],
): HTMLElement | null {
  const { content } = source;
  let at = 0;
  let target: HTMLElement | null = null;
  fill(body);
  for (const span of apart(marks(source, chosen, others))) {
    const words = slice(content, span.start, span.end);
    const mark = el("mark", { class: span.chosen ? "chosen" : "" }, words);
    if (span.chosen) target = mark;
    body.append(spaced(slice(content, at, span.start)), mark);
    at = span.end;
  }
  body.append(spaced(slice(content, at, content.length)));
  return target;
}

// a blank line between paragraphs
function spaced(words: string): string {
  return words.replace(/\n/g, "\n\n");
}

function marks(source: SourceText, chosen: Evidence, others: Evidence[]): Mark[] {
  return [chosen, ...others.filter((one) => one.doc === chosen.doc)].flatMap((one) => {
    const span = legible(source, one.start, one.end);
    return span ? [{ ...span, chosen: one === chosen }] : [];
  });
}

// spans in order, none over another; the first of the list, the one asked for, stays whole
function apart(spans: Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const span of spans) {
    if (kept.every((one) => span.end <= one.start || span.start >= one.end)) kept.push(span);
  }
  return kept.sort((one, other) => one.start - other.start);
}
