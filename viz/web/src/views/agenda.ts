/** What is due by when: deadlines and reports of a year by day, and the same as a file (lịch). */
import { asks, calendarFile, property, workbook } from "../api";
import { el } from "../dom";
import { sorry } from "../panels/later";
import { begin, following } from "../panels/more";
import { t, type Key } from "../messages";
import type { Reader } from "../panels/reader";
import type { Calendar, Due } from "../types";
import { dayMonthYear, relationWord } from "../words";

const FIRST = 8; // days before "more"

/** The section; it fills when the server has answered. */
export function agenda(year: number, unit: string, reader: Reader, below = false): HTMLElement {
  const query = new URLSearchParams({ since: `${year}-01-01`, until: `${year}-12-31` });
  if (unit) query.set("unit", unit);
  if (unit && below) query.set("sub_units", "true");
  const list = el("div", { class: "dues" });
  const counts = el("span", { class: "count" });
  const file = (href: string, name: string) => el("a", { class: "button", href, download: "" }, name);
  void asks.calendar(query).then(
    (answer) => {
      counts.textContent = said(answer);
      if (!answer.events.length) list.append(el("p", { class: "note" }, t("due.none", { year })));
      show(list, answer, query, reader);
    },
    (cause: unknown) => list.append(sorry(cause)),
  );
  return el(
    "section",
    { class: "agenda" },
    el(
      "div",
      { class: "agenda-head" },
      el("h2", {}, t("due.title"), counts),
      file(calendarFile(query), t("due.file")),
      file(workbook(year, unit), t("due.sheets")),
    ),
    list,
  );
}

function said({ counts }: Calendar): string {
  const kinds = (["report", "deadline", "end"] as const).filter((kind) => counts[kind]);
  return kinds.map((kind) => `${counts[kind]} ${t(`due.${kind}`).toLocaleLowerCase("vi")}`).join(" · ");
}

function show(list: HTMLElement, answer: Calendar, query: URLSearchParams, reader: Reader): void {
  begin(list, answer.events, FIRST, (due) => row(due, reader));
  const { next } = answer;
  if (next) list.append(following(() => asks.calendar(query, next), (page) => (show(list, page, query, reader), [])));
}

function row({ day, occasion, task, document, units, receivers }: Due, reader: Reader): HTMLElement {
  const roles = new Map<string, string[]>();
  for (const unit of units)
    roles.set(unit.label, [...(roles.get(unit.label) ?? []), relationWord(reader.words, unit.role)]);
  const who = [...roles].map(([label, words]) => `${label} (${words.join(", ")})`);
  const to = receivers.map((unit) => unit.label).join(", ");
  return el(
    "button",
    { class: `due ${occasion}`, "data-task": task.id, on: { click: () => reader.actions.select(task.id) } },
    el("time", { datetime: day }, dayMonthYear(day)),
    el("span", { class: "sort" }, t(`due.${occasion}` as Key)),
    el(
      "span",
      { class: "what" },
      el("b", {}, property(task, "path")),
      ` ${property(task, "name") || task.label}`,
      el("small", {}, [who.join("; "), to && t("due.to", { to }), document?.label].filter(Boolean).join(" · ")),
    ),
  );
}
