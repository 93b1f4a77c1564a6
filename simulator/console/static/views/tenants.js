/** Creating tenants, and closing the one that is shown. */
import { html } from "../vendor/lit-3.3.3.js";
import { folded, input, submitted } from "./parts.js";

/** @typedef {import("./parts.js").Console} Console */

/** @param {Console} console_ */
export function tenants(console_) {
  const { state, text, act } = console_;
  return folded(
    "tenants",
    text("tenants"),
    html`${newTenant(console_)}
      <div class="buttons apart"><button type="button" class="secondary small danger" @click=${() => confirm(text("tenants.sure", { id: state.tenant })) && act("close")}>${text("tenants.close", { id: state.tenant })}</button></div>`,
  );
}

/** @param {Console} console_ */
export function newTenant({ text, act }) {
  const create = submitted(({ frozenAt, seed, expires }) =>
    act("create", { frozenAt, ...(seed ? { seed: Number(seed) } : {}), ...(expires ? { expires: Number(expires) } : {}) }),
  );
  return html`<form class="fields" @submit=${create}>
    ${input("new-frozenAt", text("tenants.frozenAt"), { required: false, placeholder: "2026-01-15T09:00:00Z" })}
    ${input("new-seed", text("tenants.seed"), { type: "number", required: false })}
    ${input("new-expires", text("tenants.expires"), { type: "number", required: false, min: 1 })}
    <div class="buttons"><button class="primary small">${text("tenants.create")}</button></div>
  </form>`;
}
