/** The rows of Station Credentials: what is drawn of the form, from its alert to its team (AD-028 to AD-034, AD-042 to AD-065, AD-071 to AD-079). */
import { html, live, nothing } from "../../vendor/lit-3.3.3.js";
import { judgedDialNumber } from "../../services/credentials.js";
import { foundCountries } from "../../text/countries.js";
import { readable } from "../../text/numbers.js";
import "../shared/combobox.js";
import { chevron, cross, warning } from "../shared/icons.js";

/** @typedef {import("../../services/credentials.js").Field} Field */
/** @typedef {import("./form.js").StationForm} StationForm */

/** A refusal of the whole form, not of a field. @param {StationForm} form */
export function alertRow(form) {
  const { refusal } = form;
  const text = form.say;
  return html`<div role="alert">
    ${
      refusal && !form.refusedField
        ? html`<div class="alert">
            ${warning}
            <div>
              ${refusal.kind === "network" || refusal.kind === "timeout"
                ? html`<p>${text(`refusal.${refusal.kind}`)}</p>`
                : html`<p>${text("refusal.generic")}</p><p>${text("refusal.again")}</p>`}
              <p class="tracking">${text("trackingId")}: <code>${refusal.trackingId}</code></p>
            </div>
          </div>`
        : nothing
    }
  </div>`;
}

/** @param {StationForm} form */
export function roleRow(form) {
  const { person, draft } = form;
  if (person.roles.length < 2) return nothing;
  return html`<div class="row">
    <label for="station-role">${form.say("station.role")}</label>
    <div class="field">
      <select id="station-role" ?disabled=${form.station.busy} @change=${(/** @type {Event} */ event) => form.change({ role: chosenIn(event) }, "role")}>
        ${person.roles.map((role) => html`<option value=${role} .selected=${live(role === draft.role)}>${form.say(`role.${role}`)}</option>`)}
      </select>
      ${chevron}
    </div>
    ${problem(form, "role")}
  </div>`;
}

/** @param {StationForm} form */
export function optionRow(form) {
  const { person, draft } = form;
  const text = form.say;
  if (person.options.length === 0) return html`<p class="alert" role="alert">${warning}${text("option.none")}</p>`;
  if (person.options.join() === "BROWSER") {
    return html`<div class="row">
      <p><strong>${text("station.telephony")}:</strong> ${text("option.BROWSER")}</p>
      <p class="hint">${text("option.BROWSER.about")}</p>
      ${problem(form, "option")}
    </div>`;
  }
  return html`<fieldset class="row" aria-describedby=${problemText(form, "option") ? "station-option-problem" : nothing}>
    <legend>${text("station.options")}</legend>
    <div class="choices">
      ${person.options.map(
        (option) =>
          html`<label class="choice">
            <input
              type="radio"
              name="option"
              value=${option}
              .checked=${live(option === draft.option)}
              ?disabled=${form.station.busy}
              @change=${() => form.chooseOption(option)}
            />${text(`option.${option}`)}
          </label>`,
      )}
    </div>
    ${draft.option === "BROWSER" ? html`<p class="hint">${text("option.BROWSER.about")}</p>` : nothing} ${problem(form, "option")}
  </fieldset>`;
}

/** @param {StationForm} form */
export function numberRow(form) {
  const { draft, person } = form;
  const text = form.say;
  if (draft.option === "BROWSER" || person.options.length === 0) return nothing;
  const dial = draft.option === "AGENT_DN" && !person.numberLocked;
  const listed = dial && draft.international;
  return html`
    ${
      dial
        ? html`<label class="check">
            <input
              type="checkbox"
              .checked=${live(draft.international)}
              ?disabled=${form.station.busy}
              @change=${(/** @type {Event} */ event) => form.change({ international: checkedIn(event) }, "number", "country")}
            />${text("station.international")}
          </label>`
        : nothing
    }
    <div class="row">
      <div class=${listed ? "two" : "one"}>${listed ? countryField(form) : nothing} ${numberField(form)}</div>
      ${problem(form, "number")}
      <p class="hint" id="station-number-hint">${hint(form)}</p>
    </div>
  `;
}

/** @param {StationForm} form */
function countryField(form) {
  return html`<searchable-select
    class="country"
    .label=${form.say("station.country")}
    .options=${form.countries}
    .search=${foundCountries}
    .value=${form.draft.region}
    .problem=${problemText(form, "country")}
    .disabled=${form.station.busy}
    .required=${true}
    .text=${form.say}
    @choose=${(/** @type {CustomEvent} */ event) => form.change({ region: event.detail }, "country", "number")}
  ></searchable-select>`;
}

/** @param {StationForm} form */
function numberField(form) {
  const { draft, person } = form;
  const label = form.say(`option.${draft.option}`);
  const value = form.typedNumber;
  const problem = problemText(form, "number");
  return html`<div class="number">
    <label for="station-number">${label}</label>
    <div class="field ${problem ? "invalid" : ""}">
      <input
        id="station-number"
        type="text"
        inputmode="tel"
        autocomplete="off"
        spellcheck="false"
        .value=${live(value)}
        ?readonly=${person.numberLocked}
        ?disabled=${form.station.busy}
        aria-required="true"
        aria-invalid=${problem ? "true" : "false"}
        aria-describedby="${problem ? "station-number-problem " : ""}station-number-hint"
        @input=${(/** @type {Event} */ event) => form.changeNumber(chosenIn(event))}
      />
      ${
        value && !person.numberLocked && !form.station.busy
          ? html`<button type="button" class="quiet" aria-label=${form.say("station.clear", { label })} @click=${form.clearNumber}>${cross}</button>`
          : nothing
      }
    </div>
  </div>`;
}

/** @param {StationForm} form */
export function teamRow(form) {
  const { draft, person } = form;
  const text = form.say;
  if (draft.role === "supervisor") return nothing;
  return html`<div class="row">
    <searchable-select
      class="team"
      .label=${text("station.team")}
      .options=${form.teams}
      .value=${draft.teamId}
      .placeholder=${text("station.team.placeholder")}
      .problem=${problemText(form, "team")}
      .disabled=${form.station.busy || person.teams.length === 0}
      .required=${true}
      .clearable=${true}
      .text=${text}
      @choose=${(/** @type {CustomEvent} */ event) => form.change({ teamId: event.detail }, "team")}
    ></searchable-select>
    ${person.teams.length === 0 ? html`<p class="hint">${text("station.team.none")}</p>` : nothing}
  </div>`;
}

/** @param {StationForm} form @param {Field} field */
function problem(form, field) {
  const problem = problemText(form, field);
  return problem ? html`<p class="problem" id="station-${field}-problem">${warning}${problem}</p>` : nothing;
}

/** @param {StationForm} form @param {Field} field @returns {string} */
function problemText(form, field) {
  const found = form.problems[field];
  if (found) {
    return form.say(`problem.${found}`, {
      label: form.say(`option.${form.draft.option}`),
      country: form.countryName,
      code: `+${form.region?.code ?? ""}`,
      character: form.oddCharacter,
    });
  }
  return form.refusedField === field ? form.say(form.refusedText) : "";
}

/** @param {StationForm} form */
function hint(form) {
  const { draft, person } = form;
  if (draft.option === "EXTENSION") return form.say(person.numberLocked ? "hint.locked" : "hint.extension");
  const judged = judgedDialNumber(draft, form.regions);
  const number = "problem" in judged ? "" : readable(judged);
  if (person.numberLocked) return form.say(number ? "hint.lockedBecomes" : "hint.locked", { number });
  if (number) return form.say("hint.becomes", { number });
  return form.say(draft.international ? "hint.international" : "hint.other");
}

/** @param {Event} event @returns {any} */
function chosenIn(event) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value;
}

/** @param {Event} event */
export function checkedIn(event) {
  return /** @type {HTMLInputElement} */ (event.target).checked;
}
