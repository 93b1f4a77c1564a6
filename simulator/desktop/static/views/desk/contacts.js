/** The Contacts panel: who else is signed in and in which state, and the organisation's address book (PROTOCOL 5). */
import { html, nothing } from "../../vendor/lit-3.3.3.js";
import "../shared/drop-down.js";
import { explanation, isUnavailable } from "../shared/features.js";
import { people } from "../shared/icons.js";

/** @typedef {import("./desktop.js").Desktop} Desktop */
/** @typedef {{id: string, name: string, detail: string, tone?: "available" | "idle"}} Row */

/** @param {Desktop} desktop */
export function contacts({ state, text, agent }) {
  if (!state.person || !state.session) return nothing;
  /** @param {ToggleEvent} event */
  const toggled = (event) => {
    if (event.newState === "open") agent.contacts.read();
  };
  return html`<drop-down class="contacts">
    <button type="button" class="opener round" aria-haspopup="dialog" aria-expanded="false" aria-controls="contacts" aria-label=${text("contacts")}>
      ${people}
    </button>
    <div id="contacts" class="drop panel" popover role="dialog" aria-labelledby="contacts-title" tabindex="-1" @toggle=${toggled}>
      <h2 id="contacts-title" class="unseen">${text("contacts")}</h2>
      ${colleagues(state, text)} ${addressBook(state, text)}
    </div>
  </drop-down>`;
}

/** @param {import("../../state/state.js").State} state @param {import("../../text/text.js").Text} text */
function colleagues(state, text) {
  const rows = state.colleagues?.map(({ agentId, agentName, state: availability }) => ({
    id: agentId,
    name: agentName,
    detail: text(`availability.${availability}`),
    tone: availability === "Available" ? /** @type {const} */ ("available") : /** @type {const} */ ("idle"),
  }));
  return section("colleagues", rows, state, text);
}

/** @param {import("../../state/state.js").State} state @param {import("../../text/text.js").Text} text */
function addressBook(state, text) {
  const rows = state.addressBook?.map(({ id, name, number }) => ({ id, name, detail: number }));
  return section("addressBook", rows, state, text);
}

/**
 * @param {import("../shared/features.js").Feature} feature @param {Row[] | undefined} rows undefined while they are being read
 * @param {import("../../state/state.js").State} state @param {import("../../text/text.js").Text} text
 */
function section(feature, rows, state, text) {
  const row = (/** @type {Row} */ { name, detail, tone }) =>
    html`<li><span>${name}</span> <span class="detail">${tone ? html`<span class="dot ${tone}"></span>` : nothing}${detail}</span></li>`;
  const content = () => {
    if (isUnavailable(state, feature)) return explanation(text);
    if (!rows) return html`<p class="none">${text("contacts.reading")}</p>`;
    return rows.length > 0 ? html`<ul>${rows.map(row)}</ul>` : html`<p class="none">${text(`contacts.none.${feature}`)}</p>`;
  };
  return html`<section aria-labelledby="contacts-${feature}">
    <h3 id="contacts-${feature}">${text(`feature.${feature}`)}</h3>
    ${content()}
  </section>`;
}
