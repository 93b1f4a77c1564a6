/**
 * Shortcut keys of custom elements. The first element that registers a combination gets it; a later one gets it once the first is removed, and
 * conflict listeners are called. The desktop has no shortcuts of its own.
 */
import { Signal } from "./signal.js";

/** @typedef {{widgetElement: string, group: string, action: string, modifierKeys: string, key: string, role?: string, listenKeyPress?: (event: object) => void, isConflict?: boolean}} KeyInfo */

/** The combinations of modifiers that an element can name. */
export const MODIFIERS = { CTRL_SHIFT: "ctrl+shift", ALT_SHIFT: "alt+shift", CTRL_ALT: "ctrl+alt", SHIFT: "shift", CTRL: "ctrl", ALT: "alt" };

/** The modifiers of a keyboard event by their words. @type {Record<string, "ctrlKey" | "altKey" | "shiftKey" | "metaKey">} */
const PRESSED = { ctrl: "ctrlKey", alt: "altKey", shift: "shiftKey", meta: "metaKey" };

export class Shortcuts {
  /** In the order of registration, by their combination. @type {Map<string, KeyInfo[]>} */
  #keys = new Map();
  #pressed = new Signal();
  #conflict = new Signal();
  #resolved = new Signal();

  /** @param {EventTarget} keyboard what key events come from */
  constructor(keyboard) {
    keyboard.addEventListener("keyup", (event) => this.#press(/** @type {KeyboardEvent} */ (event)));
  }

  /** What the SDK reads. */
  service() {
    const listen = (/** @type {Signal} */ signal) => (/** @type {(data: any) => void} */ callback) => signal.listen(callback).stopListen;
    return {
      register: (/** @type {KeyInfo[]} */ keys) => this.#register(keys),
      unregisterKeys: (/** @type {string} */ element) => this.#unregister(element),
      getRegisteredKeys: () => new Map([...this.#keys].map(([combination, [first]]) => [combination, first])),
      event: { listenKeyPress: listen(this.#pressed), listenKeyConflict: listen(this.#conflict), listenConflictResolved: listen(this.#resolved) },
      DEFAULT_SHORTCUT_KEYS: {},
      REGISTERED_KEYS: {},
      MODIFIERS,
    };
  }

  /** @param {KeyInfo[]} keys */
  #register(keys) {
    for (const info of keys) {
      const combination = combined(words(info.modifierKeys), info.key);
      const known = (this.#keys.get(combination) ?? []).filter((other) => other.widgetElement !== info.widgetElement || other.action !== info.action);
      info.isConflict = known.length > 0;
      this.#keys.set(combination, [...known, info]);
      if (info.isConflict) this.#conflict.send({ type: "conflict", data: info });
    }
  }

  /** @param {string} element */
  #unregister(element) {
    for (const [combination, all] of this.#keys) {
      const left = all.filter(({ widgetElement }) => widgetElement !== element);
      if (left.length === 0) this.#keys.delete(combination);
      else this.#keys.set(combination, left);
      if (left[0]?.isConflict) {
        left[0].isConflict = false;
        this.#resolved.send(undefined);
      }
    }
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const held = Object.keys(PRESSED).filter((word) => event[PRESSED[word]]);
    const info = this.#keys.get(combined(held, event.key))?.[0];
    if (!info) return;
    const data = { type: "execute", data: info, keyboardEvent: event };
    this.#pressed.send(data);
    const own = new Signal();
    if (info.listenKeyPress) own.listen(info.listenKeyPress);
    own.send(data);
  }
}

/** The modifiers that an element names, however it writes them: `ctrl+shift`, `CtrlKey, ShiftKey`. @param {string} [modifiers] */
function words(modifiers = "") {
  return modifiers.toLowerCase().split(/[^a-z]+/).map((word) => word.replace(/key$/, "")).filter((word) => word in PRESSED);
}

/** @param {string[]} modifiers @param {string} key */
function combined(modifiers, key) {
  return [...modifiers.toSorted(), key.toLowerCase()].join("+");
}
