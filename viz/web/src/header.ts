/** The bar at the top: name, views, search, tools (thanh đầu trang). */
import type { Actions } from "./actions";
import { el, fill, set } from "./dom";
import type { History } from "./history";
import { icon, mark, type Icon } from "./icons";
import { t, type Key } from "./messages";
import { isPicture } from "./pages";
import { VIEWS } from "./state";
import { isDark } from "./theme";

/** What the tools at the right do. */
export interface Tools {
  upload(): void;
  download(opener: HTMLElement): void;
  help(): void;
  filters(): void;
  copyLink(): void;
}

/** The header; `draw` writes it again after a change of state or language. */
export function header(history: History, actions: Actions, tools: Tools, search: HTMLElement) {
  const element = el("header", { class: "top" });
  const views = el("nav", { class: "views" });
  const toolbar = el("div", { class: "tools" });
  const filters = el(
    "button",
    { class: "icon-button only-narrow", on: { click: tools.filters } },
    icon("filter"),
  );
  const brand = el(
    "a",
    { class: "brand", href: "/", "aria-label": t("app.name") },
    mark(),
    el("span", {}, t("app.name")),
  );
  element.append(filters, brand, views, search, toolbar);

  const button = (key: Key, name: Icon, click: (event: MouseEvent) => void, off = false, extra = "") =>
    el(
      "button",
      {
        class: `icon-button ${extra}`,
        "aria-label": t(key),
        title: t(key),
        disabled: off,
        "data-tool": key.slice(5),
        on: { click },
      },
      icon(name),
    );

  const draw = () => {
    const state = history.get();
    set(filters, {
      "aria-label": t("tool.filter"),
      title: t("tool.filter"),
      hidden: !isPicture(state.view),
    });
    set(views, { "aria-label": t("view.label") });
    fill(
      views,
      ...VIEWS.map((view) =>
        el(
          "button",
          {
            "aria-current": view === state.view ? "page" : null,
            "data-view": view,
            on: { click: () => actions.view(view) },
          },
          t(`view.${view}`),
        ),
      ),
    );
    views.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    const dark = isDark(state);
    fill(
      toolbar,
      button("tool.undo", "undo", history.undo, !history.canUndo()),
      button("tool.redo", "redo", history.redo, !history.canRedo()),
      el("i", { class: "rule" }),
      button("tool.link", "link", tools.copyLink, false, "wide-only"),
      button("tool.upload", "upload", tools.upload),
      button(
        "tool.download",
        "download",
        (event) => tools.download(event.currentTarget as HTMLElement),
        false,
      ),
      el("i", { class: "rule" }),
      el(
        "button",
        {
          class: "icon-button lang",
          "aria-label": t("tool.lang"),
          title: t("tool.lang"),
          "data-tool": "lang",
          on: { click: () => actions.lang(state.lang === "vi" ? "en" : "vi") },
        },
        state.lang === "vi" ? "EN" : "VI",
      ),
      button("tool.theme", dark ? "sun" : "moon", () => actions.theme(dark ? "light" : "dark")),
      button("tool.help", "help", tools.help, false, "wide-only"),
    );
  };
  return { element, draw };
}
