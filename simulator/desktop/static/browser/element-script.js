/**
 * Loads the scripts that define the custom elements of a layout, each once for the life of the page. The page is loaded again when a
 * script of this machine is saved.
 */

/** Why a script is not there: its host is not among those that the page's policy allows, or it did not arrive. */
export class ScriptProblem extends Error {
  /** @param {"notAllowed" | "notLoaded"} why @param {string} address */
  constructor(why, address) {
    super(`${why}: ${address}`);
    this.why = why;
  }
}

/** Milliseconds between two readings of a script that somebody may be writing. */
const SAVED_MS = 1_000;

/** @type {Map<string, Promise<void>>} */
const scripts = new Map();

/** @param {string} address @returns {Promise<void>} resolves when the script has run; rejects with a `ScriptProblem` */
export function loadScript(address) {
  const loading = scripts.get(address) ?? load(address);
  scripts.set(address, loading);
  return loading;
}

/** A browser says which script an error is from only if the script was requested with CORS, which not every host answers. @param {string} address */
async function load(address) {
  try {
    await request(address, "anonymous");
    if (isOfThisMachine(address)) reloadOnSave(address);
  } catch (problem) {
    if (!(problem instanceof ScriptProblem) || problem.why === "notAllowed") throw problem;
    await request(address, null);
  }
}

/** Whether a script is served on this machine, as one in development is. @param {string} address */
export function isOfThisMachine(address) {
  const { hostname } = new URL(address, location.href);
  return hostname === "127.0.0.1" || hostname === "[::1]" || hostname === "localhost" || hostname.endsWith(".localhost");
}

/** Reload the page once a script reads otherwise than now. @param {string} address @param {() => void} [reload] */
export async function reloadOnSave(address, reload = () => location.reload()) {
  const before = await textOf(address);
  if (before === null) return;
  const reading = setInterval(async () => {
    const now = await textOf(address);
    if (now === null || now === before) return;
    clearInterval(reading);
    reload();
  }, SAVED_MS);
}

/** What a script reads; null while its host does not give it. @param {string} address @returns {Promise<string | null>} */
async function textOf(address) {
  try {
    const answer = await fetch(address, { cache: "no-store", credentials: "omit" });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

/** @param {string} address @param {"anonymous" | null} crossOrigin @returns {Promise<void>} */
function request(address, crossOrigin) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: address, crossOrigin });
    const refused = (/** @type {SecurityPolicyViolationEvent} */ { blockedURI }) => {
      if (blockedURI === script.src) settle(new ScriptProblem("notAllowed", address));
    };
    const settle = (/** @type {ScriptProblem | null} */ problem) => {
      document.removeEventListener("securitypolicyviolation", refused);
      if (problem) reject(problem);
      else resolve();
    };
    document.addEventListener("securitypolicyviolation", refused);
    script.onload = () => settle(null);
    script.onerror = () => settle(new ScriptProblem("notLoaded", address));
    document.head.append(script);
  });
}
