/** The original texts, each asked for once; offsets count characters, not UTF-16 units (văn bản gốc). */
import { asks } from "./api";
import type { SourceText } from "./types";

/** The original texts that were asked for (văn bản gốc). */
export class Texts {
  private readonly asked = new Map<string, Promise<SourceText>>();

  /** The text of a document; asked again after a failure. */
  get(id: string): Promise<SourceText> {
    const before = this.asked.get(id);
    if (before) return before;
    const answer = asks.text(id);
    this.asked.set(id, answer);
    answer.catch(() => this.asked.delete(id));
    return answer;
  }
}

/** The characters from `start` to `end`, counted as the server counts them. */
export function slice(text: string, start: number, end: number): string {
  if (!/[\ud800-\udbff]/.test(text)) return text.slice(start, end);
  return Array.from(text).slice(start, end).join("");
}

/** A piece of a source without its markup, for reading beside a quote. */
export function plain(text: string): string {
  return text
    .replace(/<[^>]*>?|^[\w\s="'/:;.-]*>/g, " ")
    .replace(/[*_#|`]+|-{2,}/g, " ")
    .replace(/\s+/g, " ");
}
