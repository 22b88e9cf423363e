/** What hangs on a document, should it end: counts first, then who and what (ảnh hưởng). */
import { asks } from "../api";
import { el, type Child } from "../dom";
import type { Census, Impact } from "../legal";
import { t } from "../messages";
import { dayMonthYear, levelWord } from "../words";
import { later } from "./later";
import { following } from "./more";
import { proved } from "./proved";
import type { Reader } from "./reader";

/** The folded section of what hangs on a document, should it end on this day; "" asks of no day. */
export function impact(id: string, on: string, reader: Reader): HTMLElement {
  const title = on ? t("law.impacton", { day: dayMonthYear(on) }) : t("law.impact");
  return later(title, "impact", async () => {
    const answer = await asks.impact(id, on);
    const { direct, indirect } = answer.counts;
    if (!answer.members.length) return [el("p", { class: "note" }, t("law.nothing"))];
    return [
      el(
        "table",
        { class: "census" },
        el("tr", {}, el("th", {}), ...["document", "task", "unit"].map(heading)),
        counts(t("law.direct"), direct),
        counts(t("law.indirect"), indirect),
      ),
      !answer.complete && el("p", { class: "note part" }, t("count.part")),
      levels([direct, indirect], reader),
      running(answer, on),
      ...rows(id, on, answer, reader),
    ];
  });
}

function heading(kind: string): HTMLElement {
  return el("th", { scope: "col" }, t(`kind.${kind}` as "kind.task"));
}

function counts(name: string, census: Census): HTMLElement {
  const cells = [census.document, census.task, census.unit].map((n) => el("td", {}, n));
  return el("tr", {}, el("th", { scope: "row" }, name), ...cells);
}

function levels(found: Census[], reader: Reader): HTMLElement | null {
  const sums = new Map<string, number>();
  for (const { levels } of found)
    for (const [level, n] of Object.entries(levels)) sums.set(level, (sums.get(level) ?? 0) + n);
  if (!sums.size) return null;
  const named = [...sums].map(([level, n]) => `${levelWord(reader.words, level) || t("law.level")}: ${n}`);
  return el("p", { class: "levels" }, named.join(" · "));
}

function running({ running }: Impact, on: string): HTMLElement | null {
  return running && el("p", { class: "levels running" }, t("law.running", { day: dayMonthYear(on), ...running }));
}

function rows(id: string, on: string, answer: Impact, reader: Reader): Child[] {
  reader.names.learn(answer.nodes);
  const drawn = answer.members.map((member) => {
    const through = member.way.slice(1, -1).map((step) => reader.names.now(step));
    const others = member.other_bases?.length ?? 0;
    const reason = through.length ? t("law.through", { way: through.join(" → ") }) : t("node.proof");
    const row = proved(member, reader, reason);
    if (member.runs_after) row.append(el("small", { class: "others" }, t("law.after", { day: dayMonthYear(on) })));
    if (others) row.append(el("small", { class: "others" }, t("law.others", { n: others })));
    return row;
  });
  const { next } = answer;
  if (!next) return drawn;
  return [...drawn, following(() => asks.impact(id, on, next), (page) => rows(id, on, page, reader))];
}
