/** The two sides of the page, which are sheets on a narrow screen: legend left, panel right (bảng bên). */
import { el } from "./dom";
import { icon } from "./icons";
import { t } from "./messages";
import type { State } from "./state";

const NARROW = "(max-width: 760px)";

/** Opens and closes the sides as the state asks. */
export class Sheets {
  readonly legend = el("aside", { class: "legend", id: "legend" });
  readonly side = el("aside", { class: "side", id: "side" });

  /** Puts the panel into its side, under a button that closes it. */
  hold(panel: HTMLElement): void {
    const close = el(
      "button",
      {
        class: "icon-button sheet-close only-narrow",
        "aria-label": t("tool.close"),
        on: { click: () => this.close() },
      },
      icon("close"),
    );
    this.side.append(close, panel);
  }

  /** The sides of a page that is opened. */
  first({ sel, path, unit, ask }: State): void {
    this.side.classList.toggle("open", !!(sel || path || unit || ask));
  }

  /** The sides after a change of the state. */
  turn(now: State, before: State): void {
    if (now.path || (now.sel && now.sel !== before.sel)) this.legend.classList.remove("open");
    if (now.sel !== before.sel || now.unit !== before.unit || now.ask !== before.ask)
      this.side.classList.toggle("open", !!(now.sel || now.unit || now.ask));
    if (now.path !== before.path && now.path) this.side.classList.add("open");
  }

  /** How much of the picture the open sheet hides; 0 where it stands beside it. */
  hidden(): number {
    return this.narrow() && this.side.classList.contains("open") ? this.side.offsetHeight : 0;
  }

  /** Shows the legend, or hides it. */
  filters(): void {
    this.legend.classList.toggle("open");
  }

  /** Takes the panel away. */
  away(): void {
    this.side.classList.remove("open");
  }

  /** Closes both. */
  close(): void {
    this.away();
    this.legend.classList.remove("open");
  }

  /** Closes both where they lie over the picture. */
  closeOver(): void {
    if (this.narrow()) this.close();
  }

  /** Writes the names in the language spoken. */
  speak(): void {
    this.legend.setAttribute("aria-label", t("legend.label"));
    this.side.setAttribute("aria-label", t("side.label"));
  }

  private narrow(): boolean {
    return matchMedia(NARROW).matches;
  }
}
