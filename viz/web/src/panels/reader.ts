/** What every panel needs to show things and to lead on from them. */
import type { Actions } from "../actions";
import type { Names } from "../names";
import type { Texts } from "../texts";
import type { Evidence, Vocabulary } from "../types";

/** The explorer as a panel sees it. */
export interface Reader {
  readonly words: Vocabulary;
  readonly texts: Texts;
  readonly names: Names;
  readonly actions: Actions;
  /** Shows a node wherever it is, and brings it to the middle. */
  go(id: string): void;
  /** Waits for the other end of a chain from this card. */
  link(id: string): void;
  /** The short name of a node, as its card has it. */
  nameOf(id: string): string;
  /** Opens the original text at this quote. */
  openSource(evidence: Evidence): void;
  /** Says something for a moment. */
  say(sentence: string): void;
}
