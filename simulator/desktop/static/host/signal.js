/** An event as the vendor's desktop SDK listens to it. A listener that throws is reported to the page, and the others are still called. */

/** @typedef {(value: any) => void} Listener */

export class Signal {
  /** @type {Set<Listener>} */
  #listeners = new Set();

  /** @param {Listener} listener @returns {{stopListen: () => void}} */
  listen(listener) {
    this.#listeners.add(listener);
    return { stopListen: () => this.#listeners.delete(listener) };
  }

  /** @param {Listener} listener called for the next value only @returns {{stopListenOnce: () => void}} */
  listenOnce(listener) {
    /** @type {Listener} */
    const once = (value) => {
      this.#listeners.delete(once);
      listener(value);
    };
    this.#listeners.add(once);
    return { stopListenOnce: () => this.#listeners.delete(once) };
  }

  /** @param {unknown} value */
  send(value) {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
