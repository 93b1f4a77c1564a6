/**
 * An agent's conversations on the desk: the call that rings, the list of tasks, the interaction control pane with hold, end and wrap-up,
 * and the question after an unanswered call (AD-006, AD-017, AD-018, AD-087).
 */
import { LitElement, html, nothing } from "../../vendor/lit-3.3.3.js";
import { answered, isLoading, offered, shown } from "../../state/conversations.js";
import { AVAILABLE } from "../../state/person.js";
import { spelled } from "../../text/numbers.js";
import "../shared/combobox.js";
import { chat, hangUp, inbox, pause, phone, resume, tick, warning } from "../shared/icons.js";
import "../shared/state-timer.js";
import { asked, conferenceControls, consultControls, consultation, party, reachControl, recordingControl } from "./shared-calls.js";
import { ringingControls, voiceControls } from "./voice.js";

/** @typedef {import("./desktop.js").Desktop} Desktop */
/** @typedef {import("../../state/conversations.js").Conversation} Conversation */
/** @typedef {import("../../text/text.js").Text} Text */

/** The sign of each channel. @type {Record<import("../../state/conversations.js").Channel, unknown>} */
const SIGNS = { telephony: phone, chat, email: inbox, social: chat };

/** Whether it is not a call: without a telephone, and without hold. @param {Conversation} conversation */
function isDigital({ channel }) {
  return channel !== "telephony";
}

/**
 * What rings: an offered call, chat, e-mail or message, or the agent's own request to monitor. Always on the page, so that a change of its content is announced at once.
 * @param {Desktop} desktop
 */
export function ringing(desktop) {
  const { floor, session, regions, connection } = desktop.state;
  const { text } = desktop;
  const call = offered(floor);
  const request = floor.monitoring?.stage === "requested" ? floor.monitoring : undefined;
  const what = session && connection === "up" ? (call ?? request) : undefined;
  return html`<div class="ringing">
    <div role="alert">
      ${what && session
        ? html`<span class="bell">${call ? SIGNS[call.channel] : phone}</span>
            <p><strong>${text(call ? (asked(call) ? "incoming.consult" : `incoming.${call.channel}`) : "monitoring.ringing")}</strong></p>
            <p>${call?.consult ? call.consult.who : spelled(what.caller, regions)} <span class="from">${what.queue}</span></p>
            ${call && isDigital(call)
              ? nothing
              : html`<p class="how">${text(`call.answer.${session.option}`, { number: spelled(session.number, regions).replaceAll(" ", "\u00a0") })}</p>`}`
        : nothing}
    </div>
    ${what && call ? (isDigital(call) ? acceptControls(desktop, call) : ringingControls(desktop)) : nothing}
  </div>`;
}

/** Accept, which is done here at any station. @param {Desktop} desktop @param {Conversation} conversation */
function acceptControls({ state, text, agent }, { id }) {
  const disabled = state.floor.acting !== null;
  return html`<div class="controls">
    <button type="button" class="primary" ?disabled=${disabled} @click=${() => agent.floor.accept(id)}>${tick}${text("contact.accept")}</button>
  </div>`;
}

/** The list of the agent's tasks; where more than one is answered, each of those can be chosen for the pane. @param {Desktop} desktop */
export function taskList(desktop) {
  const { state, text } = desktop;
  const { conversations } = state.floor;
  const isChoice = answered(state.floor).length > 1;
  if (isLoading(state.floor)) return html`<p class="none"><span class="spinner small"></span></p>`;
  if (conversations.length === 0) return html`<p class="none">${text("task.none")}</p>`;
  return html`<ul class="entries">
    ${conversations.map(
      (conversation) => html`<li class=${conversation.stage}>
        ${isChoice && conversation.stage !== "offered" ? choice(desktop, conversation) : task(desktop, conversation)}
      </li>`,
    )}
  </ul>`;
}

/** @param {Desktop} desktop @param {Conversation} conversation */
function choice(desktop, conversation) {
  const { state, agent } = desktop;
  const isShown = shown(state.floor) === conversation;
  return html`<button type="button" class="task" aria-current=${isShown ? "true" : "false"} @click=${() => agent.floor.choose(conversation.id)}>
    ${task(desktop, conversation)}
  </button>`;
}

/** @param {Desktop} desktop @param {Conversation} conversation */
function task({ state, text }, conversation) {
  return html`<span class="round">${SIGNS[conversation.channel]}</span>
    <span class="name">${spelled(conversation.caller, state.regions)}</span>
    <span class="detail">${conversation.queue}</span>
    ${stage(conversation, text)}`;
}

/**
 * The interaction control pane of the answered call; while it is not yet known whether there is one, it shows that it is loading (AD-017).
 * @param {Desktop} desktop @returns {unknown} nothing when there is no such call
 */
export function interactionPane(desktop) {
  const { state, text } = desktop;
  if (isLoading(state.floor)) {
    return html`<section class="interaction" aria-busy="true" aria-label=${text("pane")}>
      <p class="resting" role="status"><span class="spinner"></span>${text("pane.loading")}</p>
    </section>`;
  }
  const conversation = shown(state.floor);
  if (!conversation) return nothing;
  return html`<section class="interaction" aria-label=${text("pane")}>
    <header>
      <span class="round large">${SIGNS[conversation.channel]}</span>
      <div>
        <h2>${spelled(conversation.caller, state.regions)}</h2>
        <p>${conversation.queue}</p>
      </div>
      <div role="status">${stage(conversation, text)} ${conversation.recording === "paused" ? html`<span class="progress paused">${text("recording.paused")}</span>` : nothing}</div>
    </header>
    ${consultation(desktop, conversation)} ${party(desktop, conversation)}
    ${conversation.stage === "wrap-up" ? wrapUp(desktop, conversation) : controls(desktop, conversation)}
  </section>`;
}

/** @param {Desktop} desktop @param {Conversation} conversation */
function controls(desktop, conversation) {
  const { state, text, agent } = desktop;
  const { id, stage } = conversation;
  const held = stage === "held";
  const disabled = state.connection !== "up" || state.floor.acting !== null;
  const turn = () => (held ? agent.floor.unhold(id) : agent.floor.hold(id));
  if (isDigital(conversation)) {
    return html`<div class="controls">
      <button type="button" class="danger" ?disabled=${disabled} @click=${() => agent.floor.end(id)}>${text("call.end")}</button>
    </div>`;
  }
  if (conversation.consult) return html`<div class="controls">${consultControls(desktop, conversation)} ${voiceControls(desktop)}</div>`;
  if (!conversation.owned) return html`<div class="controls">${conferenceControls(desktop, conversation)} ${voiceControls(desktop)}</div>`;
  return html`<div class="controls">
    <button type="button" class="secondary" ?disabled=${disabled} @click=${turn}>${held ? resume : pause}${text(held ? "call.resume" : "call.hold")}</button>
    ${recordingControl(desktop, conversation)} ${reachControl(desktop, conversation)} ${conferenceControls(desktop, conversation)}
    <button type="button" class="danger" ?disabled=${disabled} @click=${() => agent.floor.end(id)}>${hangUp}${text("call.end")}</button>
    ${voiceControls(desktop)}
  </div>`;
}

/** @param {Desktop} desktop @param {Conversation} conversation */
function wrapUp({ state, text, agent }, conversation) {
  const { id, endedBy } = conversation;
  const who = () => (isDigital(conversation) ? text(`contact.endedBy.${endedBy}`) : text(`call.endedBy.${endedBy}`));
  return html`${endedBy ? html`<p class="hint">${who()}</p>` : nothing}
    <wrap-up
      .conversation=${id}
      .codes=${state.person?.wrapUpCodes ?? []}
      .busy=${state.connection !== "up" || state.floor.acting !== null}
      .text=${text}
      .submit=${(/** @type {import("../../state/person.js").WrapUpCode} */ code) => agent.floor.wrapUp(id, code)}
    ></wrap-up>`;
}

/** The word for the stage: one that is connected can be a consultation or a conference. @param {Conversation} conversation */
function wordOf(conversation) {
  const { stage, colleagues } = conversation;
  if (stage === "offered" && isDigital(conversation)) return "waiting";
  if (stage !== "connected") return stage;
  return asked(conversation) ? "consulting" : colleagues.length > 0 ? "conference" : stage;
}

/** @param {Conversation} conversation @param {Text} text */
function stage(conversation, text) {
  const { stage, since } = conversation;
  const words = text(`stage.${wordOf(conversation)}`);
  return html`<span class="progress ${stage}">${words} <state-timer aria-hidden="true" .stateSince=${since} .codeSince=${since}></state-timer></span>`;
}

/** After an unanswered call: the agent gets no contacts until they choose a state (DOMAIN 2.2). @param {Desktop} desktop */
export function unanswered({ state, text, agent }) {
  const { session, person } = state;
  if (session?.subStatus !== "RONA" || !person || state.connection !== "up") return nothing;
  const idle = person.idleCodes.find(({ isDefault }) => isDefault) ?? person.idleCodes[0];
  return html`<unanswered-call
    .text=${text}
    .idle=${idle ? () => agent.session.changeState(idle.id) : null}
    .available=${() => agent.session.changeState(AVAILABLE)}
  ></unanswered-call>`;
}

/** Wrap-up code and Submit Wrap Up; stores the chosen code until it is submitted, or another conversation is shown. */
export class WrapUp extends LitElement {
  static properties = { conversation: {}, codes: {}, busy: {}, text: {}, submit: {}, chosen: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.conversation = "";
    /** @type {import("../../state/person.js").WrapUpCode[]} */
    this.codes = [];
    this.busy = false;
    /** @type {Text} */
    this.text = (key) => key;
    this.submit = (/** @type {import("../../state/person.js").WrapUpCode} */ _code) => {};
    this.chosen = "";
    this.problem = false;
  }

  createRenderRoot() {
    return this;
  }

  /** @param {Map<PropertyKey, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("conversation")) this.choose("");
  }

  render() {
    const { text } = this;
    return html`<form @submit=${this.send} novalidate>
      <searchable-select
        .label=${text("wrapUp.code")}
        .options=${this.codes.map(({ id, name }) => ({ value: id, label: name }))}
        .value=${this.chosen}
        .placeholder=${text("wrapUp.placeholder")}
        .problem=${this.problem ? text("problem.wrapUp") : ""}
        .disabled=${this.busy}
        .required=${true}
        .text=${text}
        @choose=${(/** @type {CustomEvent} */ event) => this.choose(event.detail)}
      ></searchable-select>
      <button type="submit" class="primary" ?disabled=${this.busy}>${tick}${text("wrapUp.submit")}</button>
    </form>`;
  }

  /** @param {string} code */
  choose(code) {
    this.chosen = code;
    this.problem = false;
  }

  /** @param {Event} event */
  send(event) {
    event.preventDefault();
    const code = this.codes.find(({ id }) => id === this.chosen);
    if (code) {
      this.submit(code);
    } else {
      this.problem = true;
      this.querySelector("input")?.focus();
    }
  }
}

export class UnansweredCall extends LitElement {
  static properties = { text: {}, idle: {}, available: {} };

  constructor() {
    super();
    /** @type {Text} */
    this.text = (key) => key;
    /** Null where no idle code is known. @type {(() => void) | null} */
    this.idle = null;
    this.available = () => {};
  }

  createRenderRoot() {
    return this;
  }

  firstUpdated() {
    /** @type {HTMLDialogElement} */ (this.querySelector("dialog")).showModal();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.getElementById("page")?.focus();
  }

  render() {
    const { text } = this;
    return html`<dialog
      class="prompt"
      role="alertdialog"
      aria-labelledby="unanswered-title"
      aria-describedby="unanswered-text"
      closedby="none"
      @cancel=${(/** @type {Event} */ event) => event.preventDefault()}
    >
      <header>${warning}<h1 id="unanswered-title">${text("unanswered.title")}</h1></header>
      <p id="unanswered-text" class="rows">${text("unanswered")}</p>
      <footer>
        <button type="button" class="secondary" ?disabled=${!this.idle} @click=${this.idle}>${text("unanswered.idle")}</button>
        <button type="button" class="primary" autofocus @click=${this.available}>${text("unanswered.available")}</button>
      </footer>
    </dialog>`;
  }
}

customElements.define("wrap-up", WrapUp);
customElements.define("unanswered-call", UnansweredCall);
