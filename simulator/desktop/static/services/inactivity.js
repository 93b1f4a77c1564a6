/**
 * The session limit: how long an agent may do nothing (AD-093, DOMAIN 2.4). One minute before the end the agent is warned; at the end
 * they are signed out. Measured against the time at the service, so a laptop that slept past the end finds it has
 * come, and one whose clock is set does not.
 */
import { serviceNow } from "../api/servicetime.js";

const MINUTE_MS = 60_000;
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

  /** Somebody is there: the time starts over. */
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
