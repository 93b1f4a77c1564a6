/** The agent's availability in the header: what it is, for how long, and the menu that changes it. */
import { html, nothing } from "../../vendor/lit-3.3.3.js";
import { isEngaged } from "../../state/conversations.js";
import { AVAILABLE } from "../../state/person.js";
import "../shared/drop-down.js";
import { isUnavailable } from "../shared/features.js";
import { chevron, tick, warning } from "../shared/icons.js";
import "../shared/state-timer.js";

/** @typedef {import("./desktop.js").Desktop} Desktop */

/** @param {Desktop} desktop */
export function availability({ state, text, agent }) {
  const { session, person, changingState } = state;
  if (!session || !person) return nothing;
  const engaged = isEngaged(state.floor);
  const declined = session.codeId === person.declinedCode ? text("availability.declined") : undefined;
  const idleCode = person.idleCodes.find(({ id }) => id === session.codeId)?.name ?? declined ?? text("availability.Idle");
  const name = session.subStatus === "Idle" ? idleCode : text(`availability.${session.subStatus}`);
  const whole = session.subStatus === "Idle" ? `${text("availability.Idle")}, ${name}` : name;
  const label = engaged ? text("availability.Engaged") : name;
  const spoken = engaged ? `${label}, ${whole}` : whole;
  const dot = engaged ? "engaged" : session.subStatus.toLowerCase();
  /** @param {string} codeId @param {string} name */
  const choice = (codeId, name) =>
    html`<button
      type="button"
      role="menuitemradio"
      tabindex="-1"
      aria-checked=${codeId === session.codeId ? "true" : "false"}
      @click=${() => codeId === session.codeId || agent.session.changeState(codeId)}
    >
      <span class="dot ${codeId === AVAILABLE ? "available" : "idle"}"></span>${name}${codeId === session.codeId ? tick : nothing}
    </button>`;
  return html`<drop-down class="availability">
    <button
      type="button"
      class="opener"
      aria-haspopup="menu"
      aria-expanded="false"
      aria-controls="availability-menu"
      aria-label="${text("availability")}: ${spoken}"
      title=${engaged && session.subStatus !== "RONA" ? text(`availability.engaged.${session.subStatus}`, { name }) : nothing}
      aria-busy=${changingState ? "true" : "false"}
      ?disabled=${state.connection !== "up"}
    >
      ${changingState ? html`<span class="spinner small"></span>` : html`<span class="dot ${dot}"></span>`}
      <span class="label">${label}</span>
      ${engaged
        ? nothing
        : html`<state-timer aria-hidden="true" .stateSince=${session.stateSince} .codeSince=${session.codeSince}></state-timer>`}
      ${chevron}
    </button>
    <div id="availability-menu" class="drop menu" popover role="menu" aria-label=${text("availability")}>
      ${choice(AVAILABLE, text("availability.Available"))}
      <div role="group" aria-labelledby="availability-idle">
        <p id="availability-idle" class="group">${text("availability.Idle")}</p>
        ${person.idleCodes.map(({ id, name }) => choice(id, name))}
        ${
          isUnavailable(state, "idleCodes")
            ? html`<button type="button" role="menuitem" tabindex="-1" disabled>${warning}${text("feature.unavailable")}</button>`
            : nothing
        }
      </div>
    </div>
    <p class="unseen" role="status">${changingState ? text("availability.changing") : `${text("availability")}: ${spoken}`}</p>
  </drop-down>`;
}
