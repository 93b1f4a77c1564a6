/** The client of the control plane, with the token that was entered. */

export const PREFIX = "/_control/v1";

/** The control plane refused; the message is its sentence, the status 0 where it did not answer. */
export class Refused extends Error {
  /** @param {string} sentence @param {number} status */
  constructor(sentence, status) {
    super(sentence);
    this.status = status;
  }
}

/**
 * The answer's JSON; null for an empty answer. Throws Refused.
 * @param {string} token @param {string} method @param {string} path below the prefix @param {object} [body]
 * @param {AbortSignal} [signal] @returns {Promise<any>}
 */
export async function call(token, method, path, body, signal) {
  /** @type {Response} */
  let answer;
  try {
    answer = await fetch(PREFIX + path, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...(body ? { "Content-Type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      ...(signal ? { signal } : {}),
      credentials: "omit",
      cache: "no-store",
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refused("", 0);
  }
  const text = await answer.text();
  if (answer.ok) return text ? JSON.parse(text) : null;
  let sentence = `${answer.status}`;
  try {
    sentence = JSON.parse(text).error;
  } catch {
    // What is not the control plane's answer has no sentence.
  }
  throw new Refused(sentence, answer.status);
}
