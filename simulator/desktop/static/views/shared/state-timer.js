/** A timer that counts up by the time at the service. */
import { LitElement } from "../../vendor/lit-3.3.3.js";
import { serviceNow } from "../../api/servicetime.js";

/** Minutes and seconds since a moment, hours once there are any. @param {number} since @param {number} now */
export function elapsed(since, now) {
  const seconds = Math.max(0, Math.floor((now - since) / 1_000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
  return seconds < 3_600 ? parts.join(":") : [Math.floor(seconds / 3_600), ...parts].join(":");
}

/** The time in this idle code, and the total idle time where that differs (DOMAIN 2.3, PROTOCOL 5). */
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

customElements.define("state-timer", StateTimer);
