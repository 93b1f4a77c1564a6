/** What an outcome that was not hoped for means: whether it may pass, what the agent is refused, and what a feature goes without. */
import { OVERTAKEN, Refused } from "../api/gateway.js";
import { SignInFailed } from "../api/identity.js";
import { serviceNow } from "../api/servicetime.js";
import { SocketRefused } from "../api/socket.js";
import { NoMicrophone, tryMicrophone } from "../browser/microphone.js";

/** Whether a service answered, but not with what was asked for. @param {unknown} error */
export function isBroken(error) {
  if (!(error instanceof Refused)) throw error;
  return error.status !== 401 && error.kind !== "network" && error.code !== OVERTAKEN;
}

/** Whether the same request may succeed a moment later. @param {unknown} error */
function isPassing(error) {
  return error instanceof Refused && error.status !== 401 && error.code !== OVERTAKEN;
}

/**
 * A read, made once more where it failed in passing.
 * @template T
 * @param {() => Promise<T>} read @returns {Promise<T>}
 */
export async function twice(read) {
  try {
    return await read();
  } catch (error) {
    if (!isPassing(error)) throw error;
    return read();
  }
}

/** @param {unknown} error @returns {import("../state/state.js").Refusal} */
export function refusal(error) {
  if (!(error instanceof Refused)) throw error;
  return { code: error.code, kind: error.kind, trackingId: error.trackingId, data: error.data };
}

/** Settles when the agent can be heard; otherwise it is refused like anything else that is wrong with Station Credentials. */
export async function microphoneWorks() {
  await tryMicrophone().catch((error) => {
    const code = error instanceof NoMicrophone ? `MICROPHONE_${error.why.toUpperCase()}` : "MICROPHONE_FAILED";
    throw new Refused({ kind: "refused", code, trackingId: "" });
  });
}

/** Why the desktop could not be opened, as the page for it and the administrator need it. @param {unknown} error */
export function failureOf(error) {
  const known = error instanceof Refused || error instanceof SignInFailed || error instanceof SocketRefused;
  if (!known) console.error(error);
  return {
    kind: known ? error.code : "unexpected",
    cause: known ? error.message : String(error),
    trackingId: (known && error.trackingId) || `desk_${crypto.randomUUID()}`,
    at: new Date(serviceNow()).toISOString(),
    address: location.origin + location.pathname,
  };
}
