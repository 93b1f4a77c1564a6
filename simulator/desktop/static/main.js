/** Boots the desktop: one state, one reducer, a rendering of the whole page after each action. */
import { html, nothing, render } from "./vendor/lit-3.3.3.js";
import { watchTime } from "./api/servicetime.js";
import { keepFocus } from "./browser/focus.js";
import { couldNotLoad, reportFailure, reportOpen } from "./browser/loading.js";
import { readChoices, writeChoices } from "./browser/storage.js";
import { display, watchDisplay } from "./browser/viewport.js";
import { GLOBAL, Host } from "./host/host.js";
import { Agent } from "./services/agent.js";
import { Inactivity } from "./services/inactivity.js";
import { reduce } from "./state/actions.js";
import { addressOfPage, pageOfAddress } from "./state/pages.js";
import { initialState } from "./state/state.js";
import { catalogue } from "./text/text.js";
import { desk } from "./views/desk/desk.js";
import { teamsAccount } from "./views/shared/collaboration.js";
import { displayNotice, raiseDisplayNotice, zoomAdvice } from "./views/shared/display.js";
import { failurePage } from "./views/shared/failure-page.js";
import { banner } from "./views/shared/features.js";
import { limitDialog } from "./views/shared/inactivity-warning.js";
import { connectionLine, dialogs, loadingPage, noticeList } from "./views/shared/notices.js";
import "./views/station/station.js";

const root = /** @type {HTMLElement} */ (document.getElementById("desk"));
root.replaceChildren();
keepFocus(root);

let state = initialState({
  language: document.documentElement.lang === "sv" ? "sv" : "en",
  appearance: readChoices().appearance ?? "system",
  display: display(),
});
let drawn = "";

/** @param {import("./state/actions.js").Action} action */
function dispatch(action) {
  state = reduce(state, action);
  inactivity.follow(state);
  draw();
  host.follow(action);
}

const agent = new Agent({ state: () => state, dispatch });
const inactivity = new Inactivity({
  onNear: (endsAt) => dispatch({ kind: "limitNear", endsAt }),
  onEnd: () => agent.signOutInactive(),
});
const host = new Host({ gateway: agent.gateway, metrics: agent.metrics, state: () => state, dispatch });
Object.assign(self, { [GLOBAL]: host.service(document) });

/** Stay Signed In (AD-093). */
function stay() {
  inactivity.stay();
  dispatch({ kind: "limitAnswered" });
}

/** @param {import("./state/state.js").Choices} choices */
function choose(choices) {
  const saved = writeChoices(choices);
  dispatch({ kind: "chose", choices });
  if (!saved) dispatch({ kind: "noticed", text: "notice.choiceNotSaved", tone: "note" });
}

function draw() {
  const { documentElement } = document;
  const text = catalogue(state.language);
  documentElement.lang = state.language;
  if (state.appearance === "system") delete documentElement.dataset.appearance;
  else documentElement.dataset.appearance = state.appearance;
  document.title = `${text(`title.${state.phase}`)} · ${text("product")}`;
  settleAddress();
  render(html`${screen(text)} ${dialogs({ state, text, agent })} ${limitDialog({ state, text, agent, stay })} ${displayNotice(state, text)}`, root);
  raiseDisplayNotice(root);
  const opened = state.phase === "desk" && state.layout ? state.page : state.phase;
  if (drawn !== opened && state.phase === "desk") document.getElementById("page")?.focus();
  drawn = opened;
}

/** @param {import("./text/text.js").Text} text */
function screen(text) {
  const messages = html`${connectionLine(state, text)} ${zoomAdvice(state, text)} ${noticeList(state, text, dispatch)}`;
  switch (state.phase) {
    case "loading":
      return nothing;
    case "failed":
      return failed(text);
    case "station":
      reportOpen();
      return html`<station-credentials
        .person=${state.person}
        .regions=${state.regions}
        .station=${state.station}
        .language=${state.language}
        .agent=${agent}
        .messages=${messages}
        .collaboration=${teamsAccount({ state, text, agent }, "step")}
      ></station-credentials>`;
    case "desk":
      if (!state.layout) return nothing;
      reportOpen();
      return html`<div class="bannered">${banner(state, text)} ${desk({ state, text, agent, choose, dispatch, messages })}</div>`;
    case "ended":
      reportOpen();
      return html`<main class="stage"></main>`;
    default:
      reportOpen();
      return loadingPage(text(`title.${state.phase}`));
  }
}

/** Draws the failures that have a page of their own; boot.js draws all others. @param {import("./text/text.js").Text} text */
function failed(text) {
  const known = state.failure && failurePage(state.failure, text, agent);
  if (known) reportOpen();
  else if (state.failure) reportFailure(state.failure);
  return known ?? nothing;
}

/** The desk's pages have their own addresses; everything before them is at `/`. */
function settleAddress() {
  const address = { desk: state.layout && addressOfPage(state.page), station: "/" }[/** @type {string} */ (state.phase)];
  if (address && location.pathname !== address) history.replaceState(null, "", address);
}

watchTime();
watchDisplay((display) => dispatch({ kind: "displayed", display }));
addEventListener("popstate", () => {
  const page = pageOfAddress(location.pathname);
  if (page !== null && state.phase === "desk") dispatch({ kind: "turnedTo", page });
});
draw();
if (!couldNotLoad()) agent.open();
