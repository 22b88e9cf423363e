/** The tasks that a planner must settle: no lead, no time, two leads; asked for when they are wanted (việc cần xử lý). */
import { asks, property } from "../api";
import { el, fill } from "../dom";
import { t } from "../messages";
import { sorry } from "../panels/later";
import { begin, following } from "../panels/more";
import type { Reader } from "../panels/reader";
import { where } from "../panels/where";
import { ATTENTIONS, type State } from "../state";
import type { Unsettled } from "../types";
import { number, relationWord } from "../words";

const FIRST = 8; // tasks before "more"

/** The section, of a unit or of all; its counts come with the list. */
export function unsettled(state: State, unit: string, reader: Reader): HTMLElement {
  const { attention } = state;
  const counts = new Map(ATTENTIONS.map((name) => [name, el("span", { class: "count" })]));
  const buttons = ATTENTIONS.map((name) =>
    el(
      "button",
      {
        "data-attention": name,
        "aria-pressed": String(attention === name),
        on: { click: () => reader.actions.work({ attention: attention === name ? "" : name }) },
      },
      t(`settle.${name}`),
      counts.get(name),
    ),
  );
  const list = el("div", { class: "tasks" });
  const title = t("settle.title");
  const section = el(
    "section",
    { class: "unsettled" },
    el("h2", {}, title),
    el("div", { class: "sorts", role: "group", "aria-label": title }, ...buttons),
    list,
  );
  if (!attention) return section;
  const query = new URLSearchParams({ attention });
  if (unit) query.set("unit", unit);
  if (unit && !state.unit && !state.alone) query.set("sub_units", "true");
  void asks.tasks(query).then(
    (answer) => {
      for (const [name, place] of counts) place.textContent = number(answer.counts?.[name] ?? 0);
      show(list, answer, query, state, reader);
      if (!answer.tasks.length) list.append(el("p", { class: "note" }, t("settle.none")));
    },
    (cause: unknown) => fill(list, sorry(cause)),
  );
  return section;
}

function show(list: HTMLElement, page: Unsettled, query: URLSearchParams, state: State, reader: Reader): void {
  begin(list, page.tasks, FIRST, (task) => row(task, state, reader));
  const { next } = page;
  if (next) list.append(following(() => asks.tasks(query, next), (page) => (show(list, page, query, state, reader), [])));
}

function row(task: Unsettled["tasks"][number], state: State, reader: Reader): HTMLElement {
  const has = (task.units ?? []).map(({ label, role }) => `${label} (${relationWord(reader.words, role)})`);
  const own = task.role ? [relationWord(reader.words, task.role)] : [];
  return el(
    "button",
    {
      class: "go task-row",
      "data-task": task.id,
      "aria-pressed": String(state.sel === task.id),
      on: { click: () => reader.actions.select(task.id) },
    },
    el("b", {}, property(task, "path")),
    ` ${property(task, "name") || task.label}`,
    el("small", {}, [...has, ...own, property(task, "time")].filter(Boolean).join(" · ")),
    where(task, reader),
  );
}
