/** The whole state of the explorer, and its one spelling: the address of the page. */

/** The ways to look (cách xem). */
export const VIEWS = ["chain", "explore", "workload", "findings", "compare"] as const;
/** One of the ways to look. */
export type View = (typeof VIEWS)[number];
/** How long a period of the workload is (kỳ). */
export const PERIODS = ["week", "month", "quarter", "year"] as const;
/** One of the lengths of a period. */
export type By = (typeof PERIODS)[number];
/** What becomes of the work laid on a collective of units (tập hợp đơn vị). */
export const COLLECTIVES = ["apart", "none", "members"] as const;
/** One of the ways to count a collective. */
export type Collectives = (typeof COLLECTIVES)[number];
/** In what roles a unit has its work (vai). */
export const ROLES = ["leads", "executes", "coordinates", "advises", "supervises"] as const;
/** One of the roles. */
export type Role = (typeof ROLES)[number];
/** What a planner must settle in a task (việc cần xử lý). */
export const ATTENTIONS = ["no-lead", "no-date", "two-leads"] as const;
/** One of the reasons to look at a task. */
export type Attention = (typeof ATTENTIONS)[number];
/** A place in the picture. */
export type Point = readonly [x: number, y: number];

/** Everything that decides what is on the screen; never changed in place. */
export interface State {
  readonly view: View;
  readonly root: string;
  readonly sel: string;
  readonly ask: string;
  readonly path: readonly [from: string, to: string] | null;
  readonly off: readonly string[];
  readonly years: readonly [first: number, last: number] | null;
  readonly pin: Readonly<Record<string, Point>>;
  readonly hide: readonly string[];
  readonly expand: readonly string[];
  readonly add: readonly string[];
  readonly year: number;
  readonly unit: string;
  readonly cell: string;
  readonly a: string;
  readonly b: string;
  readonly on: string;
  readonly by: By;
  readonly within: string;
  readonly alone: boolean;
  readonly collectives: Collectives;
  readonly threshold: number | null;
  /** the roles that are counted; none named: all */
  readonly role: readonly Role[];
  readonly attention: Attention | "";
  readonly theme: "" | "light" | "dark";
  readonly lang: "vi" | "en";
}

/** The state of a page opened for the first time. */
export const START: State = {
  view: "chain",
  root: "",
  sel: "",
  ask: "",
  path: null,
  off: [],
  years: null,
  pin: {},
  hide: [],
  expand: [],
  add: [],
  year: 0,
  unit: "",
  cell: "",
  a: "",
  b: "",
  on: "",
  by: "quarter",
  within: "",
  alone: false,
  collectives: "apart",
  threshold: null,
  role: [],
  attention: "",
  theme: "",
  lang: "vi",
};

/** The state an address says; what it does not say, or says wrongly, is as at the start. */
export function fromAddress(search: string, start: State = START): State {
  const query = new URLSearchParams(search);
  const one = (name: string) => query.get(name) ?? "";
  const theme = one("theme");
  return {
    ...start,
    view: VIEWS.find((view) => view === one("view")) ?? start.view,
    root: one("root"),
    sel: one("sel"),
    ask: one("ask"),
    path: readPath(one("path")),
    off: many(query, "off"),
    years: readYears(one("years")),
    pin: Object.fromEntries(query.getAll("pin").flatMap(readPin)),
    hide: many(query, "hide"),
    expand: many(query, "expand"),
    add: many(query, "add"),
    year: Number.parseInt(one("year"), 10) || 0,
    unit: one("unit"),
    cell: one("cell"),
    a: one("a"),
    b: one("b"),
    on: readDay(one("on")),
    by: PERIODS.find((by) => by === one("by")) ?? start.by,
    within: one("within"),
    alone: one("sub_units") === "false",
    collectives: COLLECTIVES.find((way) => way === one("collectives")) ?? start.collectives,
    threshold: readThreshold(one("threshold")),
    role: ROLES.filter((role) => many(query, "role").includes(role)),
    attention: ATTENTIONS.find((why) => why === one("attention")) ?? start.attention,
    theme: theme === "light" || theme === "dark" ? theme : start.theme,
    lang: one("lang") === "en" ? "en" : one("lang") === "vi" ? "vi" : start.lang,
  };
}

/** The address of a state, with only what differs from the start. */
export function toAddress(state: State): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string) => void (value && query.set(name, value));
  put("view", state.view === START.view ? "" : state.view);
  for (const name of ["root", "sel", "ask", "unit", "cell", "within", "a", "b", "on", "attention", "theme"] as const) put(name, state[name]);
  put("by", state.by === START.by ? "" : state.by);
  put("sub_units", state.alone ? "false" : "");
  put("collectives", state.collectives === START.collectives ? "" : state.collectives);
  put("threshold", state.threshold === null ? "" : String(state.threshold));
  put("lang", state.lang === START.lang ? "" : state.lang);
  put("path", state.path?.join("~") ?? "");
  put("years", state.years?.join("-") ?? "");
  put("year", state.year ? String(state.year) : "");
  for (const name of ["off", "hide", "expand", "add", "role"] as const) put(name, state[name].join(","));
  for (const [id, [x, y]] of Object.entries(state.pin))
    query.append("pin", `${id}:${Math.round(x)}:${Math.round(y)}`);
  const text = query
    .toString()
    .replaceAll("%2F", "/")
    .replaceAll("%2C", ",")
    .replaceAll("%3A", ":")
    .replaceAll("%7E", "~");
  return text ? `?${text}` : "";
}

/** What the server needs to draw this state; the key of a scene. */
export function sceneQuery(state: State): URLSearchParams {
  const query = new URLSearchParams();
  if (state.root) query.set("root", state.root);
  query.set("view", state.view === "explore" ? "explore" : "chain");
  if (state.lang !== START.lang) query.set("lang", state.lang);
  if (state.expand.length) query.set("expand", state.expand.join(","));
  if (state.add.length) query.set("add", state.add.join(","));
  return query;
}

function many(query: URLSearchParams, name: string): string[] {
  return (query.get(name) ?? "").split(",").filter(Boolean);
}

function readPath(text: string): State["path"] {
  const [from, to] = text.split("~");
  return from && to ? [from, to] : null;
}

function readYears(text: string): State["years"] {
  const [first, last] = text.split("-").map((part) => Number.parseInt(part, 10));
  return first && last && first <= last ? [first, last] : null;
}

/** An ISO day that there is; "" for any other. */
export function readDay(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : null;
  return day?.getTime() && day.toISOString().startsWith(text) ? text : ""; // there is no 31 February
}

/** A threshold as it is written: a whole number from 0 on, or none. */
export function readThreshold(text: string): number | null {
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function readPin(text: string): [string, Point][] {
  const found = /^(.+):(-?\d+):(-?\d+)$/.exec(text);
  return found ? [[found[1]!, [Number(found[2]), Number(found[3])]]] : [];
}
