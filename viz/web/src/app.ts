/** Holds the explorer together: a change of the state, a scene, a picture, a panel. */
import { Actions } from "./actions";
import { Failure } from "./api";
import { basesOf, type Step } from "./chains";
import { showHelp } from "./dialogs";
import { el, fill, set } from "./dom";
import { downloadMenu } from "./downloads";
import { header } from "./header";
import type { History } from "./history";
import { listenToKeys } from "./keys";
import { speak, t } from "./messages";
import { Names } from "./names";
import { Panel } from "./panel";
import { isPicture, Pages } from "./pages";
import { findPath } from "./paths";
import { drawLegend } from "./panels/legend";
import type { Reader } from "./panels/reader";
import { openSource } from "./panels/source";
import { Picture } from "./picture/picture";
import { Scenes } from "./scenes";
import { Search } from "./search";
import { Stage } from "./stage";
import { Sheets } from "./sheets";
import { sceneQuery, type State } from "./state";
import { Texts } from "./texts";
import { dress, followSystem, isDark, remember } from "./theme";
import { toast } from "./toast";
import type { Scene, Vocabulary } from "./types";
import { openUpload } from "./upload";
import { cardOf, visible } from "./visible";
import { colour } from "./words";

/** The explorer on the page (trình khám phá). */
export class App {
  private readonly actions: Actions;
  private readonly texts = new Texts();
  private readonly names = new Names();
  private readonly scenes = new Scenes();
  private readonly picture: Picture;
  private readonly stage: Stage;
  private readonly search: Search;
  private readonly panel: Panel;
  private readonly bar: { element: HTMLElement; draw(): void };
  private readonly sheets = new Sheets();
  private readonly skip = el("a", { class: "skip" });
  private readonly page = el("main", { class: "page", id: "page", hidden: true });
  private readonly pages = new Pages(this.page);
  private scene: Scene | null = null;
  private base: Scene | null = null; // the scene of the root, also while the scene of a path stands over it
  private steps: Step[] | null = null;
  private drawnFor: { key: string; scene: Scene | null; path: State["path"] } = {
    key: "",
    scene: null,
    path: null,
  };
  private content: unknown[] = []; // what the picture was drawn from
  private linking = ""; // the card whose chain waits for its other end

  constructor(
    private readonly words: Vocabulary,
    private readonly history: History,
  ) {
    this.actions = new Actions(history, () => this.scene);
    this.picture = new Picture(words, {
      select: (id, shift) => this.choose(id, shift),
      open: (id) => this.actions.open(id),
      pin: (id, x, y) => this.actions.pin(id, x, y),
      link: (id) => this.actions.select(id),
      nothing: () => this.sheets.closeOver(),
    });
    this.stage = new Stage(this.picture, this.actions);
    this.search = new Search((id) => this.go(id), (text) => this.actions.ask(text), this.names);
    this.panel = new Panel(this.reader(), this.names);
    this.bar = header(
      history,
      this.actions,
      {
        upload: () => this.upload(),
        download: (opener) =>
          downloadMenu(opener, this.picture, history.get(), this.scene?.title ?? "can-cu"),
        help: showHelp,
        filters: () => this.sheets.filters(),
        copyLink: () =>
          void navigator.clipboard?.writeText(location.href).then(() => toast(t("tool.linked"))),
      },
      this.search.element,
    );
    this.build();
  }

  /** Draws the first picture and follows every change from then on. */
  async start(): Promise<void> {
    this.history.follow((now, before) => void this.turn(now, before));
    followSystem(() => this.restyle());
    listenToKeys({
      history: this.history,
      actions: this.actions,
      picture: this.picture,
      help: showHelp,
      search: () => this.search.focus(),
      select: (id, shift) => this.choose(id, shift),
    });
    this.restyle();
    this.sheets.first(this.history.get());
    await this.show();
  }

  private build(): void {
    this.sheets.hold(this.panel.element);
    document.body.replaceChildren(
      this.skip,
      this.bar.element,
      this.sheets.legend,
      this.stage.element,
      this.page,
      this.sheets.side,
    );
  }

  private async turn(now: State, before: State): Promise<void> {
    if (now.theme !== before.theme || now.lang !== before.lang) {
      remember(now);
      this.restyle();
    }
    this.sheets.turn(now, before);
    await this.show();
  }

  /** Fetches what the state needs and draws it. */
  private async show(): Promise<void> {
    const state = this.history.get();
    const drawing = isPicture(state.view);
    set(document.body, { "data-view": state.view });
    this.stage.element.hidden = !drawing;
    this.sheets.legend.hidden = !drawing;
    this.page.hidden = drawing;
    set(this.skip, { href: drawing ? "#stage" : "#page" });
    fill(this.skip, t(drawing ? "app.skip" : "app.skippage"));
    this.bar.draw();
    try {
      if (!drawing) return await this.showPage(state);
      this.pages.forget();
      await this.fetch(state);
      this.stage.warn("");
      if (this.history.get() === state) this.draw();
    } catch (cause) {
      if (cause instanceof Failure && this.history.get() === state) this.fail(cause);
      else if ((cause as Error).name !== "AbortError" && !(cause instanceof Failure)) throw cause;
    }
  }

  private async showPage(state: State): Promise<void> {
    const current = () => this.history.get() === state;
    document.title = `${t(`view.${state.view}`)} · ${t("app.name")}`;
    const side = await this.pages.show(state, this.reader(), current);
    if (!current() || !side) return;
    if (state.sel || state.ask) await this.panel.show(null, null, state);
    else this.panel.put(side);
  }

  private async fetch(state: State): Promise<void> {
    const waiting = setTimeout(() => this.scene || this.stage.instead(t("state.loading")), 250);
    try {
      this.base = await this.scenes.get(sceneQuery(state), this.base);
      const path = state.path && (await findPath(state.path, this.base, this.scenes, sceneQuery(state)));
      this.scene = path?.scene ?? this.base;
      this.steps = path?.steps ?? null;
    } finally {
      clearTimeout(waiting);
    }
    this.stage.instead("");
  }

  private draw(): void {
    const state = this.history.get();
    const scene = this.scene!;
    const seen = visible(scene, state);
    const placed = seen.cards.map((card) =>
      state.pin[card.id] ? { ...card, x: state.pin[card.id]![0], y: state.pin[card.id]![1] } : card,
    );
    const key = `${scene.root}|${scene.view}|${this.scene === this.base ? "" : state.path?.join()}`;
    const content = [scene, state.off, state.hide, state.years, state.pin, state.lang];
    if (content.some((part, at) => part !== this.content[at])) this.picture.draw(scene, placed, seen.links);
    this.content = content;
    this.picture.emphasise({
      selected: cardOf(scene, state.sel)?.id ?? state.sel,
      steps: new Map(this.steps?.map((step, at) => [step.card.id, at + 1])),
      links: new Set(this.steps?.flatMap((step) => (step.link ? [step.link.id] : []))),
    });
    const centre = state.sel || scene.root;
    if (key !== this.drawnFor.key) this.picture.frame(centre, basesOf(scene, centre));
    else if (scene !== this.drawnFor.scene && scene.view === "chain" && this.picture.camera.untouched)
      this.picture.fit();
    if (this.steps && state.path !== this.drawnFor.path)
      this.picture.show(this.steps.map((step) => step.card.id));
    this.drawnFor = { key, scene, path: state.path };
    this.stage.describe(scene, this.steps, state);
    drawLegend(this.sheets.legend, scene, state, this.words, this.actions);
    document.title = scene.title ? `${scene.title} · ${t("app.name")}` : t("app.name");
    void this.panel.show(scene, this.steps, state).then(() => this.uncover(state));
  }

  // on a narrow screen the sheet must not hide the card it speaks of
  private uncover(state: State): void {
    const height = this.sheets.hidden();
    if (height) this.picture.reveal(cardOf(this.scene!, state.sel)?.id ?? "", height);
  }

  private choose(id: string, shift: boolean): void {
    const from = this.linking || (shift ? this.history.get().sel : "");
    this.linking = "";
    if (from && from !== id && this.picture.where(from)) this.actions.chain(from, id);
    else this.actions.select(id);
  }

  private go(id: string): void {
    this.actions.go(id);
    void this.show().then(() => this.picture.visit(cardOf(this.scene!, id)?.id ?? id));
  }

  private kept(id: string): void {
    this.scenes.forget();
    this.panel.forget();
    this.pages.forget();
    this.actions.root(id);
  }

  private fail(cause: Failure): void {
    const { root, sel } = this.history.get();
    const gone = cause.status === 404 ? root : "";
    if (gone) this.lose(sel && sel !== gone ? sel : "");
    this.stage.fail(cause, !!this.scene, {
      gone,
      retry: () => void this.show(),
      restart: () => this.actions.root(""),
      upload: root ? undefined : () => this.upload(),
    });
  }

  // a picture around a node that is not there is none; what is chosen may still be known
  private lose(sel: string): void {
    this.scene = this.base = this.steps = null;
    void this.panel.show(null, null, { ...this.history.get(), sel, path: null });
  }

  private upload(): void {
    openUpload(this.reader(), (id) => this.kept(id));
  }

  private restyle(): void {
    const state = this.history.get();
    speak(state.lang);
    dress(state);
    colour(this.words, isDark(state));
    this.sheets.speak();
    this.search.speak();
    this.stage.speak();
    this.bar.draw();
  }

  private reader(): Reader {
    return {
      words: this.words,
      texts: this.texts,
      names: this.names,
      actions: this.actions,
      say: toast,
      go: (id) => this.go(id),
      link: (id) => {
        this.linking = id;
        this.sheets.away();
        toast(t("path.pick"));
      },
      nameOf: (id) => this.panel?.nameOf(id, this.scene) ?? id,
      openSource: (evidence) => {
        const others = this.scene?.links.flatMap((link) => link.evidence) ?? [];
        void openSource(evidence, others, this.texts, this.panel.nameOf(evidence.doc, this.scene));
      },
    };
  }
}
