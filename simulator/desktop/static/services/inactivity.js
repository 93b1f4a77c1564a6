/**
 * The session limit: how long an agent may be inactive (AD-093, DOMAIN 2.4). The agent is warned one minute before the end and signed
 * out at the end. Measured against the time at the service, so that sleep counts, and a change of the computer's clock does not.
 */
import { serviceNow } from "../api/servicetime.js";

const MINUTE_MS = 60_000;
const WARNING_MS = 60_000;

/** The events that count as activity. */
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
    const counts = phase === "desk" && connection !== "superseded" && connection !== "ended";
    const limit = counts ? (person?.inactivityMinutes ?? 0) * MINUTE_MS : 0;
    if (limit === this.#limit) return;
    this.#limit = limit;
    this.touch();
    this.#arm();
  }

  /** Starts the time again, because the agent is active. */
  touch() {
    this.#last = serviceNow();
  }

  /** Stay Signed In, the answer to the warning. */
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
