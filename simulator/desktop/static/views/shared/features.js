/**
 * Features that are unavailable when their data cannot be read, and the banner that names them (AD-095 to AD-098).
 * An unavailable feature stays so until a reload reads its data: the banner cannot be dismissed.
 */
import { html, nothing } from "../../vendor/lit-3.3.3.js";
import { warning } from "./icons.js";

/** @typedef {import("../../state/state.js").Feature} Feature */

/** In the order in which the banner names them. @type {readonly Feature[]} */
export const FEATURES = ["colleagues", "addressBook", "queues", "idleCodes"];

/** @param {{unavailable: readonly Feature[]}} state @param {Feature} feature @returns {boolean} */
export function isUnavailable({ unavailable }, feature) {
  return unavailable.includes(feature);
}

/** Always on the page, so that what comes into it is announced. @param {import("../../state/state.js").State} state @param {import("../../text/text.js").Text} text */
export function banner({ unavailable }, text) {
  const named = FEATURES.filter((feature) => unavailable.includes(feature));
  return html`<div class="banner" role="alert">
    ${
      named.length > 0
        ? html`${warning}
            <div>
              <p><strong>${text("banner.title")}</strong></p>
              <ul>
                ${named.map((feature) => html`<li>${text(`feature.${feature}`)}</li>`)}
              </ul>
              <p>${text("banner.advice")}</p>
            </div>`
        : nothing
    }
  </div>`;
}

/** What is shown in place of an unavailable feature. @param {import("../../text/text.js").Text} text */
export function explanation(text) {
  return html`<p class="unavailable">${warning}${text("feature.unavailable")}</p>`;
}
