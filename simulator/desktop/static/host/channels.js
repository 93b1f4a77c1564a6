/** The channels through which the vendor's desktop SDK asks its host to act: an action's name, its arguments, and the answers to it. */
import { Signal } from "./signal.js";

/** What an action does with its arguments; what it returns goes to the channel of answers, unless it is undefined. @typedef {(...given: any[]) => unknown[] | undefined} Act */

export class Channels {
  /** @type {Map<string, Signal>} */
  #answers = new Map();
  /** @type {Record<string, Act>} */
  #actions;

  /** @param {Record<string, Act>} actions by their names, without `/Req` */
  constructor(actions) {
    this.#actions = actions;
  }

  /** @param {string} request such as `getTaskMap/Req`, or a name alone */
  createSource(request) {
    const name = request.replace(/\/Req$/, "");
    return {
      actionName: request,
      send: (/** @type {any[]} */ ...given) => {
        const act = this.#actions[name];
        if (!act) throw new Error(`The desktop has no action ${name}.`);
        const args = act(...given);
        if (args) this.#answered(name).send({ args });
      },
    };
  }

  /** @param {string} response such as `getTaskMap/Res` */
  createDestination(response) {
    const signal = this.#answered(response.replace(/\/Res$/, ""));
    /** @type {Map<Function, () => void>} */
    const stops = new Map();
    return {
      actionName: response,
      addListener: (/** @type {import("./signal.js").Listener} */ listener) => {
        stops.set(listener, signal.listen(listener).stopListen);
      },
      removeListener: (/** @type {import("./signal.js").Listener} */ listener) => {
        stops.get(listener)?.();
        stops.delete(listener);
      },
    };
  }

  /** @param {string} name */
  #answered(name) {
    const signal = this.#answers.get(name) ?? new Signal();
    this.#answers.set(name, signal);
    return signal;
  }
}
