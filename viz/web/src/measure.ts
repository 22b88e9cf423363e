/** Measures text with the real font, so that lines on cards never run over (đo chữ). */

const FAMILY = '"Be Vietnam Pro", "Noto Sans", "Segoe UI", sans-serif';
const WEIGHTS = [400, 500, 600, 700];

let pen: CanvasRenderingContext2D | null = null;
const known = new Map<string, number>();

/** Waits for the font: measuring before it is there would cut lines at the wrong place. */
export async function loadFont(): Promise<void> {
  await Promise.all(
    WEIGHTS.map((weight) => document.fonts.load(`${weight} 13px "Be Vietnam Pro"`, "Căn cứ đặt")),
  );
}

/** The width of a text in px. */
export function width(text: string, size: number, weight = 400): number {
  const key = `${size}|${weight}|${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  pen ??= document.createElement("canvas").getContext("2d")!;
  pen.font = `${weight} ${size}px ${FAMILY}`;
  const measured = pen.measureText(text).width;
  known.set(key, measured);
  return measured;
}

/** The text on at most `lines` lines of `room` px; what does not fit ends in "…". */
export function wrap(text: string, room: number, lines: number, size: number, weight = 400): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const done: string[] = [];
  let line = "";
  for (const [at, word] of words.entries()) {
    const longer = line ? `${line} ${word}` : word;
    if (width(longer, size, weight) <= room || !line) {
      line = longer;
    } else if (done.length === lines - 1) {
      return [...done, cut(`${line} ${words.slice(at).join(" ")}`, room, size, weight)];
    } else {
      done.push(line);
      line = word;
    }
  }
  return [...done, cut(line, room, size, weight)];
}

/** One line, cut with "…" where it runs over. */
export function cut(text: string, room: number, size: number, weight = 400): string {
  if (width(text, size, weight) <= room) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (width(`${text.slice(0, middle)}…`, size, weight) <= room) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low).trimEnd()}…`;
}

/** The largest size, between `least` and `size`, at which the text fits the room. */
export function shrink(text: string, room: number, size: number, least: number, weight = 700): number {
  const wide = width(text, size, weight);
  return wide <= room ? size : Math.max(least, Math.floor(((size * room) / wide) * 10) / 10);
}
