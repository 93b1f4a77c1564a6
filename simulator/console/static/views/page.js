/** The page after sign-in. */
import { html } from "../vendor/lit-3.3.3.js";
import { agents, contacts } from "./floor.js";
import { clock } from "./clock.js";
import { configuration } from "./configuration.js";
import { customers } from "./customers.js";
import { faults } from "./faults.js";
import { header, notice } from "./header.js";
import { history } from "./history.js";
import { mailboxes, people } from "./people.js";
import { phones } from "./phones.js";
import { stream } from "./stream.js";
import { supervisors } from "./supervisors.js";
import { newTenant, tenants } from "./tenants.js";

/** @param {import("./parts.js").Console} console_ */
export function page(console_) {
  const { state, text } = console_;
  return html`${header(console_)}
    ${notice(console_)}
    <main class="board">
      ${
        state.tenant
          ? html`${clock(console_)}
              <div class="column">${agents(console_)} ${contacts(console_)} ${mailboxes(console_)} ${people(console_)} ${configuration(console_)} ${tenants(console_)}</div>
              <div class="column">${customers(console_)} ${phones(console_)} ${supervisors(console_)} ${faults(console_)}</div>
              <div class="column wide">${history(console_)} ${stream(console_)}</div>`
          : html`<section class="card empty-house"><h2>${text("tenants.none")}</h2>${newTenant(console_)}</section>`
      }
    </main>`;
}
