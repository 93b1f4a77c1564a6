/** Loading, the state of the connection, messages, and the dialogs that have to be answered. */
import { html, nothing } from "../../vendor/lit-3.3.3.js";
import { cross, info, warning } from "./icons.js";
import "./single-action-dialog.js";

/** @typedef {import("../../state/state.js").State} State */
/** @typedef {import("../../text/text.js").Text} Text */

/** @param {string} message */
export function loadingPage(message) {
  return html`<main class="stage" aria-busy="true">
    <div class="loading" role="status"><span class="spinner"></span><h1>${message}</h1></div>
  </main>`;
}

/** The strip at the top of the page with the state of the connection, unless it is up. @param {State} state @param {Text} text */
export function connectionLine({ connection, phase }, text) {
  const shown = (phase === "desk" || phase === "station") && (connection === "lost" || connection === "opening");
  return html`<div class="connection" role="status">
    ${shown ? html`<p><span class="spinner small"></span>${text(`connection.${connection}`)}</p>` : nothing}
  </div>`;
}

/** @param {State} state @param {Text} text @param {(action: import("../../state/actions.js").Action) => void} dispatch */
export function noticeList({ notices }, text, dispatch) {
  const row = (/** @type {import("../../state/state.js").Notice} */ notice) =>
    html`<div class="notice ${notice.tone}">
      ${notice.tone === "alert" ? warning : info}
      <div>
        <p>${text(notice.text, notice.values)}</p>
        ${notice.trackingId ? html`<p class="tracking">${text("trackingId")}: <code>${notice.trackingId}</code></p>` : nothing}
      </div>
      <button type="button" class="quiet" aria-label=${text("notice.dismiss")} @click=${() => dispatch({ kind: "dismissed", id: notice.id })}>
        ${cross}
      </button>
    </div>`;
  return html`<div class="notices">
    <div role="alert">${notices.filter(({ tone }) => tone === "alert").map(row)}</div>
    <div role="status">${notices.filter(({ tone }) => tone === "note").map(row)}</div>
  </div>`;
}

/** Dialogs with a single action: another instance took over, or the session cannot be restored. @param {{state: State, text: Text, agent: import("../../services/agent.js").Agent}} desktop */
export function dialogs({ state, text, agent }) {
  switch (state.connection) {
    case "superseded":
      return html`<single-action-dialog
        .heading=${text("multiple.title")}
        .message=${text("multiple.body")}
        .answer=${text("multiple.continue")}
        .act=${() => agent.takeOver()}
      ></single-action-dialog>`;
    case "ended":
      return html`<single-action-dialog
        .heading=${text("connection.ended.title")}
        .message=${text("connection.ended")}
        .answer=${text("connection.reload")}
        .act=${() => location.reload()}
      ></single-action-dialog>`;
    default:
      return nothing;
  }
}
