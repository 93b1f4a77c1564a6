// The end of the Teams sign-in, in the window that was opened for it: hands the answer to the desktop that asked, which then closes
// this window. Nobody but a page of this origin hears it.
(() => {
  const answer = location.search;
  history.replaceState(null, "", location.pathname); // the code leaves the address, used or not
  /** @type {Window | null} */ (window.opener)?.postMessage({ kind: "teams-answer", answer }, location.origin);
})();
