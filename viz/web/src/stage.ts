/** The stage around the picture: title or chain at the top, status, zoom and minimap at the bottom (khung hình). */
import type { Failure } from "./api";
import type { Actions } from "./actions";
import type { Step } from "./chains";
import { el, fill } from "./dom";
import { icon } from "./icons";
import { either, t } from "./messages";
import type { Picture } from "./picture/picture";
import type { State } from "./state";
import type { Scene } from "./types";
import { visible } from "./visible";
import { unbroken } from "./words";

/** The ways out of a failure; `upload` only where the store may be empty, `gone`: the root that is not there. */
export interface Ways {
  gone: string;
  retry(): void;
  restart(): void;
  upload?: () => void;
}

/** The middle of the page (khung hình). */
export class Stage {
  readonly element = el("section", { class: "stage", id: "stage" });
  private readonly chip = el("div", { class: "chip-bar" });
  private readonly status = el("p", { class: "status", role: "status" });
  private readonly notice = el("div", { class: "notice", role: "alert", hidden: true });
  private readonly zoom = el("div", { class: "zoom" });
  private readonly level = el("output", {}, "100%");
  private readonly veil = el("div", { class: "veil", hidden: true });

  constructor(
    private readonly picture: Picture,
    private readonly actions: Actions,
  ) {
    this.element.append(
      picture.element,
      this.chip,
      this.status,
      this.zoom,
      picture.minimap.element,
      this.notice,
      this.veil,
    );
    picture.camera.onScale = (scale) => void (this.level.textContent = `${Math.round(scale * 100)}%`);
    this.speak();
  }

  /** Writes the buttons in the language spoken. */
  speak(): void {
    const button = (name: string, click: () => void, ...inside: (Node | string)[]) =>
      el("button", { "aria-label": name, title: name, on: { click } }, ...inside);
    fill(
      this.zoom,
      button(t("zoom.out"), () => this.picture.camera.zoomBy(1 / 1.25), icon("minus", 14)),
      this.level,
      button(t("zoom.in"), () => this.picture.camera.zoomBy(1.25), icon("plus", 14)),
      el("i", { class: "rule" }),
      button(t("zoom.fit"), () => this.picture.fit(), t("zoom.fit")),
    );
  }

  /** Says what the picture shows. */
  describe(scene: Scene, steps: Step[] | null, state: State): void {
    const { counts, truncated, left_out: left } = scene;
    const seen = visible(scene, state);
    this.status.textContent = t("stage.status", {
      nodes: seen.cards.length,
      edges: seen.links.length,
    });
    if (steps) this.showChain(steps);
    else if (state.path)
      fill(
        this.chip,
        el("b", { class: "accent" }, t("path.lit")),
        el("span", {}, t("path.nochain")),
        this.clear(),
      );
    else fill(this.chip, el("b", {}, unbroken(scene.title)), el("span", {}, scene.subtitle));
    this.status.classList.toggle("cut", truncated);
    if (!truncated) return;
    const facts = { shown: counts.nodes, all: counts.nodes + left };
    this.status.textContent = t("stage.left", facts);
  }

  /** Says why there is no new picture: over the old one where there is one, else in its place. */
  fail(cause: Failure, standing: boolean, ways: Ways): void {
    const sentence = either(cause.message, cause.english) || t("state.offline");
    if (ways.gone) {
      const how = t("state.gonehow", { id: ways.gone });
      return this.instead(t("state.gone"), how, strong(t("state.first"), ways.restart));
    }
    if (standing) return this.warn(sentence, ways.retry);
    if (cause.status === 404 && ways.upload) {
      return this.instead(t("state.empty"), t("state.emptyhow"), strong(t("tool.upload"), ways.upload));
    }
    this.instead(
      sentence,
      "",
      strong(t("state.retry"), cause.code === "offline" ? ways.retry : ways.restart),
    );
  }

  /** A sentence over the picture that stays until the cause is gone; "" takes it away. */
  warn(sentence: string, retry?: () => void): void {
    this.notice.hidden = !sentence;
    fill(
      this.notice,
      sentence,
      retry && el("button", { class: "button", on: { click: retry } }, t("state.retry")),
    );
  }

  /** A sentence in place of the picture; "" takes it away. */
  instead(title: string, how = "", action: HTMLElement | null = null): void {
    this.veil.hidden = !title;
    fill(this.veil, el("h2", {}, title), how && el("p", {}, how), action);
  }

  private showChain(steps: Step[]): void {
    const name = (step: Step) => unbroken(step.card.label);
    fill(
      this.chip,
      el("b", { class: "accent" }, t("path.lit")),
      el("b", {}, name(steps[0]!)),
      el("span", { "aria-hidden": "true" }, "→"),
      el("b", {}, name(steps.at(-1)!)),
      this.clear(),
    );
  }

  private clear(): HTMLElement {
    return el(
      "button",
      { class: "text-button quiet", on: { click: this.actions.clearPath } },
      t("path.clear"),
    );
  }
}

function strong(name: string, click: () => void): HTMLElement {
  return el("button", { class: "button strong", on: { click } }, name);
}
