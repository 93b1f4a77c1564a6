/** Loads the scripts that define the custom elements of a layout, each once for the life of the page. */

/** Why a script is not there: its host is not among those that the page's policy allows, or it did not arrive. */
export class ScriptProblem extends Error {
  /** @param {"notAllowed" | "notLoaded"} why @param {string} address */
  constructor(why, address) {
    super(`${why}: ${address}`);
    this.why = why;
  }
}

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
  } catch (problem) {
    if (!(problem instanceof ScriptProblem) || problem.why === "notAllowed") throw problem;
    await request(address, null);
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
