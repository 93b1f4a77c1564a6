/**
 * What the modules tell boot.js, which draws loading and its failure: how far they are, that the desktop stands, or why it does not.
 * Its words are events, because boot.js is a classic script that must not depend on any module.
 */

/** @typedef {"service" | "identity" | "connection" | "configuration" | "session"} Stage */

/** @param {Stage} stage what is done next */
export function tellStage(stage) {
  tell("desk-stage", stage);
}

/** Whether a file did not arrive, so that what has arrived is not enough to go on with. */
export function couldNotLoad() {
  return document.documentElement.hasAttribute("data-could-not-load");
}

/** The desktop stands; from here on the page is the modules'. */
export function tellOpen() {
  tell("desk-open");
}

/** @param {import("../state/state.js").Failure} failure */
export function tellFailed(failure) {
  tell("desk-failed", failure);
}

/** @param {string} name @param {unknown} [detail] */
function tell(name, detail) {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}
