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

/** Where the characters `start` to `end` of the original stand in its clean text; null when nowhere. */
export function legible(
  source: SourceText,
  start: number,
  end: number,
): { start: number; end: number } | null {
  const first = place(source, start, 1);
  const last = place(source, end - 1, -1);
  return first === null || last === null || last < first ? null : { start: first, end: last + 1 };
}

// the character that stands at `origin`; within markup the nearest one after (1) or before (-1) it
function place(source: SourceText, origin: number, side: 1 | -1): number | null {
  let best: number | null = null;
  let distance = Infinity;
  for (const [at, from, length] of source.segments) {
    if (origin >= from && origin < from + length) return at + origin - from;
    const away = side === 1 ? from - origin : origin - (from + length - 1);
    if (away < 0 || away >= distance) continue;
    distance = away;
    best = side === 1 ? at : at + length - 1;
  }
  return best;
}
