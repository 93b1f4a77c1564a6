/** The desk an agent works at: header with availability and profile, navigation, and the Task page. */
import { html, nothing } from "../../vendor/lit-3.3.3.js";
import { DEFAULT_LAYOUT } from "../../state/layout.js";
import { addressOfPage } from "../../state/pages.js";
import { AVAILABLE } from "../../state/person.js";
import { house, inbox, sheet } from "../shared/icons.js";
import { availability } from "./availability.js";
import { interactionPane, ringing, taskList, unanswered } from "./calls.js";
import { contacts } from "./contacts.js";
import { HEADER_PARTS, brand } from "./header.js";
import { monitoringPane, ongoingConversations } from "./monitoring.js";
import { profile } from "./profile.js";
import { widget, widgetPage } from "./widgets.js";

/** @typedef {import("./desktop.js").Desktop} Desktop */
/** @typedef {import("../../text/text.js").Text} Text */
/** @typedef {import("../../state/layout.js").Layout} Layout */

/** @param {Desktop} desktop */
export function desk(desktop) {
  const { state, text, messages } = desktop;
  const layout = state.layout ?? DEFAULT_LAYOUT;
  /** @type {typeof HEADER_PARTS} */
  const parts = { ...HEADER_PARTS, availability };
  return html`<div class="desk">
    <header class="bar">
      ${brand(layout, text)}
      <div class="tools">${layout.header.map((part) => parts[part]?.(desktop))} ${layout.extra.map((each) => widget(each, desktop))} ${contacts(desktop)} ${profile(desktop)}</div>
    </header>
    ${messages} ${rail(desktop, layout)} ${page(desktop, layout)}
    ${layout.panel && state.page === "task"
      ? html`<aside class="aside" aria-label=${text("desk.panel")}>${widget(layout.panel, desktop)}</aside>`
      : nothing}
    ${layout.persistent.length > 0
      ? html`<section class="persistent" aria-label=${text("desk.persistent")}>${layout.persistent.map((each) => widget(each, desktop))}</section>`
      : nothing}
    <div class="headless" hidden>${layout.headless.map((each) => widget(each, desktop))}</div>
    ${ringing(desktop)} ${unanswered(desktop)}
  </div>`;
}

/** @param {Desktop} desktop @param {Layout} layout */
function rail({ state, text, dispatch }, { home, pages }) {
  const links = [
    ...(home ? [{ address: "home", label: text("nav.home"), icon: house }] : []),
    { address: "task", label: text("nav.task"), icon: inbox },
    ...pages.map(({ address, label, icon }) => ({ address, label, icon: icon ? html`<img class="icon" src=${icon} alt="" />` : sheet })),
  ];
  const turn = (/** @type {Event} */ event, /** @type {string} */ address) => {
    event.preventDefault();
    if (address === state.page) return;
    history.pushState(null, "", addressOfPage(address));
    dispatch({ kind: "turnedTo", page: address });
  };
  return html`<nav class="rail" aria-label=${text("nav.label")}>
    ${links.map(
      ({ address, label, icon }) =>
        html`<a
          href=${addressOfPage(address)}
          aria-current=${address === state.page ? "page" : nothing}
          @click=${(/** @type {Event} */ event) => turn(event, address)}
          >${icon}<span>${label}</span></a
        >`,
    )}
  </nav>`;
}

/** @param {Desktop} desktop @param {Layout} layout */
function page(desktop, { home, pages, illustration }) {
  const { state, text } = desktop;
  const turned = [...(home ? [home] : []), ...pages].find(({ address }) => address === state.page);
  if (turned) {
    return html`<main class="page custom" id="page" tabindex="-1" aria-labelledby="page-title">
      <h1 id="page-title">${turned.label || text("nav.home")}</h1>
      ${widgetPage(turned, desktop)}
    </main>`;
  }
  return html`<main class="page" id="page" tabindex="-1" aria-labelledby="page-title">
    <h1 id="page-title" class="unseen">${text("task.title")}</h1>
    <section class="tasks" aria-labelledby="tasks-title">
      <h2 id="tasks-title">${text("task.list")}</h2>
      ${taskList(desktop)} ${ongoingConversations(desktop)}
    </section>
    <div class="pane">
      ${illustration ? html`<img class="illustration" src=${illustration} alt="" />` : nothing} ${work(desktop)}
    </div>
  </main>`;
}

/** The pane of the current conversation or monitoring; without one, whether contacts can arrive. @param {Desktop} desktop */
function work(desktop) {
  const pane = interactionPane(desktop);
  if (pane !== nothing) return pane;
  const monitoring = monitoringPane(desktop);
  if (monitoring !== nothing) return monitoring;
  return resting(desktop.state.session?.codeId === AVAILABLE ? "available" : "idle", desktop.text);
}

/** The text on the Task page while there is nothing to do. @param {"available" | "idle"} how @param {Text} text */
function resting(how, text) {
  return html`<p class="resting"><strong>${text(`task.resting.${how}`)}</strong> ${text(`task.none.${how}`)}</p>`;
}
