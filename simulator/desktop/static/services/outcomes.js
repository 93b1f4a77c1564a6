/** What an unsuccessful outcome means: whether a retry may succeed, the refusal for the agent, and the failure for the page. */
import { Refused, SUPERSEDED } from "../api/gateway.js";
import { SignInFailed } from "../api/identity.js";
import { serviceNow } from "../api/servicetime.js";
import { SocketRefused } from "../api/socket.js";
import { NoMicrophone, tryMicrophone } from "../browser/microphone.js";

/** Whether a service answered without the requested data. @param {unknown} error */
export function isBroken(error) {
  if (!(error instanceof Refused)) throw error;
  return error.status !== 401 && error.kind !== "network" && error.code !== SUPERSEDED;
}

/** Whether the same request may succeed a moment later. @param {unknown} error */
function isPassing(error) {
  return error instanceof Refused && error.status !== 401 && error.code !== SUPERSEDED;
}

/**
 * A read, repeated once where it failed temporarily.
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

/** Resolves when the microphone works; otherwise rejects like any other refusal of Station Credentials. */
export async function microphoneWorks() {
  await tryMicrophone().catch((error) => {
    const code = error instanceof NoMicrophone ? `MICROPHONE_${error.why.toUpperCase()}` : "MICROPHONE_FAILED";
    throw new Refused({ kind: "refused", code, trackingId: "" });
  });
}

/** Why the desktop could not be opened, for its page and for the administrator. @param {unknown} error */
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
