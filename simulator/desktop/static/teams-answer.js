// The end of the Teams sign-in, in the window that was opened for it: sends the answer to the desktop that opened the window, which then
// closes it. Only a page of this origin receives it.
(() => {
  const answer = location.search;
  history.replaceState(null, "", location.pathname); // the code leaves the address, used or not
  /** @type {Window | null} */ (window.opener)?.postMessage({ kind: "teams-answer", answer }, location.origin);
})();
