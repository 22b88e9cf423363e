/** In which document a task stands, said beside it by its short name (trong văn bản nào). */
import { property } from "../api";
import { el } from "../dom";
import { t } from "../messages";
import type { GraphNode } from "../types";
import { unbroken } from "../words";
import type { Reader } from "./reader";

/** "trong 76/QĐ-UBND"; written as soon as the name is known, null for what stands in no document. */
export function where(task: GraphNode, reader: Reader): HTMLElement | null {
  const id = property(task, "document");
  if (!id) return null;
  const place = el("small", { class: "where" });
  const said = (document: string) => t("node.in", { document: unbroken(document) });
  const name = reader.nameOf(id);
  if (name === reader.names.now(id)) reader.names.write(place, id, said);
  else place.textContent = said(name);
  return place;
}
