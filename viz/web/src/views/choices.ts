/** The choices of the workload: how long a period is, whose work, in what roles, collectives, threshold (cách tính). */
import { el, type Child } from "../dom";
import { t, type Key } from "../messages";
import type { Reader } from "../panels/reader";
import { COLLECTIVES, PERIODS, readThreshold, ROLES, type State } from "../state";
import { capital, relationWord } from "../words";

/** Week, month, quarter or year. */
export function byPick({ by }: State, reader: Reader): HTMLElement {
  const buttons = PERIODS.map((name) =>
    pressed({ "data-by": name }, t(`work.by.${name}`), by === name, () => reader.actions.work({ by: name, cell: "" })),
  );
  return el("div", { class: "sorts by-pick", role: "group", "aria-label": t("work.by") }, ...buttons);
}

/** The row under the title; `year` stays when the choice changes. */
export function choices(state: State, year: number, reader: Reader): HTMLElement {
  const change = (patch: Partial<Pick<State, "within" | "alone" | "collectives">>) =>
    reader.actions.work({ ...patch, year, unit: "", cell: "" });
  return el("div", { class: "choices" }, scope(state, reader, change), roles(state, reader), collectives(state, change), threshold(state, reader));
}

function scope(state: State, reader: Reader, change: (patch: { within: string; alone: boolean }) => void): HTMLElement {
  const { within, alone } = state;
  const unit = state.unit || within;
  const button = (name: "all" | "below" | "alone", on: boolean) =>
    pressed(
      { "data-within": name, disabled: name !== "all" && !unit, title: name !== "all" && !unit && t("work.within.how") },
      t(`work.within.${name}`),
      on,
      () => change({ within: name === "all" ? "" : unit, alone: name === "alone" }),
    );
  const name = el("b", {});
  if (within) reader.names.write(name, within);
  return group(
    "work.within",
    within !== "" && name,
    button("all", !within),
    button("below", !!within && !alone),
    button("alone", !!within && alone),
  );
}

function roles({ role }: State, reader: Reader): HTMLElement {
  const button = (name: string, word: string, on: boolean, next: State["role"]) =>
    pressed({ "data-role": name }, word, on, () => reader.actions.work({ role: next }));
  const each = ROLES.map((one) => {
    const on = role.includes(one);
    const next = ROLES.filter((other) => (other === one ? !on : role.includes(other)));
    return button(one, capital(relationWord(reader.words, one)), on, next.length < ROLES.length ? next : []);
  });
  return group("work.role", button("", t("work.role.all"), !role.length, []), ...each);
}

function collectives({ collectives }: State, change: (patch: Pick<State, "collectives">) => void): HTMLElement {
  const buttons = COLLECTIVES.map((name) =>
    pressed({ "data-collectives": name }, t(`work.collectives.${name}`), collectives === name, () => change({ collectives: name })),
  );
  return group("work.collectives", ...buttons);
}

function threshold(state: State, reader: Reader): HTMLElement {
  const input = el("input", { type: "number", name: "threshold", min: 0, max: 999999, step: 1, value: state.threshold ?? "" });
  input.addEventListener("change", () => reader.actions.work({ threshold: readThreshold(input.value) }));
  return el("label", { class: "choice" }, t("work.threshold"), input, t("work.threshold.unit"));
}

function group(name: Key, ...children: Child[]): HTMLElement {
  return el("div", { class: "choice sorts", role: "group", "aria-label": t(name) }, el("span", {}, t(name)), ...children);
}

function pressed(attributes: Record<string, unknown>, name: string, on: boolean, click: () => void): HTMLElement {
  return el("button", { ...attributes, "aria-pressed": String(on), on: { click } }, name);
}
