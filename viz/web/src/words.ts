/** The names of relations and levels in the language spoken, and their colours on the page. */
import { either, MESSAGES, spoken, t, type Key } from "./messages";
import type { Vocabulary } from "./types";

/** The name of a relation as it is walked upward: a task "được giao tại" its document. */
export function upwardWord(words: Vocabulary, kind: string): string {
  return kind === "assigns" ? t("edge.assigned") : relationWord(words, kind);
}

/** The name of a relation, from its beginning to its end: "giao nhiệm vụ", "căn cứ". */
export function relationWord(words: Vocabulary, kind: string): string {
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

/** A number as it is written: 2,5 in Vietnamese, 2.5 in English. */
export function number(value: number): string {
  return value.toLocaleString(spoken());
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

/** How often, as people say it: "Hằng quý" for P3M; a word of its own stays as it is (định kỳ). */
export function recurrenceWord(value: string): string {
  if (`recurs.${value}` in MESSAGES) return t(`recurs.${value}` as Key);
  const period = /^P(\d+)([YMWD])$/.exec(value);
  return period ? t(`recurs.${period[2]}` as Key, { n: period[1]! }) : value;
}

/** Puts the colours of relations and levels on the page, for one theme. */
export function colour(words: Vocabulary, dark: boolean): void {
  const style = document.documentElement.style;
  for (const edge of words.edges)
    style.setProperty(`--edge-${edge.kind}`, dark ? edge.colour_dark : edge.colour);
  for (const level of words.levels)
    style.setProperty(`--level-${level.id}`, dark ? level.colour_dark : level.colour);
}
