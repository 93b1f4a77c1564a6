/** The people of the tenant, what they sign in with, and their mails. */
import { html, nothing } from "../vendor/lit-3.3.3.js";
import { card, counted, folded } from "./parts.js";

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

/** @param {import("./parts.js").Console} console_ */
export function mailboxes({ state, text }) {
  const mails = state.floor?.mails ?? [];
  if (!state.floor) return nothing;
  return card(
    "mailboxes",
    text("mailboxes"),
    mails.length
      ? html`<ul class="rows">${mails.toReversed().map(
          (mail) => html`<li class="mail">
            <p class="who"><b>${mail.to}</b></p><time class="timer" datetime=${mail.at}>${mail.at.slice(11, 19)}</time>
            <p><span lang="en">${mail.subject}</span>${mail.code ? html` <code class="code">${mail.code}</code>` : nothing}</p>
            <p class="soft" lang="en">${mail.text}</p>
          </li>`,
        )}</ul>`
      : html`<p class="empty">${text("mailboxes.none")}</p>`,
    counted(mails.length),
  );
}
