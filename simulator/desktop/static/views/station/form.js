/**
 * The values of Station Credentials, their problems and their submission. Its state is only what the agent is filling in; the answer of the
 * back end arrives as `station`.
 */
import { LitElement, nothing } from "../../vendor/lit-3.3.3.js";
import { remembered } from "../../browser/storage.js";
import { REFUSALS, firstDraft, judgedNumber, problemOfOption, problemsOf } from "../../services/credentials.js";
import { countries } from "../../text/countries.js";
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

/** The form without its rendering, which is in `StationCredentials`. */
export class StationForm extends LitElement {
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
    /** @type {import("../../state/person.js").Person} */
    this.person = /** @type {any} */ (null);
    /** @type {import("../../text/numbers.js").Region[]} */
    this.regions = [];
    /** @type {import("../../state/state.js").State["station"]} */
    this.station = { busy: false, refusal: null };
    /** @type {"en" | "sv"} */
    this.language = "en";
    /** @type {import("../../services/agent.js").Agent} */
    this.agent = /** @type {any} */ (null);
    /** Messages of the page, which the modal dialog would hide behind it. @type {unknown} */
    this.messages = nothing;
    /** The step before the number: signing in to Microsoft Teams, where the organisation uses it. @type {unknown} */
    this.collaboration = nothing;
    /** @type {import("../../browser/storage.js").Remembered} */
    this.draft = /** @type {any} */ (null);
    this.remembering = false;
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
      const saved = remembered(this.person.agentId);
      this.remembering = saved !== null;
      this.draft = firstDraft(this.person, saved, this.regions);
      this.problems = problemOfOption(this.draft.option);
    }
    if (changed.has("person")) this.teams = this.person.teams.map(({ id, name }) => ({ value: id, label: name }));
    if (changed.has("language")) {
      this.text = catalogue(this.language);
      this.countries = countries(this.regions, this.language);
    }
  }

  /** @type {import("../../text/text.js").Text} */
  get say() {
    return this.text ?? catalogue(this.language);
  }

  /** The character that makes the text not a number; empty where no character does. */
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

  /** The current refusal: null as soon as the agent changes the field it is about. */
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

  /** @param {import("../../state/person.js").StationOption} option */
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
    this.agent.session.signIn({ ...draft, teamId }, "number" in judged ? judged.number : "", this.remembering);
  }

  async focusFirst() {
    await this.updateComplete;
    const wrong = FOCUS.find(([field]) => this.problems[field] || this.refusedField === field);
    const target = wrong && /** @type {HTMLElement | null} */ (this.querySelector(wrong[1]));
    target?.focus();
  }
}
