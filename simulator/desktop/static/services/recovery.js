/** Reconnecting: how often it is tried, and for how long (AD-092). */
import { serviceNow } from "../api/servicetime.js";

const RETRY_SECONDS = 5;
const RECOVERY_SECONDS = 50;

/**
 * Tries again until the connection is back or the time is over; at least once, because a laptop that slept has no time left.
 * @param {object} what
 * @param {number} [what.seconds] how long the tenant keeps the session
 * @param {() => boolean} what.isLost
 * @param {() => Promise<void>} what.connect never rejects; `isLost` returns whether it succeeded
 */
export async function recover({ seconds = RECOVERY_SECONDS, isLost, connect }) {
  const until = serviceNow() + seconds * 1_000;
  while (isLost()) {
    await new Promise((resolve) => setTimeout(resolve, RETRY_SECONDS * 1_000));
    await connect();
    if (serviceNow() >= until) return;
  }
}
