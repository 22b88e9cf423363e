/** The names of relations and levels in the language spoken, and their colours on the page. */
import { either, t } from "./messages";
import type { Vocabulary } from "./types";

/** The name of a relation as its line is read, upward: a task "thuộc kế hoạch" its document. */
export function relationWord(words: Vocabulary, kind: string): string {
  if (kind === "assigns") return t("edge.assigned");
  const word = words.edges.find((edge) => edge.kind === kind);
  return word ? either(word.label, word.label_en) : kind;
}

/** The name of a relation read from its end: "là căn cứ của". */
export function inverseWord(words: Vocabulary, kind: string): string {
  const word = words.edges.find((edge) => edge.kind === kind);
  if (!word) return kind;
  if (kind === "assigns") return either(word.label, word.label_en);
  return either(word.inverse, `← ${word.label_en}`);
}

/** The name of an authority level (cấp ban hành). */
export function levelWord(words: Vocabulary, id: string): string {
  const word = words.levels.find((level) => level.id === id);
  return word ? either(word.label, word.label_en) : id;
}

/** Begins with a capital, as names in a list do. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}

/** A hyphen in a number does not break the line. */
export function unbroken(text: string): string {
  return text.replace(/-/g, "\u2011");
}

/** An ISO date, or a part of one, as Vietnamese write it: 01/07/2025. */
export function dayMonthYear(iso: string): string {
  return /^\d{4}(-\d{2}){0,2}$/.test(iso) ? iso.split("-").reverse().join("/") : iso;
}

/** Puts the colours of relations and levels on the page, for one theme. */
export function colour(words: Vocabulary, dark: boolean): void {
  const style = document.documentElement.style;
  for (const edge of words.edges)
    style.setProperty(`--edge-${edge.kind}`, dark ? edge.colour_dark : edge.colour);
  for (const level of words.levels)
    style.setProperty(`--level-${level.id}`, dark ? level.colour_dark : level.colour);
}
