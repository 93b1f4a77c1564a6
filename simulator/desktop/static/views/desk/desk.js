/** The desk an agent works at: header with availability and profile, navigation, and the Task page. */
import { LitElement, html, nothing } from "../../vendor/lit-3.3.3.js";
import { interactionPane, ringing, taskList, unanswered } from "./calls.js";
import { isEngaged } from "../../state/conversations.js";
import { HEADER_PARTS, brand } from "./header.js";
import { chevron, house, inbox, sheet, tick, warning } from "../shared/icons.js";
import { monitoringPane, ongoingConversations } from "./monitoring.js";
import { addressOfPage } from "../../state/pages.js";
import { DEFAULT_LAYOUT } from "../../state/layout.js";
import { contacts } from "./contacts.js";
import { isUnavailable } from "../shared/features.js";
import { profile } from "./profile.js";
import { serviceNow } from "../../api/servicetime.js";
import { AVAILABLE } from "../../state/state.js";
import { widget, widgetPage } from "./widgets.js";

/** @typedef {import("../../state/state.js").State} State */
/** @typedef {import("../../text/text.js").Text} Text */
/** @typedef {import("../../state/layout.js").Layout} Layout */
/**
 * @typedef {object} Desktop
 * @property {State} state
 * @property {Text} text
 * @property {import("../../services/agent.js").Agent} agent
 * @property {(choices: import("../../browser/storage.js").Choices) => void} choose
 * @property {(action: import("../../state/state.js").Action) => void} dispatch
 * @property {unknown} messages
 */

/** @param {Desktop} desktop */
export function desk(desktop) {
  const { state, text, messages } = desktop;
  const layout = state.layout ?? DEFAULT_LAYOUT;
  /** @type {typeof HEADER_PARTS} */
  const parts = { ...HEADER_PARTS, availability };
  return html`<div class="desk">
    <header class="bar">
      ${brand(layout, text)}
      <div class="tools">${layout.header.map((part) => parts[part]?.(desktop))} ${contacts(desktop)} ${profile(desktop)}</div>
    </header>
    ${messages} ${rail(desktop, layout)} ${page(desktop, layout)}
    ${layout.panel && state.page === "task"
      ? html`<aside class="aside" aria-label=${text("desk.panel")}>${widget(layout.panel, text)}</aside>`
      : nothing}
    ${layout.persistent.length > 0
      ? html`<section class="persistent" aria-label=${text("desk.persistent")}>${layout.persistent.map((each) => widget(each, text))}</section>`
      : nothing}
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
      ${widgetPage(turned, text)}
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

/** The pane of what goes on; else whether contacts can come. @param {Desktop} desktop */
function work(desktop) {
  const pane = interactionPane(desktop);
  if (pane !== nothing) return pane;
  const monitoring = monitoringPane(desktop);
  if (monitoring !== nothing) return monitoring;
  return resting(desktop.state.session?.codeId === AVAILABLE ? "available" : "idle", desktop.text);
}

/** What stands on the Task page while there is nothing to do. @param {"available" | "idle"} how @param {Text} text */
function resting(how, text) {
  return html`<p class="resting"><strong>${text(`task.resting.${how}`)}</strong> ${text(`task.none.${how}`)}</p>`;
}

/** @param {Desktop} desktop */
function availability({ state, text, agent }) {
  const { session, person, changingState } = state;
  if (!session || !person) return nothing;
  const engaged = isEngaged(state.floor);
  const idleCode = person.idleCodes.find(({ id }) => id === session.codeId)?.name ?? text("availability.Idle");
  const name = session.subStatus === "Idle" ? idleCode : text(`availability.${session.subStatus}`);
  const whole = session.subStatus === "Idle" ? `${text("availability.Idle")}, ${name}` : name;
  const label = engaged ? text("availability.Engaged") : name;
  const spoken = engaged ? `${label}, ${whole}` : whole;
  const dot = engaged ? "engaged" : session.subStatus.toLowerCase();
  /** @param {string} codeId @param {string} name */
  const choice = (codeId, name) =>
    html`<button
      type="button"
      role="menuitemradio"
      tabindex="-1"
      aria-checked=${codeId === session.codeId ? "true" : "false"}
      @click=${() => codeId === session.codeId || agent.changeState(codeId)}
    >
      <span class="dot ${codeId === AVAILABLE ? "available" : "idle"}"></span>${name}${codeId === session.codeId ? tick : nothing}
    </button>`;
  return html`<drop-down class="availability">
    <button
      type="button"
      class="opener"
      aria-haspopup="menu"
      aria-expanded="false"
      aria-controls="availability-menu"
      aria-label="${text("availability")}: ${spoken}"
      title=${engaged && session.subStatus !== "RONA" ? text(`availability.engaged.${session.subStatus}`, { name }) : nothing}
      aria-busy=${changingState ? "true" : "false"}
      ?disabled=${state.connection !== "up"}
    >
      ${changingState ? html`<span class="spinner small"></span>` : html`<span class="dot ${dot}"></span>`}
      <span class="label">${label}</span>
      ${engaged
        ? nothing
        : html`<state-timer aria-hidden="true" .stateSince=${session.stateSince} .codeSince=${session.codeSince}></state-timer>`}
      ${chevron}
    </button>
    <div id="availability-menu" class="drop menu" popover role="menu" aria-label=${text("availability")}>
      ${choice(AVAILABLE, text("availability.Available"))}
      <div role="group" aria-labelledby="availability-idle">
        <p id="availability-idle" class="group">${text("availability.Idle")}</p>
        ${person.idleCodes.map(({ id, name }) => choice(id, name))}
        ${
          isUnavailable(state, "idleCodes")
            ? html`<button type="button" role="menuitem" tabindex="-1" disabled>${warning}${text("feature.unavailable")}</button>`
            : nothing
        }
      </div>
    </div>
    <p class="unseen" role="status">${changingState ? text("availability.changing") : `${text("availability")}: ${spoken}`}</p>
  </drop-down>`;
}

/** Minutes and seconds since a moment, hours once there are any. @param {number} since @param {number} now */
export function elapsed(since, now) {
  const seconds = Math.max(0, Math.floor((now - since) / 1_000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
  return seconds < 3_600 ? parts.join(":") : [Math.floor(seconds / 3_600), ...parts].join(":");
}

/** How long in this idle code, and how long idle in all when that differs (DOMAIN 2.3, PROTOCOL 5). */
export class StateTimer extends LitElement {
  static properties = { stateSince: {}, codeSince: {} };

  constructor() {
    super();
    this.stateSince = 0;
    this.codeSince = 0;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.ticking = undefined;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.ticking = setInterval(() => this.requestUpdate(), 1_000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  render() {
    const now = serviceNow();
    const [current, total] = [this.codeSince, this.stateSince].map((since) => elapsed(since, now));
    return this.codeSince > this.stateSince ? `${current} / ${total}` : total;
  }
}

/**
 * A button and what it drops down: closes on Escape and on a click elsewhere (a popover), and, being a menu, moves with the arrow keys.
 * Its content is drawn by whoever uses it: first the button, then the element with `popover`.
 */
export class DropDown extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
    this.addEventListener("keydown", this);
    this.addEventListener("toggle", this, true);
  }

  get opener() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("button"));
  }

  get drop() {
    return /** @type {HTMLElement} */ (this.querySelector("[popover]"));
  }

  get items() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.drop.querySelectorAll("[role^=menuitem]"))];
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.type === "toggle") this.toggled(/** @type {ToggleEvent} */ (event).newState === "open");
    else if (event instanceof KeyboardEvent) this.press(event);
    else if (this.opener.contains(target)) this.drop.togglePopover();
    else if (target.closest("[role^=menuitem]")) this.drop.hidePopover();
  }

  /** @param {boolean} open */
  toggled(open) {
    this.opener.setAttribute("aria-expanded", String(open));
    if (!open) return;
    const { bottom, right } = this.opener.getBoundingClientRect();
    this.drop.style.top = `${bottom + 10}px`;
    this.drop.style.right = `${Math.max(8, document.documentElement.clientWidth - right)}px`;
    (this.items.find((item) => item.ariaChecked === "true") ?? this.items[0] ?? this.drop).focus();
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const { items, opener } = this;
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const opening = event.target === opener && items.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp");
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (opening) this.drop.showPopover();
    else if (at >= 0 && next !== undefined) items[(next + items.length) % items.length].focus();
    else if (at >= 0 && event.key === "Tab") this.drop.hidePopover();
    else return;
    if (event.key !== "Tab") event.preventDefault();
  }
}

customElements.define("state-timer", StateTimer);
customElements.define("drop-down", DropDown);
