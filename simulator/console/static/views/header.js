/** The head of the page: tenants, choices of language and appearance, what just happened. */
import { html, nothing } from "../vendor/lit-3.3.3.js";
import { mark } from "./parts.js";

/** @typedef {import("./parts.js").Console} Console */

/** @param {Console} console_ */
export function header(console_) {
  const { state, text, turnTo, leave, readTenants } = console_;
  const tenant = state.tenants.find(({ id }) => id === state.tenant);
  return html`<header>
    <div class="brand">${mark}<h1>${text("title")}</h1></div>
    <div class="tenant">
      <label for="tenant">${text("tenant")}</label>
      <select id="tenant" @focus=${readTenants} @change=${(/** @type {any} */ { target }) => turnTo(target.value)}>
        ${state.tenants.map(({ id }) => html`<option value=${id} ?selected=${id === state.tenant}>${id}</option>`)}
      </select>
      ${tenant ? html`<a href="${tenant.desktopUrl}/" target="_blank" rel="noreferrer">${text("desktop")}<span class="unseen"> ${text("newTab")}</span></a>` : nothing}
    </div>
    <div class="aside">
      ${choices(console_)}
      <button type="button" class="secondary small" @click=${leave}>${text("signOut")}</button>
    </div>
  </header>`;
}

/** @param {Console} console_ */
export function choices({ state, text, choose }) {
  const other = state.language === "en" ? "sv" : "en";
  return html`<button type="button" class="plain" lang=${other} @click=${() => choose({ language: other })}>${other === "sv" ? "Svenska" : "English"}</button>
    <select class="plain" aria-label=${text("appearance")} @change=${(/** @type {any} */ { target }) => choose({ appearance: target.value })}>
      ${["system", "light", "dark"].map(
        (each) => html`<option value=${each} ?selected=${each === state.appearance}>${text(`appearance.${each}`)}</option>`,
      )}
    </select>`;
}

/** @param {Console} console_ */
export function notice({ state, text, set }) {
  return html`<div class="notices" role="status">
    ${state.lost ? html`<p class="notice alert">${text("lost")}</p>` : nothing}
    ${
      state.notice
        ? html`<p class="notice ${state.notice.tone}"><span>${state.notice.text}</span>
            <button type="button" class="plain" @click=${() => set({ notice: null })}>${text("dismiss")}</button></p>`
        : nothing
    }
  </div>`;
}
