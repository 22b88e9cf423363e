/** Asks the server; every failure becomes a Failure with the server's own sentence in both languages. */
import type { Comparison, Pair } from "./comparison";
import { either, t } from "./messages";
import type { Diagram, Impact, Standing } from "./legal";
import type { Calendar, Findings, GraphNode, Hit, Kept, Missing, Reading, Reply, Scene, Shown, SourceText, Unsettled, Vocabulary, Workload } from "./types";

const BASE = "/api/v1";

/** Why there is no answer: `code` "offline" when the server could not be reached at all. */
export class Failure extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly english: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** The answer of a GET; `signal` gives it up. */
export async function ask<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return answered<Answer>(() => fetch(BASE + path, { signal, headers: { accept: "application/json" } }));
}

/** What would be understood of a file; nothing is kept (xem trước). */
export async function previewFile(file: File): Promise<Reading> {
  return send<Reading>(file, "?preview=true");
}

/** Puts a file, or every file of a package, into the store (giữ lại). */
export async function keepFile(file: File): Promise<Kept> {
  return send<Kept>(file, "");
}

/** Every question the explorer asks (câu hỏi tới máy chủ). */
export const asks = {
  vocabulary: () => ask<Vocabulary>("/vocabulary"),
  scene: (query: URLSearchParams, signal?: AbortSignal) => ask<Scene>(`/scene?${query}`, signal),
  search: (text: string, signal: AbortSignal) =>
    ask<{ hits: Hit[] }>(`/search?limit=12&q=${encodeURIComponent(text)}`, signal),
  node: (id: string, signal?: AbortSignal) => ask<Shown>(`/nodes/${slashed(id)}`, signal),
  text: (id: string) => ask<SourceText>(`/text/${slashed(id)}`),
  workload: (query: URLSearchParams) => ask<Workload>(`/workload?${query}`),
  tasks: (query: URLSearchParams, cursor = "") =>
    ask<Unsettled>(`/tasks?${query}&${new URLSearchParams({ limit: "40", cursor })}`),
  findings: (severity = "", cursor = "") =>
    ask<Findings>(`/findings?${new URLSearchParams({ ...(severity && { severity }), cursor })}`),
  calendar: (query: URLSearchParams, cursor = "") =>
    ask<Calendar>(`/calendar?${query}&${new URLSearchParams({ limit: "60", cursor })}`),
  ask: (question: string) => ask<Reply>(`/ask?q=${encodeURIComponent(question)}`),
  state: (id: string, at = "") => ask<Standing>(`/state/${slashed(id)}?${new URLSearchParams({ ...(at && { at }) })}`),
  relations: (id: string, category = "", cursor = "") =>
    ask<Diagram>(`/relations/${slashed(id)}?${new URLSearchParams({ ...(category && { category }), cursor })}`),
  impact: (id: string, on = "", cursor = "") =>
    ask<Impact>(`/impact/${slashed(id)}?${new URLSearchParams({ ...(on && { on }), limit: "40", cursor })}`),
  comparable: (near: string) => ask<{ pairs: Pair[] }>(`/compare/pairs?${new URLSearchParams({ ...(near && { near }) })}`),
  compare: (a: string, b: string) => ask<Comparison>(`/compare?${new URLSearchParams({ a, b })}`),
  documents: (text: string, signal: AbortSignal) =>
    ask<{ hits: Hit[] }>(`/search?${new URLSearchParams({ kind: "document", limit: "6", q: text })}`, signal),
  missing: () => ask<Missing>("/missing?limit=20"),
};

/** Where the picture of a page is (ảnh trang). */
export function pageAddress(id: string, page: number): string {
  return `${BASE}/pages/${page}/${slashed(id)}`;
}

/** Why an address that is no JSON did not answer, in the server's own sentence (vì sao). */
export async function askWhy(address: string): Promise<string> {
  const cause = await answered<unknown>(() => fetch(address)).catch((cause: unknown) => cause);
  return (cause instanceof Failure && either(cause.message, cause.english)) || t("state.offline");
}

/** Where the standalone page of this state is downloaded (trang HTML ngoại tuyến). */
export function exportAddress(query: URLSearchParams): string {
  return `${BASE}/export/html?${query}`;
}

/** Where the calendar is downloaded as a file that Outlook and Google import (tệp lịch). */
export function calendarFile(query: URLSearchParams): string {
  return `${BASE}/calendar.ics?${query}`;
}

/** Where the planner's tables are downloaded as a workbook (bảng tính). */
export function workbook(year: number, unit: string): string {
  return `${BASE}/export/xlsx?${new URLSearchParams({ year: String(year), ...(unit && { unit }) })}`;
}

/** A property of a node as text; "" when it is not there. */
export function property(node: GraphNode, name: string): string {
  const value = node[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

async function send<Answer>(file: File, query: string): Promise<Answer> {
  const body = new FormData();
  body.append("file", file, file.name);
  return answered<Answer>(() => fetch(`${BASE}/documents${query}`, { method: "POST", body }));
}

// ids hold "/" and the routes take them as they are; everything else is escaped
function slashed(id: string): string {
  return id.split("/").map(encodeURIComponent).join("/");
}

async function answered<Answer>(request: () => Promise<Response>): Promise<Answer> {
  const response = await request().catch((cause: Error) => {
    if (cause.name === "AbortError") throw cause;
    throw new Failure("offline", "", "", 0);
  });
  const body = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as Answer;
  const error = body?.error ?? {};
  throw new Failure(error.code ?? "offline", error.message ?? "", error.message_en ?? "", response.status);
}
