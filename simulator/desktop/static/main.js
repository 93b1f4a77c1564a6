/** Boots the desktop: one state, one reducer, one drawing of the whole page after each action. */
import { html, nothing, render } from "./vendor/lit-3.3.3.js";
import { Agent } from "./agent.js";
import { desk } from "./desk.js";
import { connectionLine, dialogs, failurePage, loadingPage, noticeList } from "./notices.js";
import { initialState, reduce } from "./state.js";
import { readChoices, writeChoices } from "./storage.js";
import { catalogue } from "./text.js";
import "./station.js";

const root = /** @type {HTMLElement} */ (document.getElementById("desk"));
root.replaceChildren();

let state = initialState({
  language: document.documentElement.lang === "sv" ? "sv" : "en",
  appearance: readChoices().appearance ?? "system",
});
let drawn = "";

/** @param {import("./state.js").Action} action */
function dispatch(action) {
  state = reduce(state, action);
  draw();
}

const agent = new Agent({ state: () => state, dispatch });

/** @param {import("./storage.js").Choices} choices */
function choose(choices) {
  const kept = writeChoices(choices);
  dispatch({ kind: "chose", choices });
  if (!kept) dispatch({ kind: "noticed", text: "notice.choiceNotKept", tone: "note" });
}

function draw() {
  const { documentElement } = document;
  const text = catalogue(state.language);
  documentElement.lang = state.language;
  if (state.appearance === "system") delete documentElement.dataset.appearance;
  else documentElement.dataset.appearance = state.appearance;
  document.title = `${text(`title.${state.phase}`)} · ${text("product")}`;
  settleAddress();
  render(html`${screen(text)} ${dialogs({ state, text, agent })}`, root);
  if (drawn !== state.phase && state.phase === "desk") document.getElementById("page")?.focus();
  drawn = state.phase;
}

/** @param {import("./text.js").Text} text */
function screen(text) {
  const messages = html`${connectionLine(state, text)} ${noticeList(state, text, dispatch)}`;
  switch (state.phase) {
    case "failed":
      return state.failure ? failurePage(state.failure, text) : nothing;
    case "station":
      return html`<station-credentials
        .person=${state.person}
        .regions=${state.regions}
        .station=${state.station}
        .language=${state.language}
        .agent=${agent}
        .messages=${messages}
      ></station-credentials>`;
    case "desk":
      return desk({ state, text, agent, choose, messages });
    default:
      return loadingPage(text(`title.${state.phase}`));
  }
}

/** The Task page has an address of its own; everything before it is the front door. */
function settleAddress() {
  const wanted = { desk: "/task", station: "/" }[/** @type {string} */ (state.phase)];
  if (wanted && location.pathname !== wanted) history.replaceState(null, "", wanted);
}

draw();
agent.open();
