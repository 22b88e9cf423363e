/** The search box: hits while one types, arrows and Enter to go; diacritics do not matter (tìm kiếm). */
import { asks, Failure } from "./api";
import { el, fill, set, type Props } from "./dom";
import { icon } from "./icons";
import { either, t } from "./messages";
import type { Names } from "./names";
import type { Hit } from "./types";
import { unbroken } from "./words";

const PAUSE = 110; // ms after the last key

/** What can be chosen: a hit, or null to ask the words as a question. */
type Option = Hit | null;

/** The search box; a chosen hit goes to `go`, words that are a question to `question`. */
export class Search {
  readonly element = el("div", { class: "search", role: "search" });
  private readonly input = el("input", {
    type: "search",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-expanded": "false",
    "aria-controls": "hits",
    "aria-autocomplete": "list",
  });
  private readonly list = el("div", { id: "hits", class: "hits", role: "listbox", hidden: true });
  private readonly count = el("span", { class: "unseen", role: "status" });
  private options: Option[] = [];
  private at = 0;
  private timer = 0;
  private asked: AbortController | null = null;

  constructor(
    private readonly go: (id: string) => void,
    private readonly question: (text: string) => void,
    private readonly names: Names,
  ) {
    this.element.append(
      icon("search", 17),
      this.input,
      el("kbd", { class: "wide-only" }, "/"),
      this.list,
      this.count,
    );
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("focus", () => void (this.input.value && this.later()));
    this.input.addEventListener("blur", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.speak();
  }

  /** Writes the hints in the language spoken. */
  speak(): void {
    const narrow = innerWidth < 700;
    set(this.input, {
      placeholder: t(narrow ? "search.short" : "search.hint"),
      "aria-label": t("search.label"),
    });
    this.list.setAttribute("aria-label", t("search.label"));
  }

  /** Puts the cursor into the box. */
  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), PAUSE);
  }

  private async ask(): Promise<void> {
    this.asked?.abort();
    const text = this.input.value.trim();
    if (!text) return this.close();
    this.asked = new AbortController();
    try {
      this.options = withQuestion((await asks.search(text, this.asked.signal)).hits, text);
    } catch (cause) {
      if (!(cause instanceof Failure)) return;
      this.options = [];
      return this.show(either(cause.message, cause.english) || t("state.offline"));
    }
    this.at = 0;
    this.show(this.options.some(Boolean) || text.endsWith("?") ? "" : t("search.none", { text }));
  }

  private show(instead: string): void {
    if (document.activeElement !== this.input) return;
    fill(
      this.list,
      instead && el("p", { class: "note" }, instead),
      ...this.options.map((option, at) => (option ? this.row(option, at) : this.asking(at))),
    );
    this.list.hidden = false;
    this.count.textContent = instead || t("search.count", { n: this.options.filter(Boolean).length });
    set(this.input, {
      "aria-expanded": "true",
      "aria-activedescendant": this.options.length ? `hit-${this.at}` : null,
    });
  }

  private asking(at: number): HTMLElement {
    const sort = el("span", { class: "sort ask" }, t("search.ask"));
    return el("div", this.place(null, at), sort, el("b", {}, this.input.value.trim()));
  }

  private place(option: Option, at: number): Props {
    return {
      class: at === this.at ? "hit on" : "hit",
      id: `hit-${at}`,
      role: "option",
      "aria-selected": String(at === this.at),
      "data-id": option?.id,
      on: { click: () => this.choose(option) },
    };
  }

  private row(hit: Hit, at: number): HTMLElement {
    return el(
      "div",
      this.place(hit, at),
      el("span", { class: `sort ${hit.kind}` }, t(`kind.${hit.kind}`)),
      el("b", {}, hit.label),
      hit.document && this.stands(hit.document, hit.path ?? ""),
      hit.snippet &&
        hit.snippet !== hit.label &&
        el("small", {}, hit.snippet.replace(/<\/?[a-z]+>|[\u0001\u0002]/g, "")),
    );
  }

  private stands(document: string, path: string): HTMLElement {
    const place = el("small", { class: "where" });
    this.names.write(place, document, (name) =>
      [path, t("node.in", { document: unbroken(name) })].filter(Boolean).join(" · "),
    );
    return place;
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const n = this.options.length;
      if (n) this.at = (this.at + (event.key === "ArrowDown" ? 1 : n - 1)) % n;
      this.show(this.list.querySelector(".note")?.textContent ?? "");
      this.list.querySelector(".on")?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") void this.enter();
    else if (event.key === "Escape") this.input.blur();
    event.stopPropagation();
  }

  // Enter right after typing does not wait for the pause
  private async enter(): Promise<void> {
    clearTimeout(this.timer);
    if (this.list.hidden || this.list.childElementCount === 0) await this.ask();
    const option = this.options[this.at];
    if (option !== undefined) this.choose(option);
  }

  private choose(option: Option): void {
    const text = this.input.value.trim();
    this.input.value = "";
    this.input.blur();
    if (option) this.go(option.id);
    else this.question(text);
  }

  private close(): void {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.list.hidden = true;
    set(this.input, { "aria-expanded": "false", "aria-activedescendant": null });
  }
}

// words with a question mark are a question first; several words may be one
function withQuestion(hits: Hit[], text: string): Option[] {
  if (text.endsWith("?")) return [null, ...hits];
  return text.includes(" ") ? [...hits, null] : hits;
}
