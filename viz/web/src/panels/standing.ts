/** Whether a document is in force on a day, in the words of documents (hiệu lực). */
import { asks, Failure } from "../api";
import { el, fill } from "../dom";
import type { Standing } from "../legal";
import { either, t } from "../messages";
import { quotes } from "./quote";
import type { Reader } from "./reader";

/** A line that tells how the document stands, with its proof; it comes when the server has answered. */
export function standing(id: string, on: string, reader: Reader): HTMLElement {
  const place = el("section", { class: "standing", "aria-live": "polite" });
  void asks.state(id, on).then(
    (answer) => draw(place, answer, reader),
    (cause: unknown) => {
      if (!(cause instanceof Failure)) throw cause;
      place.remove();
    },
  );
  return place;
}

function draw(place: HTMLElement, answer: Standing, reader: Reader): void {
  const { in_force: holds, acts, evidence, notes } = answer;
  place.dataset.holds = holds === null ? "unknown" : String(holds);
  const proofs = [...evidence, ...acts.flatMap((act) => act.edges.flatMap((edge) => edge.evidence))];
  const more = notes.map((note) => el("p", { class: "note" }, either(note.message, note.message_en)));
  fill(
    place,
    el("p", {}, either(answer.text, answer.text_en)),
    (proofs.length > 0 || more.length > 0) &&
      el(
        "details",
        { class: "proof" },
        el("summary", {}, t("node.why")),
        ...more,
        ...(proofs.length ? quotes(proofs, reader, 4) : []),
      ),
  );
}
