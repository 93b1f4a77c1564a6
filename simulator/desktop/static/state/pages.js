/** The addresses of the desk's pages: `/task` for the Task page, `/pages/…` for the further pages of a layout. */

const FURTHER = "/pages/";

/** @param {string} page */
export function addressOfPage(page) {
  return page === "task" ? "/task" : FURTHER + encodeURIComponent(page);
}

/** @param {string} path of an address, which anybody may have typed @returns {string | null} the page there; null for none, as at `/` */
export function pageOfAddress(path) {
  if (path === "/task") return "task";
  if (!path.startsWith(FURTHER)) return null;
  try {
    return decodeURIComponent(path.slice(FURTHER.length));
  } catch {
    return null;
  }
}
