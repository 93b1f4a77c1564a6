/** Notices about the display: one that covers everything while the window is too small, and advice about zoom. */
import { html, nothing } from "../../vendor/lit-3.3.3.js";
import { info, warning } from "./icons.js";

/** @typedef {import("../../state/state.js").State} State */
/** @typedef {import("../../text/text.js").Text} Text */

/**
 * Covers the desktop while it is too small (AD-002 to AD-004). What is below is hidden by CSS only, so that what was typed is not lost.
 * @param {State} state @param {Text} text
 */
export function displayNotice({ display }, text) {
  document.documentElement.toggleAttribute("data-too-small", display.small);
  if (!display.small) return nothing;
  return html`<dialog
    id="too-small"
    role="alertdialog"
    aria-labelledby="too-small-title"
    aria-describedby="too-small-text"
    closedby="none"
    @cancel=${(/** @type {Event} */ event) => event.preventDefault()}
  >
    ${warning}
    <h1 id="too-small-title" tabindex="-1" autofocus>${text("display.small.title")}</h1>
    <p id="too-small-text">${text("display.small")}</p>
  </dialog>`;
}

/** @type {Element | null} */
let below = null;

/**
 * Keeps the notice above every other dialog: the browser puts the dialog that opened last on top.
 * @param {HTMLElement} root
 */
export function raiseDisplayNotice(root) {
  const notice = /** @type {HTMLDialogElement | null} */ (root.querySelector("#too-small"));
  const others = [...root.querySelectorAll("dialog:modal:not(#too-small)")].at(-1) ?? null;
  if (notice && (!notice.open || others !== below)) {
    if (notice.open) notice.close();
    notice.showModal();
  }
  below = others;
}

/** Advice, announced politely and removed at 100 % (AD-005). @param {State} state @param {Text} text */
export function zoomAdvice({ display: { zoom } }, text) {
  const keys = /mac/i.test(navigator.userAgent) ? "⌘ 0" : "Ctrl 0";
  return html`<div class="advice" role="status">
    ${zoom === 100 ? nothing : html`<p>${info}${text("display.zoom", { zoom: String(zoom), keys })}</p>`}
  </div>`;
}
