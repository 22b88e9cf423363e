/** A section that asks the server when it is opened (mở mới hỏi). */
import { Failure } from "../api";
import { el, type Child } from "../dom";
import { either, t } from "../messages";

/** A folded section; `load` brings its content the first time, and again after a failure. */
export function later(title: string, kind: string, load: () => Promise<Child[]>): HTMLElement {
  const content = el("div", {});
  const section = el("details", { class: `block later ${kind}` }, el("summary", {}, title), content);
  let asked = false;
  section.addEventListener("toggle", () => {
    if (!section.open || asked) return;
    asked = true;
    content.replaceChildren(el("p", { class: "note" }, t("state.loading")));
    void load()
      .catch((cause: unknown) => {
        asked = false;
        return [sorry(cause)];
      })
      .then((children) => content.replaceChildren(...(children.filter(Boolean) as (Node | string)[])));
  });
  return section;
}

/** Why there is no answer, in the server's own words. */
export function sorry(cause: unknown): HTMLElement {
  if (!(cause instanceof Failure)) throw cause;
  return el("p", { class: "note" }, either(cause.message, cause.english) || t("state.offline"));
}
