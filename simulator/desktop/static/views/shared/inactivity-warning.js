/** The dialogs of the session limit: the countdown before it, and the message when it is reached (AD-093). */
import { LitElement, html, nothing } from "../../vendor/lit-3.3.3.js";
import { serviceNow } from "../../api/servicetime.js";
import { warning } from "./icons.js";
import "./single-action-dialog.js";

const SECOND_MS = 1_000;

/** @param {{state: import("../../state/state.js").State, text: import("../../text/text.js").Text, agent: import("../../services/agent.js").Agent, stay: () => void}} desktop */
export function limitDialog({ state, text, agent, stay }) {
  const { limit, connection } = state;
  if (!limit || connection === "superseded" || connection === "ended") return nothing;
  if (limit === "reached") {
    return html`<single-action-dialog
      .heading=${text("limit.reached.title")}
      .message=${text("limit.reached")}
      .answer=${text("limit.ok")}
      .act=${() => location.reload()}
    ></single-action-dialog>`;
  }
  // Where the sign-out is refused the agent stays, and has the whole time again.
  const leave = () => {
    stay();
    agent.signOut();
  };
  return html`<inactivity-warning .endsAt=${limit.endsAt} .text=${text} .stay=${stay} .leave=${leave}></inactivity-warning>`;
}

export class InactivityWarning extends LitElement {
  static properties = { endsAt: {}, text: {}, stay: {}, leave: {} };

  constructor() {
    super();
    this.endsAt = 0;
    /** @type {import("../../text/text.js").Text} */
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
      class="prompt"
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
