/**
 * Reports progress, success or failure of loading to boot.js, which draws them.
 * By events, because boot.js is a classic script that must not depend on any module.
 */

/** @typedef {"service" | "identity" | "connection" | "configuration" | "session"} Stage */

/** @param {Stage} stage the stage that begins */
export function reportStage(stage) {
  emit("desk-stage", stage);
}

/** Whether boot.js has found that the desktop cannot load, as when a file did not arrive. */
export function couldNotLoad() {
  return document.documentElement.hasAttribute("data-could-not-load");
}

/** The desktop is open: from now on the modules draw the page. */
export function reportOpen() {
  emit("desk-open");
}

/** @param {import("../state/state.js").Failure} failure */
export function reportFailure(failure) {
  emit("desk-failed", failure);
}

/** @param {string} name @param {unknown} [detail] */
function emit(name, detail) {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}
