/**
 * What time it is at the service, by which everything is measured that the service has stamped: the clock of the agent's computer may be
 * wrong by hours, or be set while the desktop is open. The service says its time with every answer (the header Date, RFC 9110 6.6.1).
 *
 * Rule: a computer whose clock agrees with the service is believed to the millisecond. One that does not is put right by the difference,
 * and whenever the clock has jumped (it was set, or the laptop has slept) the service is asked again.
 */

/** The header counts whole seconds and was on its way for a while, so a clock this near to it agrees with it. */
const AGREES_MS = 2_500;
const LOOK_MS = 1_000;
const JUMP_MS = 10_000;

/** By how much the service is ahead of this computer. */
let ahead = 0;
/** Whether the next answer is to tell. */
let unsure = true;

/** @returns {number} milliseconds since the epoch, as the service has it */
export function serviceNow() {
  return Date.now() + ahead;
}

/** @param {Response} reply of the service itself, fresh: an answer that the browser had kept tells the time it was made */
export function hearTime(reply) {
  const told = Date.parse(reply.headers.get("date") ?? "");
  if (!unsure || Number.isNaN(told)) return;
  unsure = false;
  const difference = told - Date.now();
  ahead = Math.abs(difference) <= AGREES_MS ? 0 : difference;
}

/** Looks out for jumps of this computer's clock for as long as the page lives. */
export function watchTime() {
  let last = Date.now();
  setInterval(() => {
    const now = Date.now();
    if (Math.abs(now - last - LOOK_MS) > JUMP_MS) {
      unsure = true;
      // Without an answer the next one that comes tells.
      fetch("/", { method: "HEAD", cache: "no-store" }).then(hearTime, () => {});
    }
    last = now;
  }, LOOK_MS);
}
