/** The people of the tenant, and what they sign in with. */
import { html, nothing } from "../vendor/lit-3.3.3.js";
import { folded } from "./parts.js";

/** @param {import("./parts.js").Console} console_ */
export function people({ state, text }) {
  const tenant = state.tenants.find(({ id }) => id === state.tenant);
  if (!tenant) return nothing;
  return folded(
    "people",
    text("people"),
    html`<div class="scrolls" tabindex="0" role="group" aria-label=${text("people")}><table>
      <thead><tr><th scope="col">${text("people.name")}</th><th scope="col">${text("people.email")}</th><th scope="col">${text("people.password")}</th></tr></thead>
      <tbody>${tenant.people.map(
        ({ name, email, password, teamsPassword }) =>
          html`<tr><th scope="row">${name}</th><td>${email}</td><td><code>${password}</code>${teamsPassword ? html`<br /><code title=${text("people.teams")}>${teamsPassword}</code>` : nothing}</td></tr>`,
      )}</tbody>
    </table></div>`,
  );
}
