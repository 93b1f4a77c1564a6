/** The User Profile panel: who is signed in, their station, appearance, language and Sign Out (AD-085, AD-086). */
import { html, nothing } from "../../vendor/lit-3.3.3.js";
import { readable, regionOf } from "../../text/numbers.js";
import { teamsAccount, teamsMessage, teamsNeedsAttention } from "../shared/collaboration.js";
import "../shared/drop-down.js";
import { leave, warning } from "../shared/icons.js";

/** @typedef {import("./desktop.js").Desktop} Desktop */

/** @param {Desktop} desktop */
export function profile(desktop) {
  const { state, text, agent } = desktop;
  const { person, session } = state;
  if (!person || !session) return nothing;
  // The panel closes, because the result is shown on the page.
  const signOut = (/** @type {Event} */ event) => {
    /** @type {HTMLElement} */ (/** @type {Element} */ (event.currentTarget).closest("[popover]")).hidePopover();
    agent.signOut();
  };
  const alarming = teamsNeedsAttention(state);
  return html`<drop-down class="profile">
    <button
      type="button"
      class="opener avatar"
      aria-haspopup="dialog"
      aria-expanded="false"
      aria-controls="profile"
      aria-label=${text("profile.open")}
      aria-describedby=${alarming ? "profile-attention" : nothing}
    >
      <span aria-hidden="true">${person.initials}</span>${alarming ? html`<span class="attention">${warning}</span>` : nothing}
    </button>
    ${alarming ? html`<span id="profile-attention" class="unseen">${text("teams.warning")}: ${teamsMessage(state, text)}</span>` : nothing}
    <div id="profile" class="drop panel" popover role="dialog" aria-labelledby="profile-name" tabindex="-1">
      <section class="who">
        <span class="avatar large" aria-hidden="true">${person.initials}</span>
        <div>
          <h2 id="profile-name">${person.name}</h2>
          <p>${text(`role.${session.role}`)}</p>
          <p>${person.email}</p>
        </div>
        <button type="button" class="secondary" ?disabled=${state.connection !== "up" || state.signingOut} @click=${signOut}>${leave}${text("profile.signOut")}</button>
      </section>
      ${settings(desktop)} ${userSettings(desktop)}
    </div>
  </drop-down>`;
}

/** @param {Desktop} desktop */
function settings({ state, text, agent }) {
  const { person, session, regions } = state;
  if (!person || !session) return nothing;
  const team = person.teams.find(({ id }) => id === session.teamId)?.name;
  const telephony = html`${text(`option.${session.option}`)} <span class="whole">${stationNumber(session, regions)}</span>`;
  const facts = [
    [text("profile.telephony"), telephony],
    ...(session.role === "supervisor" ? [] : [[text("profile.team"), team ?? text("profile.noTeam")]]),
    [text("profile.role"), text(`role.${session.role}`)],
  ];
  return html`<section aria-labelledby="profile-settings">
    <h3 id="profile-settings">${text("profile.settings")}</h3>
    <dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    ${teamsAccount({ state, text, agent }, "setting")}
  </section>`;
}

/** @param {import("../../state/state.js").Session} session @param {import("../../text/numbers.js").Region[]} regions */
function stationNumber({ option, number }, regions) {
  const digits = number.replace(/^\+/, "");
  const region = option === "AGENT_DN" && number.startsWith("+") ? regionOf(digits, regions) : undefined;
  return region ? readable({ number, region, national: digits.slice(region.code.length) }) : number;
}

/** @param {Desktop} desktop */
function userSettings({ state, text, choose }) {
  /** @param {"appearance" | "language"} name @param {string} label @param {[string, string, string?][]} options */
  const choices = (name, label, options) =>
    html`<fieldset>
      <legend>${label}</legend>
      <div class="choices">
        ${options.map(
          ([value, word, lang]) =>
            html`<label class="choice" lang=${lang ?? nothing}>
              <input type="radio" name=${name} value=${value} .checked=${state[name] === value} @change=${() => choose({ [name]: value })} />${word}
            </label>`,
        )}
      </div>
    </fieldset>`;
  return html`<section aria-labelledby="profile-user-settings">
    <h3 id="profile-user-settings">${text("profile.userSettings")}</h3>
    ${choices("appearance", text("profile.appearance"), [
      ["light", text("appearance.light")],
      ["dark", text("appearance.dark")],
      ["system", text("appearance.system")],
    ])}
    ${choices("language", text("profile.language"), [
      ["en", "English", "en"],
      ["sv", "Svenska", "sv"],
    ])}
  </section>`;
}
