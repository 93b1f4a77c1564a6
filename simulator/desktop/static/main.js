/** Boots the desktop: one state, one reducer, one drawing of the whole page after each action. */
import { html, nothing, render } from "./vendor/lit-3.3.3.js";
import { watchTime } from "./api/servicetime.js";
import { couldNotLoad, tellFailed, tellOpen } from "./browser/loading.js";
import { readChoices, writeChoices } from "./browser/storage.js";
import { display, watchDisplay } from "./browser/viewport.js";
import { Agent } from "./services/agent.js";
import { Inactivity } from "./services/inactivity.js";
import { reduce } from "./state/actions.js";
import { addressOfPage, pageOfAddress } from "./state/pages.js";
import { initialState } from "./state/state.js";
import { catalogue } from "./text/text.js";
import { desk } from "./views/desk/desk.js";
import { teamsAccount } from "./views/shared/collaboration.js";
import { displayNotice, raiseDisplayNotice, zoomAdvice } from "./views/shared/display.js";
import { banner } from "./views/shared/features.js";
import { limitDialog } from "./views/shared/inactivity-warning.js";
import { connectionLine, dialogs, loadingPage, noticeList } from "./views/shared/notices.js";
import { troublePage } from "./views/shared/failure-page.js";
import "./views/station/station.js";

const root = /** @type {HTMLElement} */ (document.getElementById("desk"));
root.replaceChildren();

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
}

const agent = new Agent({ state: () => state, dispatch });
const inactivity = new Inactivity({
  onNear: (endsAt) => dispatch({ kind: "limitNear", endsAt }),
  onEnd: () => agent.signOutInactive(),
});

/** Stay Signed In (AD-093). */
function stay() {
  inactivity.stay();
  dispatch({ kind: "limitAnswered" });
}

/** @param {import("./state/state.js").Choices} choices */
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
      tellOpen();
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
      tellOpen();
      return html`<div class="bannered">${banner(state, text)} ${desk({ state, text, agent, choose, dispatch, messages })}</div>`;
    case "ended":
      tellOpen();
      return html`<main class="stage"></main>`;
    default:
      tellOpen();
      return loadingPage(text(`title.${state.phase}`));
  }
}

/** What only the modules know how to tell is theirs; all other failures are boot.js's. @param {import("./text/text.js").Text} text */
function failed(text) {
  const known = state.failure && troublePage(state.failure, text, agent);
  if (known) tellOpen();
  else if (state.failure) tellFailed(state.failure);
  return known ?? nothing;
}

/** The Task page and its like have addresses of their own; everything before them is the front door. */
function settleAddress() {
  const wanted = { desk: state.layout && addressOfPage(state.page), station: "/" }[/** @type {string} */ (state.phase)];
  if (wanted && location.pathname !== wanted) history.replaceState(null, "", wanted);
}

watchTime();
watchDisplay((display) => dispatch({ kind: "displayed", display }));
addEventListener("popstate", () => {
  const page = pageOfAddress(location.pathname);
  if (page !== null && state.phase === "desk") dispatch({ kind: "turnedTo", page });
});
draw();
if (!couldNotLoad()) agent.open();
