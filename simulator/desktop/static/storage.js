/**
 * What this browser keeps: choices and remembered credentials for good (localStorage), tokens for the tab (sessionStorage).
 * A browser may refuse at any moment; reading then gives null and writing gives false, and the caller says so to the agent.
 * Passwords never come here.
 */

const PREFIX = "deskproof-desk.";

/**
 * @param {() => Storage} area
 */
function shelf(area) {
  return {
    /** @param {string} name @returns {any} the stored value, or null when there is none or it cannot be read */
    read(name) {
      try {
        return JSON.parse(area().getItem(PREFIX + name) ?? "null");
      } catch {
        return null;
      }
    },
    /** @param {string} name @param {unknown} value @returns {boolean} whether the browser kept it */
    write(name, value) {
      try {
        area().setItem(PREFIX + name, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    /** @param {string} name @returns {boolean} whether the browser let go of it */
    remove(name) {
      try {
        area().removeItem(PREFIX + name);
        return true;
      } catch {
        return false;
      }
    },
  };
}

export const browserShelf = shelf(() => localStorage);
export const tabShelf = shelf(() => sessionStorage);

/**
 * @typedef {object} Choices
 * @property {"light" | "dark" | "system"} [appearance]
 * @property {"en" | "sv"} [language]
 */

/** @returns {Choices} */
export function readChoices() {
  return browserShelf.read("choices") ?? {};
}

/** @param {Choices} choices */
export function writeChoices(choices) {
  return browserShelf.write("choices", { ...readChoices(), ...choices });
}

/**
 * Station credentials as remembered for one agent in this browser (AD-071).
 * @typedef {object} Remembered
 * @property {import("./state.js").StationOption} option
 * @property {string} number
 * @property {string} extension
 * @property {boolean} international
 * @property {string} region
 * @property {string} teamId
 * @property {import("./state.js").RoleChoice} role
 */

/** @param {string} agentId @returns {Remembered | null} */
export function remembered(agentId) {
  return browserShelf.read(`station.${agentId}`);
}

/** @param {string} agentId @param {Remembered} credentials */
export function remember(agentId, credentials) {
  return browserShelf.write(`station.${agentId}`, credentials);
}

/** @param {string} agentId */
export function forget(agentId) {
  return browserShelf.remove(`station.${agentId}`);
}
