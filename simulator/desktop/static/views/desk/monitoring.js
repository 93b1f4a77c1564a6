/**
 * A supervisor's monitoring on the desk: ongoing conversations, Review and Monitor, and the monitoring pane with pause,
 * resume and end (AD-088).
 */
import { LitElement, html, nothing } from "../../vendor/lit-3.3.3.js";
import { spelled } from "../../text/numbers.js";
import { ear, hangUp, pause, refresh, resume } from "../shared/icons.js";
import "../shared/state-timer.js";

/** @typedef {import("./desktop.js").Desktop} Desktop */
/** @typedef {import("../../state/conversations.js").Ongoing} Ongoing */
/** @typedef {import("../../text/text.js").Text} Text */

const REFRESH_MS = 15_000;

/** The conversations of others, for those who are signed in as supervisors. @param {Desktop} desktop */
export function ongoingConversations({ state, text, agent }) {
  const { session, floor } = state;
  if (!session || session.role === "agent") return nothing;
  return html`<ongoing-conversations
    .ongoing=${floor.ongoing}
    .failed=${floor.ongoingFailed}
    .free=${floor.monitoring === null && floor.conversations.length === 0 && floor.acting === null}
    .up=${state.connection === "up"}
    .regions=${state.regions}
    .text=${text}
    .work=${agent.floor}
  ></ongoing-conversations>`;
}

/** The pane of the current monitoring. @param {Desktop} desktop @returns {unknown} nothing without one */
export function monitoringPane({ state, text, agent }) {
  const { monitoring, acting } = state.floor;
  if (!monitoring) return nothing;
  const { id, stage, since, caller, queue, agent: monitored } = monitoring;
  const disabled = state.connection !== "up" || acting !== null;
  const paused = stage === "paused";
  const turn = () => (paused ? agent.floor.resumeMonitoring(id) : agent.floor.pauseMonitoring(id));
  return html`<section class="interaction" aria-label=${text("monitoring.pane")}>
    <header>
      <span class="round large">${ear}</span>
      <div>
        <h2>${monitored}</h2>
        <p>${spelled(caller, state.regions)} <span class="from">${queue}</span></p>
      </div>
      <div role="status">
        <span class="progress ${stage}">${text(`monitoring.${stage}`)} <state-timer aria-hidden="true" .stateSince=${since} .codeSince=${since}></state-timer></span>
      </div>
    </header>
    <div class="controls">
      ${stage === "requested"
        ? nothing
        : html`<button type="button" class="secondary" ?disabled=${disabled} @click=${turn}>
            ${paused ? resume : pause}${text(paused ? "monitoring.resume" : "monitoring.pause")}
          </button>`}
      <button type="button" class="danger" ?disabled=${disabled} @click=${() => agent.floor.endMonitoring(id)}>${hangUp}${text("monitoring.end")}</button>
    </div>
  </section>`;
}

/** A supervisor's desktop gets no notifications about other agents' calls, so the list is read when it opens, every 15 seconds, and on request. */
export class OngoingConversations extends LitElement {
  static properties = { ongoing: {}, failed: {}, free: {}, up: {}, regions: {}, text: {}, work: {}, reviewed: { state: true } };

  constructor() {
    super();
    /** @type {Ongoing[] | null} */
    this.ongoing = null;
    this.failed = false;
    this.free = false;
    this.up = false;
    /** @type {import("../../text/numbers.js").Region[]} */
    this.regions = [];
    /** @type {Text} */
    this.text = (key) => key;
    /** @type {import("../../services/floor.js").FloorWork | undefined} */
    this.work = undefined;
    /** The conversation that Review and Monitor is about. @type {Ongoing | null} */
    this.reviewed = null;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.ticking = undefined;
  }

  createRenderRoot() {
    return this;
  }

  firstUpdated() {
    this.read();
  }

  connectedCallback() {
    super.connectedCallback();
    this.ticking = setInterval(() => this.read(), REFRESH_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  read() {
    if (this.up) this.work?.readOngoing();
  }

  render() {
    const { text, ongoing } = this;
    return html`<section aria-labelledby="ongoing-title">
      <div class="titled">
        <h2 id="ongoing-title">${text("ongoing")}</h2>
        <button type="button" class="quiet" aria-label=${text("ongoing.refresh")} ?disabled=${!this.up} @click=${() => this.read()}>${refresh}</button>
      </div>
      <div role="status">
        ${this.failed ? html`<p class="none">${text("ongoing.failed")}</p>` : nothing}
        ${ongoing?.length === 0 ? html`<p class="none">${text("ongoing.none")}</p>` : nothing}
      </div>
      <ul class="entries">
        ${(ongoing ?? []).map((each) => this.row(each))}
      </ul>
      ${this.dialog()}
    </section>`;
  }

  /** @param {Ongoing} conversation */
  row(conversation) {
    const { text, regions } = this;
    const caller = spelled(conversation.caller, regions);
    return html`<li>
      <span class="name">${caller}</span>
      <span class="detail">${conversation.agent} · ${conversation.queue}</span>
      <button
        type="button"
        class="secondary"
        aria-label="${text("monitoring.review")}: ${caller}"
        ?disabled=${!this.free || !this.up}
        @click=${() => this.review(conversation)}
      >
        ${text("monitoring.review")}
      </button>
    </li>`;
  }

  dialog() {
    const { text, reviewed, regions } = this;
    const facts = reviewed
      ? [
          [text("monitoring.agent"), reviewed.agent],
          [text("monitoring.caller"), spelled(reviewed.caller, regions)],
          [text("monitoring.queue"), reviewed.queue],
        ]
      : [];
    return html`<dialog class="prompt" aria-labelledby="review-title" aria-describedby="review-text" @close=${() => (this.reviewed = null)}>
      <header>${ear}<h1 id="review-title">${text("monitoring.review")}</h1></header>
      <div class="rows">
        <dl class="facts">
          ${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
        </dl>
        <p id="review-text" class="hint">${text("monitoring.review.about")}</p>
      </div>
      <footer>
        <button type="button" class="secondary" @click=${() => this.box.close()}>${text("station.cancel")}</button>
        <button type="button" class="primary" autofocus ?disabled=${!this.free || !this.up} @click=${this.start}>${text("monitoring.start")}</button>
      </footer>
    </dialog>`;
  }

  get box() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  /** @param {Ongoing} conversation */
  review(conversation) {
    this.reviewed = conversation;
    this.box.showModal();
  }

  start() {
    const { reviewed } = this;
    this.box.close();
    if (reviewed) this.work?.monitor(reviewed.id);
  }
}

customElements.define("ongoing-conversations", OngoingConversations);
