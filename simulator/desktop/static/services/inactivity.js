/**
 * The session limit: how long an agent may do nothing (AD-093, DOMAIN 2.4). One minute before the end a dialog counts down; at the end
 * the agent is signed out. Measured against the time at the service, so a laptop that slept past the end finds it has
 * come, and one whose clock is set does not.
 */
import { LitElement, html, nothing } from "../vendor/lit-3.3.3.js";
import { warning } from "../views/shared/icons.js";
import { serviceNow } from "../api/servicetime.js";

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
const WARNING_MS = 60_000;

/** What shows that somebody is there. */
const ACTIVITY = ["pointerdown", "pointermove", "wheel", "keydown", "touchstart"];

export class Inactivity {
  #limit = 0;
  #last = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer = undefined;

  /**
   * @param {object} listeners
   * @param {(endsAt: number) => void} listeners.onNear the end is at most a minute away
   * @param {() => void} listeners.onEnd
   */
  constructor({ onNear, onEnd }) {
    this.onNear = onNear;
    this.onEnd = onEnd;
    const active = () => this.#near || this.touch();
    for (const kind of ACTIVITY) addEventListener(kind, active, { capture: true, passive: true });
  }

  get #left() {
    return this.#last + this.#limit - serviceNow();
  }

  /** Once the warning shows, only an answer to it counts. */
  get #near() {
    return this.#left <= WARNING_MS;
  }

  /** Measures while the agent is at the desk and this instance is the active one. @param {import("../state/state.js").State} state */
  follow({ phase, connection, person }) {
    const counts = phase === "desk" && connection !== "elsewhere" && connection !== "ended";
    const limit = counts ? (person?.inactivityMinutes ?? 0) * MINUTE_MS : 0;
    if (limit === this.#limit) return;
    this.#limit = limit;
    this.touch();
    this.#arm();
  }

  /** Somebody is there: the time begins anew. */
  touch() {
    this.#last = serviceNow();
  }

  /** The answer to the warning. */
  stay() {
    this.touch();
    this.#arm();
  }

  #arm() {
    clearTimeout(this.#timer);
    if (this.#limit === 0) return;
    const left = this.#left;
    this.#timer = setTimeout(() => this.#due(), left > WARNING_MS ? left - WARNING_MS : Math.max(left, 0));
  }

  #due() {
    if (this.#left <= 0) {
      this.#limit = 0;
      this.onEnd();
      return;
    }
    if (this.#near) this.onNear(this.#last + this.#limit);
    this.#arm();
  }
}

/** @param {{state: import("../state/state.js").State, text: import("../text/text.js").Text, agent: import("./agent.js").Agent, stay: () => void}} desktop */
export function limitDialog({ state, text, agent, stay }) {
  const { limit, connection } = state;
  if (!limit || connection === "elsewhere" || connection === "ended") return nothing;
  if (limit === "reached") {
    return html`<one-way-dialog
      .heading=${text("limit.reached.title")}
      .message=${text("limit.reached")}
      .answer=${text("limit.ok")}
      .act=${() => location.reload()}
    ></one-way-dialog>`;
  }
  return html`<inactivity-warning .endsAt=${limit.endsAt} .text=${text} .stay=${stay} .leave=${() => agent.signOut()}></inactivity-warning>`;
}

export class InactivityWarning extends LitElement {
  static properties = { endsAt: {}, text: {}, stay: {}, leave: {} };

  constructor() {
    super();
    this.endsAt = 0;
    /** @type {import("../text/text.js").Text} */
    this.text = (key) => key;
    this.stay = () => {};
    this.leave = () => {};
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.ticking = undefined;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.ticking = setInterval(() => this.requestUpdate(), SECOND_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.ticking);
  }

  firstUpdated() {
    /** @type {HTMLDialogElement} */ (this.querySelector("dialog")).showModal();
  }

  render() {
    const { text } = this;
    const left = Math.max(0, Math.ceil((this.endsAt - serviceNow()) / SECOND_MS));
    return html`<dialog
      class="one-way"
      role="alertdialog"
      aria-labelledby="inactivity-title"
      aria-describedby="inactivity-message"
      closedby="none"
      @cancel=${(/** @type {Event} */ event) => event.preventDefault()}
    >
      <header>${warning}<h1 id="inactivity-title">${text("limit.near.title")}</h1></header>
      <div class="rows">
        <p id="inactivity-message">${text("limit.near")}</p>
        <p class="countdown" role="timer">${text("limit.left", { seconds: String(left) })}</p>
      </div>
      <footer>
        <button type="button" class="secondary" @click=${this.leave}>${text("profile.signOut")}</button>
        <button type="button" class="primary" autofocus @click=${this.stay}>${text("limit.stay")}</button>
      </footer>
    </dialog>`;
  }
}

customElements.define("inactivity-warning", InactivityWarning);
