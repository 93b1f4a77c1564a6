/**
 * Station Credentials: the dialog between sign-in and the desk (AD-028 to AD-034, AD-042 to AD-065, AD-071 to AD-080, AD-089).
 * It keeps only what the agent is filling in; what the back end says comes in as `station`.
 */
import { LitElement, html, live, nothing } from "../../vendor/lit-3.3.3.js";
import "../shared/combobox.js";
import { countries, foundCountries } from "../../text/countries.js";
import { REFUSALS, firstDraft, judgedDialNumber, judgedNumber, problemOfOption, problemsOf } from "../../services/credentials.js";
import { chevron, cross, mark, warning } from "../shared/icons.js";
import { readable } from "../../text/numbers.js";
import { remembered } from "../../browser/storage.js";
import { catalogue } from "../../text/text.js";

/** @typedef {import("../../services/credentials.js").Field} Field */

/** From top to bottom: the first of these with a problem gets the focus. @type {[Field, string][]} */
const FOCUS = [
  ["role", "#station-role"],
  ["option", "[name=option]:checked"],
  ["country", ".country input"],
  ["number", "#station-number"],
  ["team", ".team input"],
];

export class StationCredentials extends LitElement {
  static properties = {
    person: {},
    regions: {},
    station: {},
    language: {},
    agent: {},
    messages: {},
    collaboration: {},
    draft: { state: true },
    problems: { state: true },
    answered: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../../state/state.js").Person} */
    this.person = /** @type {any} */ (null);
    /** @type {import("../../text/numbers.js").Region[]} */
    this.regions = [];
    /** @type {import("../../state/state.js").State["station"]} */
    this.station = { busy: false, refusal: null };
    /** @type {"en" | "sv"} */
    this.language = "en";
    /** @type {import("../../services/agent.js").Agent} */
    this.agent = /** @type {any} */ (null);
    /** Messages of the page, which a modal dialog would hide if they stood behind it. @type {unknown} */
    this.messages = nothing;
    /** The step before the number: signing in to Microsoft Teams, where that is asked for. @type {unknown} */
    this.collaboration = nothing;
    /** @type {import("../../browser/storage.js").Remembered} */
    this.draft = /** @type {any} */ (null);
    this.keep = false;
    /** What is wrong with a field, as the page found it. @type {Partial<Record<Field, string>>} */
    this.problems = {};
    /** The refusal that the agent has answered by changing the field it was about. @type {import("../../state/state.js").Refusal | null} */
    this.answered = null;
  }

  createRenderRoot() {
    return this;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!this.hasUpdated) {
      const kept = remembered(this.person.agentId);
      this.keep = kept !== null;
      this.draft = firstDraft(this.person, kept, this.regions);
      this.problems = problemOfOption(this.draft.option);
    }
    if (changed.has("person")) this.teams = this.person.teams.map(({ id, name }) => ({ value: id, label: name }));
    if (changed.has("language")) {
      this.text = catalogue(this.language);
      this.countries = countries(this.regions, this.language);
    }
  }

  firstUpdated() {
    /** @type {HTMLDialogElement} */ (this.querySelector("dialog")).showModal();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!changed.has("station") || !this.station.refusal) return;
    if (this.refusedField) this.focusFirst();
    else this.querySelector(".alert")?.scrollIntoView({ block: "nearest" });
  }

  render() {
    const text = this.say;
    const { person, station } = this;
    return html`
      <main class="stage"></main>
      <dialog class="station" aria-labelledby="station-title" @cancel=${stay} closedby="none">
        <form novalidate aria-busy=${station.busy ? "true" : "false"} @submit=${this.submit}>
          <header>
            ${mark}
            <div>
              <h1 id="station-title" tabindex="-1" autofocus>${text("station.title")}</h1>
              <p>${text("station.greeting", { name: person.name })}</p>
            </div>
          </header>
          <div class="rows">
            ${this.messages} ${this.collaboration} ${this.alert()} ${this.roleRow()} ${this.optionRow()} ${this.numberRow()} ${this.teamRow()}
            <label class="check"><input type="checkbox" .checked=${live(this.keep)} @change=${this.changeKeep} />${text("station.remember")}</label>
          </div>
          <footer>
            <button type="button" class="secondary" ?disabled=${station.busy} @click=${() => this.agent.leave()}>${text("station.cancel")}</button>
            <button type="submit" class="primary" aria-disabled=${station.busy || !person.options.length ? "true" : "false"}>
              ${station.busy ? html`<span class="spinner small"></span>${text("station.submitting")}` : text("station.submit")}
            </button>
          </footer>
          <p class="unseen" role="status">${station.busy ? text("station.submitting") : nothing}</p>
        </form>
      </dialog>
    `;
  }

  /** What went wrong with the whole of it, not with one field. */
  alert() {
    const { refusal } = this;
    const text = this.say;
    return html`<div role="alert">
      ${
        refusal && !this.refusedField
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

  roleRow() {
    const { person, draft } = this;
    if (person.roles.length < 2) return nothing;
    return html`<div class="row">
      <label for="station-role">${this.say("station.role")}</label>
      <div class="field">
        <select id="station-role" ?disabled=${this.station.busy} @change=${(/** @type {Event} */ event) => this.change({ role: chosenIn(event) }, "role")}>
          ${person.roles.map((role) => html`<option value=${role} .selected=${live(role === draft.role)}>${this.say(`role.${role}`)}</option>`)}
        </select>
        ${chevron}
      </div>
      ${this.problem("role")}
    </div>`;
  }

  optionRow() {
    const { person, draft } = this;
    const text = this.say;
    if (person.options.length === 0) return html`<p class="alert" role="alert">${warning}${text("option.none")}</p>`;
    if (person.options.join() === "BROWSER") {
      return html`<div class="row">
        <p><strong>${text("station.telephony")}:</strong> ${text("option.BROWSER")}</p>
        <p class="hint">${text("option.BROWSER.about")}</p>
        ${this.problem("option")}
      </div>`;
    }
    return html`<fieldset class="row" aria-describedby=${this.problemText("option") ? "station-option-problem" : nothing}>
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
                ?disabled=${this.station.busy}
                @change=${() => this.chooseOption(option)}
              />${text(`option.${option}`)}
            </label>`,
        )}
      </div>
      ${draft.option === "BROWSER" ? html`<p class="hint">${text("option.BROWSER.about")}</p>` : nothing} ${this.problem("option")}
    </fieldset>`;
  }

  numberRow() {
    const { draft, person } = this;
    const text = this.say;
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
                ?disabled=${this.station.busy}
                @change=${(/** @type {Event} */ event) => this.change({ international: checkedIn(event) }, "number", "country")}
              />${text("station.international")}
            </label>`
          : nothing
      }
      <div class="row">
        <div class=${listed ? "two" : "one"}>${listed ? this.countryField() : nothing} ${this.numberField()}</div>
        ${this.problem("number")}
        <p class="hint" id="station-number-hint">${this.hint()}</p>
      </div>
    `;
  }

  countryField() {
    return html`<searchable-select
      class="country"
      .label=${this.say("station.country")}
      .options=${this.countries}
      .search=${foundCountries}
      .value=${this.draft.region}
      .problem=${this.problemText("country")}
      .disabled=${this.station.busy}
      .required=${true}
      .text=${this.say}
      @choose=${(/** @type {CustomEvent} */ event) => this.change({ region: event.detail }, "country", "number")}
    ></searchable-select>`;
  }

  numberField() {
    const { draft, person } = this;
    const label = this.say(`option.${draft.option}`);
    const value = this.typedNumber;
    const problem = this.problemText("number");
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
          ?disabled=${this.station.busy}
          aria-required="true"
          aria-invalid=${problem ? "true" : "false"}
          aria-describedby="${problem ? "station-number-problem " : ""}station-number-hint"
          @input=${(/** @type {Event} */ event) => this.changeNumber(chosenIn(event))}
        />
        ${
          value && !person.numberLocked && !this.station.busy
            ? html`<button type="button" class="quiet" aria-label=${this.say("station.clear", { label })} @click=${this.clearNumber}>${cross}</button>`
            : nothing
        }
      </div>
    </div>`;
  }

  teamRow() {
    const { draft, person } = this;
    const text = this.say;
    if (draft.role === "supervisor") return nothing;
    return html`<div class="row">
      <searchable-select
        class="team"
        .label=${text("station.team")}
        .options=${this.teams}
        .value=${draft.teamId}
        .placeholder=${text("station.team.placeholder")}
        .problem=${this.problemText("team")}
        .disabled=${this.station.busy || person.teams.length === 0}
        .required=${true}
        .clearable=${true}
        .text=${text}
        @choose=${(/** @type {CustomEvent} */ event) => this.change({ teamId: event.detail }, "team")}
      ></searchable-select>
      ${person.teams.length === 0 ? html`<p class="hint">${text("station.team.none")}</p>` : nothing}
    </div>`;
  }

  /** @param {Field} field */
  problem(field) {
    const problem = this.problemText(field);
    return problem ? html`<p class="problem" id="station-${field}-problem">${warning}${problem}</p>` : nothing;
  }

  /** @param {Field} field @returns {string} */
  problemText(field) {
    const found = this.problems[field];
    if (found) {
      return this.say(`problem.${found}`, {
        label: this.say(`option.${this.draft.option}`),
        country: this.countryName,
        code: `+${this.region?.code ?? ""}`,
        character: this.oddCharacter,
      });
    }
    return this.refusedField === field ? this.say(this.refusedText) : "";
  }

  hint() {
    const { draft, person } = this;
    if (draft.option === "EXTENSION") return this.say(person.numberLocked ? "hint.locked" : "hint.extension");
    const judged = judgedDialNumber(draft, this.regions);
    const number = "problem" in judged ? "" : readable(judged);
    if (person.numberLocked) return this.say(number ? "hint.lockedBecomes" : "hint.locked", { number });
    if (number) return this.say("hint.becomes", { number });
    return this.say(draft.international ? "hint.international" : "hint.other");
  }

  /** @type {import("../../text/text.js").Text} */
  get say() {
    return this.text ?? catalogue(this.language);
  }

  /** The character for which the text is not a number; empty where none is at fault. */
  get oddCharacter() {
    const judged = judgedNumber(this.draft, this.regions);
    return ("problem" in judged && "character" in judged && judged.character) || "";
  }

  get typedNumber() {
    return this.draft.option === "EXTENSION" ? this.draft.extension : this.draft.number;
  }

  get region() {
    return this.regions.find(({ region }) => region === this.draft.region);
  }

  get countryName() {
    return this.countries?.find(({ value }) => value === this.draft.region)?.label ?? "";
  }

  /** The refusal that still stands: gone as soon as the agent changes the field it is about. */
  get refusal() {
    return this.station.refusal === this.answered ? null : this.station.refusal;
  }

  get refusedField() {
    return REFUSALS[this.refusal?.code ?? ""]?.field ?? null;
  }

  get refusedText() {
    const known = REFUSALS[this.refusal?.code ?? ""];
    return (this.draft.option === "EXTENSION" && known.extension) || known.text;
  }

  /** @param {Partial<import("../../browser/storage.js").Remembered>} part @param {...Field} about the fields whose message this answers */
  change(part, ...about) {
    this.draft = { ...this.draft, ...part };
    const problems = { ...this.problems };
    for (const field of about) delete problems[field];
    this.problems = problems;
    if (about.some((field) => field === this.refusedField)) this.answered = this.station.refusal;
  }

  /** @param {import("../../state/state.js").StationOption} option */
  chooseOption(option) {
    this.change({ option }, "number", "option", "country");
    this.problems = { ...this.problems, ...problemOfOption(option) };
  }

  /** @param {string} number */
  changeNumber(number) {
    this.change(this.draft.option === "EXTENSION" ? { extension: number } : { number }, "number");
  }

  clearNumber() {
    this.changeNumber("");
    /** @type {HTMLElement} */ (this.querySelector("#station-number")).focus();
  }

  /** @param {Event} event */
  changeKeep(event) {
    this.keep = checkedIn(event);
  }

  /** @param {SubmitEvent} event */
  submit(event) {
    event.preventDefault();
    if (this.station.busy || this.person.options.length === 0) return;
    const { draft, person, regions } = this;
    this.problems = problemsOf(draft, person, regions);
    if (Object.keys(this.problems).length > 0) {
      this.focusFirst();
      return;
    }
    const judged = judgedNumber(draft, regions);
    const teamId = draft.role === "supervisor" ? "" : draft.teamId;
    this.agent.signInStation({ ...draft, teamId }, "number" in judged ? judged.number : "", this.keep);
  }

  async focusFirst() {
    await this.updateComplete;
    const wrong = FOCUS.find(([field]) => this.problems[field] || this.refusedField === field);
    const target = wrong && /** @type {HTMLElement | null} */ (this.querySelector(wrong[1]));
    target?.focus();
  }
}

/** @param {Event} event */
function stay(event) {
  event.preventDefault();
}

/** @param {Event} event @returns {any} */
function chosenIn(event) {
  return /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value;
}

/** @param {Event} event */
function checkedIn(event) {
  return /** @type {HTMLInputElement} */ (event.target).checked;
}

customElements.define("station-credentials", StationCredentials);
