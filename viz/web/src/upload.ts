/** Reading a document in: drop a file, see what was understood, then keep it (đọc thêm văn bản). */
import { Failure, keepFile, previewFile } from "./api";
import { dialog } from "./dialogs";
import { el, fill, type Child } from "./dom";
import { icon } from "./icons";
import { either, t, type Key } from "./messages";
import { begin } from "./panels/more";
import type { Reader } from "./panels/reader";
import { toast } from "./toast";
import type { Member, Reading } from "./types";
import { dayMonthYear, relationWord } from "./words";

const FACTS = ["type", "number", "symbol", "issued", "issuer", "place", "title", "signer"] as const;
const FORMATS =
  ".txt,.md,.html,.htm,.mhtml,.docx,.docm,.dotx,.dotm,.doc,.rtf,.odt,.pdf,.xlsx,.xlsm,.xls,.xlsb,.ods,.png,.jpg,.jpeg,.tif,.tiff,.gif,.webp,.bmp,.zip,.eml,text/*";
const FIRST = 12; // rows before "more"

/** Opens the dialog; `kept` is told the id of a document that is in the store now. */
export function openUpload(reader: Reader, kept: (id: string) => void): void {
  const body = el("div", { class: "upload-body" });
  const box = dialog("upload", t("upload.title"), body);
  const choose = () =>
    fill(
      body,
      drop((file) => void understand(file)),
    );
  const understand = async (file: File) => {
    fill(body, el("p", { role: "status" }, t("upload.reading", { name: file.name })));
    try {
      show(await previewFile(file), file);
    } catch (cause) {
      fail(body, cause, choose);
    }
  };
  const show = (reading: Reading, file: File) => {
    const keep = el("button", { class: "button strong" }, t("upload.keep"));
    keep.addEventListener("click", () => void store(file, keep));
    const again = el("button", { class: "button", on: { click: choose } }, t("upload.again"));
    fill(body, told(reading, file.name, reader), el("div", { class: "upload-foot" }, again, keep));
  };
  const store = async (file: File, keep: HTMLButtonElement) => {
    keep.disabled = true;
    try {
      const { document, files } = await keepFile(file);
      const documents = files.flatMap((one) => one.document ?? []);
      const name = file.name;
      box.close();
      toast(
        files.length
          ? t("upload.keptfiles", { name, count: documents.length, total: files.length })
          : t("upload.kept", { name }),
      );
      kept(document ?? documents[0] ?? "");
    } catch (cause) {
      fail(body, cause, choose);
    }
  };
  choose();
}

function drop(take: (file: File) => void): HTMLElement {
  const input = el("input", { type: "file", accept: FORMATS });
  input.addEventListener("change", () => void (input.files?.[0] && take(input.files[0])));
  const area = el(
    "label",
    { class: "drop" },
    input,
    icon("upload", 26),
    el("b", {}, t("upload.drop")),
    el("span", { class: "note" }, t("upload.formats")),
  );
  for (const name of ["dragover", "dragleave", "drop"] as const) {
    area.addEventListener(name, (event) => {
      event.preventDefault();
      area.classList.toggle("over", name === "dragover");
      const file = name === "drop" ? event.dataTransfer?.files[0] : undefined;
      if (file) take(file);
    });
  }
  return area;
}

// a package is told file by file, each to be opened
function told(reading: Reading, name: string, reader: Reader): HTMLElement {
  if (!reading.files.length) return understood(reading, name, reader);
  const rows = el("div", { class: "members" });
  begin(rows, reading.files, FIRST, (one) => member(one, one.path.slice(name.length + 1), reader));
  return el("div", {}, el("p", { class: "kind" }, t("upload.files", { name, count: reading.files.length })), rows);
}

function member(one: Member, name: string, reader: Reader): HTMLElement {
  if (one.error) {
    const sentence = either(one.error.message, one.error.message_en);
    return el("p", { class: "issue error" }, el("b", {}, name), " ", sentence);
  }
  const { document, citations, tasks, issues } = one;
  const symbol = [words(document["type"]), [document["number"], document["symbol"]].map(words).filter(Boolean).join("/")];
  const counts = { citations: citations.length, tasks: tasks.length, issues: issues.length };
  return el(
    "details",
    { class: "member" },
    el("summary", {}, el("b", {}, name), ` ${symbol.join(" ")} `, el("small", {}, t("upload.counts", counts))),
    understood(one, name, reader),
  );
}

function understood(reading: Omit<Reading, "files">, name: string, reader: Reader): HTMLElement {
  const facts = FACTS.flatMap((fact) => {
    const value = words(reading.document[fact]) || (fact === "number" ? t("upload.nonumber") : "");
    return value ? [el("dt", {}, t(`upload.fact.${fact}`)), el("dd", {}, dayMonthYear(value))] : [];
  });
  return el(
    "div",
    { class: "understood" },
    el("p", { class: "kind" }, t("upload.understood", { name })),
    el("dl", { class: "facts" }, ...facts),
    list("upload.citations", reading.citations, (one) => [
      words(one["label"]),
      el("small", {}, ` · ${relationWord(reader.words, words(one["relation"]))}`),
    ]),
    list("upload.tasks", reading.tasks, (one) => [
      el("b", {}, words(one["path"])),
      ` ${words(one["name"])}`,
      el(
        "small",
        {},
        [words(one["lead"]), words(one["time"])]
          .filter(Boolean)
          .map((part) => ` · ${part}`)
          .join(""),
      ),
    ]),
    list("upload.issues", reading.issues, (one) => [
      either(words(one["message"]) || words(one["rule"]), words(one["message_en"])),
    ]),
  );
}

function list<Row>(title: Key, rows: Row[], draw: (row: Row) => Child[]): HTMLElement {
  const items = el("div", { class: "rows" });
  begin(items, rows, FIRST, (row) => el("p", {}, ...draw(row)));
  const none = el("p", { class: "note" }, t("upload.nothing"));
  return el(
    "section",
    { class: "block" },
    el("h3", {}, `${t(title)} · ${rows.length}`),
    rows.length ? items : none,
  );
}

function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).filter(Boolean).join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function fail(body: HTMLElement, cause: unknown, again: () => void): void {
  if (!(cause instanceof Failure)) throw cause;
  const sentence = either(cause.message, cause.english) || t("state.offline");
  fill(
    body,
    el("p", { class: "issue error", role: "alert" }, sentence),
    el(
      "div",
      { class: "upload-foot" },
      el("button", { class: "button", on: { click: again } }, t("upload.again")),
    ),
  );
}
