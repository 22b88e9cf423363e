/** Light or dark: as the address says, else as chosen before, else as the system has it (nền sáng, tối). */
import type { State } from "./state";

const THEME = "cancu.theme";
const LANG = "cancu.lang";

/** What this browser chose before. */
export function preferences(): Partial<State> {
  const theme = localStorage.getItem(THEME);
  const lang = localStorage.getItem(LANG);
  return {
    theme: theme === "dark" || theme === "light" ? theme : "",
    lang: lang === "en" ? "en" : "vi",
  };
}

/** Keeps the choice for the next visit. */
export function remember({ theme, lang }: State): void {
  if (theme) localStorage.setItem(THEME, theme);
  localStorage.setItem(LANG, lang);
}

/** Whether this state is dark. */
export function isDark({ theme }: State): boolean {
  return theme ? theme === "dark" : system().matches;
}

/** Dresses the page. */
export function dress(state: State): void {
  document.documentElement.dataset.theme = isDark(state) ? "dark" : "light";
}

/** Calls back when the system turns dark or light. */
export function followSystem(turned: () => void): void {
  system().addEventListener("change", turned);
}

function system(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}
