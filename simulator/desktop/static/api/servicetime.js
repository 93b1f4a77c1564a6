/**
 * The time at the service, against which its timestamps are measured: the clock of the agent's computer may be wrong by hours, or be set
 * while the desktop is open. Every answer of the service has its time in the header Date (RFC 9110 6.6.1).
 *
 * Rule: a computer whose clock agrees with the service is trusted to the millisecond. Otherwise the difference is added, and whenever the
 * clock has jumped (it was set, or the laptop has slept) the time is requested again.
 */

/** The header counts whole seconds and arrives with a delay, so a clock this close to it agrees with it. */
const AGREES_MS = 2_500;
const LOOK_MS = 1_000;
const JUMP_MS = 10_000;

/** By how much the service is ahead of this computer. */
let ahead = 0;
/** Whether the next answer sets the time. */
let needsTime = true;

/** @returns {number} milliseconds since the epoch, as the service has it */
export function serviceNow() {
  return Date.now() + ahead;
}

/** @param {Response} reply from the service, not from the browser's cache, whose answers have an old time */
export function updateTime(reply) {
  const serverTime = Date.parse(reply.headers.get("date") ?? "");
  if (!needsTime || Number.isNaN(serverTime)) return;
  needsTime = false;
  const difference = serverTime - Date.now();
  ahead = Math.abs(difference) <= AGREES_MS ? 0 : difference;
}

/** Watches for jumps of this computer's clock as long as the page is open. */
export function watchTime() {
  let last = Date.now();
  setInterval(() => {
    const now = Date.now();
    if (Math.abs(now - last - LOOK_MS) > JUMP_MS) {
      needsTime = true;
      // Without an answer the next request sets the time.
      fetch("/", { method: "HEAD", cache: "no-store" }).then(updateTime, () => {});
    }
    last = now;
  }, LOOK_MS);
}
