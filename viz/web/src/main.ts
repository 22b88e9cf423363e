/** Starts the explorer: font and vocabulary first, then the picture. */
import "./styles/index.css";
import { asks, Failure } from "./api";
import { App } from "./app";
import { el } from "./dom";
import { startHistory } from "./history";
import { loadFont } from "./measure";
import { either, speak, t } from "./messages";
import { dress, preferences } from "./theme";

async function main(): Promise<void> {
  const history = startHistory(preferences());
  speak(history.get().lang);
  dress(history.get());
  try {
    const [words] = await Promise.all([asks.vocabulary(), loadFont()]);
    await new App(words, history).start();
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    const retry = el(
      "button",
      { class: "button strong", on: { click: () => location.reload() } },
      t("state.retry"),
    );
    document.body.replaceChildren(
      el(
        "div",
        { class: "veil" },
        el("h2", {}, either(cause.message, cause.english) || t("state.offline")),
        retry,
      ),
    );
  }
}

void main();
