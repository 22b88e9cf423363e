/** What hangs on a document, should it end: counts first, then who and what (ảnh hưởng). */
import { asks } from "../api";
import { el, type Child } from "../dom";
import type { Census, Impact } from "../legal";
import { t } from "../messages";
import { levelWord } from "../words";
import { later } from "./later";
import { following } from "./more";
import { proved } from "./proved";
import type { Reader } from "./reader";

/** The folded section of what hangs on a document. */
export function impact(id: string, reader: Reader): HTMLElement {
  return later(t("law.impact"), "impact", async () => {
    const answer = await asks.impact(id);
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
      levels([direct, indirect], reader),
      ...rows(id, answer, reader),
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

function rows(id: string, answer: Impact, reader: Reader): Child[] {
  reader.names.learn(answer.nodes);
  const drawn = answer.members.map((member) => {
    const through = member.way.slice(1, -1).map((step) => reader.names.now(step));
    const others = member.other_bases?.length ?? 0;
    const reason = through.length ? t("law.through", { way: through.join(" → ") }) : t("node.proof");
    const row = proved(member, reader, reason);
    if (others) row.append(el("small", { class: "others" }, t("law.others", { n: others })));
    return row;
  });
  const { next } = answer;
  if (!next) return drawn;
  return [...drawn, following(() => asks.impact(id, next), (page) => rows(id, page, reader))];
}
