/**
 * What the desktop stores in this browser: choices and remembered credentials permanently (localStorage), tokens and pending sign-ins for
 * the tab (sessionStorage). Passwords are never stored.
 *
 * Rule: nothing else uses the browser's storage, apart from boot.js, which runs before any module. What is found there is parsed into a
 * valid value or counts as absent: a person, an extension or an earlier release may have written it. A browser may refuse at any moment;
 * reading then returns null and writing returns false, and the caller shows a message.
 */
import { ROLE_CHOICES, STATION_OPTIONS } from "../state/person.js";

const PREFIX = "deskproof-desk.";

/**
 * @template T
 * @typedef {object} Stored a value in the browser's storage
 * @property {() => T | null} read null where there is none or it is not valid
 * @property {(value: T) => boolean} write whether the browser stored it
 * @property {() => boolean} remove whether the browser removed it
 */

/** @typedef {Record<string, unknown>} Fields */

/**
 * @template T
 * @param {() => Storage} area @param {string} name @param {(fields: Fields) => T | null} parse from the fields of the stored object
 * @returns {Stored<T>}
 */
function stored(area, name, parse) {
  return {
    read() {
      try {
        const found = JSON.parse(area().getItem(PREFIX + name) ?? "null");
        return typeof found === "object" && found !== null ? parse(found) : null;
      } catch {
        return null;
      }
    },
    write(value) {
      try {
        area().setItem(PREFIX + name, JSON.stringify(value));
        return true;
      } catch {
        return false;
      }
    },
    remove() {
      try {
        area().removeItem(PREFIX + name);
        return true;
      } catch {
        return false;
      }
    },
  };
}

const browser = () => localStorage;
const tab = () => sessionStorage;

/** @param {unknown} value @returns {value is string} */
function isText(value) {
  return typeof value === "string";
}

/** A part of an address or a header: an id, a code or a token. @param {unknown} value @returns {value is string} */
function isToken(value) {
  return isText(value) && /^[\w.~+/=-]+$/.test(value);
}

/**
 * @template {string} T
 * @param {readonly T[]} known @param {unknown} value @returns {value is T}
 */
function isOneOf(known, value) {
  return known.some((item) => item === value);
}

// ---- permanently

/** @typedef {import("../state/state.js").Choices} Choices */

const choices = stored(browser, "choices", ({ appearance, language }) => {
  /** @type {Choices} */
  const found = {};
  if (isOneOf(/** @type {const} */ (["light", "dark", "system"]), appearance)) found.appearance = appearance;
  if (isOneOf(/** @type {const} */ (["en", "sv"]), language)) found.language = language;
  return found;
});

/**
 * The language is also in a cookie of the tenant's whole site, which the identity pages and the Teams sign-in read and write too
 * (docs/decisions/0023): it is the latest choice, wherever it was made.
 */
const LANGUAGE = "deskproof_language";
const LANGUAGE_LIVES_SECONDS = 365 * 24 * 60 * 60;

/** @returns {"en" | "sv" | undefined} */
function languageOfSite() {
  try {
    const found = document.cookie.split("; ").find((cookie) => cookie.startsWith(`${LANGUAGE}=`))?.slice(LANGUAGE.length + 1);
    return isOneOf(/** @type {const} */ (["en", "sv"]), found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** @returns {Choices} */
export function readChoices() {
  const found = choices.read() ?? {};
  const language = languageOfSite() ?? found.language;
  return language ? { ...found, language } : found;
}

/** @param {Choices} more */
export function writeChoices(more) {
  if (more.language) {
    try {
      document.cookie = `${LANGUAGE}=${more.language}; domain=${location.hostname}; path=/; max-age=${LANGUAGE_LIVES_SECONDS}; samesite=lax`;
    } catch {
      // The browser stores no cookies; the choice below may still be stored.
    }
  }
  return choices.write({ ...readChoices(), ...more });
}

/**
 * Station credentials as remembered for one agent in this browser (AD-071).
 * @typedef {object} Remembered
 * @property {import("../state/person.js").StationOption} option
 * @property {string} number
 * @property {string} extension
 * @property {boolean} international
 * @property {string} region
 * @property {string} teamId
 * @property {import("../state/person.js").RoleChoice} role
 */

/** @param {string} agentId */
const station = (agentId) =>
  stored(browser, `station.${agentId}`, ({ option, number, extension, international, region, teamId, role }) => {
    if (!isOneOf(STATION_OPTIONS, option) || !isOneOf(ROLE_CHOICES, role) || typeof international !== "boolean") return null;
    if (!isText(number) || !isText(extension) || !isText(region) || !isText(teamId)) return null;
    return { option, number, extension, international, region, teamId, role };
  });

/** @param {string} agentId @returns {Remembered | null} */
export function remembered(agentId) {
  return station(agentId).read();
}

/** @param {string} agentId @param {Remembered} credentials */
export function remember(agentId, credentials) {
  return station(agentId).write(credentials);
}

/** @param {string} agentId */
export function forget(agentId) {
  return station(agentId).remove();
}

// ---- for the tab

/** The secrets of a sign-in until the provider answers. @typedef {{state: string, nonce: string, verifier: string}} Pending */

/** @type {Stored<Pending>} */
export const pendingSignIn = stored(tab, "sign-in", ({ state, nonce, verifier }) =>
  isToken(state) && isToken(nonce) && isToken(verifier) ? { state, nonce, verifier } : null,
);

/**
 * @typedef {object} Tokens
 * @property {string} accessToken
 * @property {string} idToken
 * @property {string} agentId
 * @property {string} orgId
 */

/** @type {Stored<Tokens>} */
export const tabTokens = stored(tab, "tokens", ({ accessToken, idToken, agentId, orgId }) =>
  isToken(accessToken) && isToken(idToken) && isToken(agentId) && isToken(orgId) ? { accessToken, idToken, agentId, orgId } : null,
);

/** @typedef {{agentId: string, status: "success" | "cancelled" | "failed", why: string, expires: number}} TeamsOutcome */

/** The outcome of the Microsoft Teams sign-in. @type {Stored<TeamsOutcome>} */
export const tabTeams = stored(tab, "teams", ({ agentId, status, why, expires }) => {
  if (!isText(agentId) || !isOneOf(/** @type {const} */ (["success", "cancelled", "failed"]), status) || !isText(why)) return null;
  return { agentId, status, why, expires: Number.isFinite(expires) ? Number(expires) : 0 };
});

/** The agent whom this tab is signing out. @type {Stored<{agentId: string}>} */
export const leaving = stored(tab, "signed-out", ({ agentId }) => (isText(agentId) ? { agentId } : null));
