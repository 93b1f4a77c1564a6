/** The addresses of the desk's pages: the Task page has its own, the further pages of a layout stand under `/pages/`. */

const FURTHER = "/pages/";

/** @param {string} page */
export function addressOfPage(page) {
  return page === "task" ? "/task" : FURTHER + encodeURIComponent(page);
}

/** @param {string} path of an address @returns {string | null} the page there; null for the front door */
export function pageOfAddress(path) {
  if (path === "/task") return "task";
  return path.startsWith(FURTHER) ? decodeURIComponent(path.slice(FURTHER.length)) : null;
}
