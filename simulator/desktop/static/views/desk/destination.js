/** The dialog that asks whom to reach about a call, an agent, a queue or a number, and whether to consult them or to give the call away. */
import { LitElement, html, nothing } from "../../vendor/lit-3.3.3.js";
import "../shared/combobox.js";
import { explanation } from "../shared/features.js";
import { handOver, people, warning } from "../shared/icons.js";

/** @typedef {import("../../services/floor.js").Destination} Destination */
/** @typedef {Destination["destinationType"]} Kind */
/** @typedef {import("../../text/text.js").Text} Text */
/** @typedef {import("../shared/combobox.js").Option} Option */

/** @type {readonly Kind[]} */
const KINDS = ["agent", "queue", "dialNumber"];

export class CallDestination extends LitElement {
  static properties = {
    agents: {},
    queues: {},
    unavailable: {},
    busy: {},
    shared: {},
    text: {},
    read: {},
    consult: {},
    transfer: {},
    kind: { state: true },
    to: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../../state/state.js").Colleague[] | null} */
    this.agents = null;
    /** @type {import("../../state/state.js").Queue[] | null} */
    this.queues = null;
    /** @type {import("../../state/state.js").Feature[]} */
    this.unavailable = [];
    this.busy = false;
    /** Whether others are in the call: then it cannot be given away. */
    this.shared = false;
    /** @type {Text} */
    this.text = (key) => key;
    this.read = () => {};
    this.consult = (/** @type {Destination} */ _to) => {};
    this.transfer = (/** @type {Destination} */ _to) => {};
    /** @type {Kind} */
    this.kind = "agent";
    this.to = "";
    this.problem = false;
  }

  createRenderRoot() {
    return this;
  }

  get box() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("dialog"));
  }

  /** Whom the agent can choose; null while they are being read. @returns {Option[] | null} */
  get options() {
    if (this.kind === "queue") return this.queues && this.queues.map(({ id, name }) => ({ value: id, label: name }));
    const free = this.agents && this.agents.filter(({ state }) => state === "Available");
    return free && free.map(({ agentId, agentName }) => ({ value: agentId, label: agentName }));
  }

  render() {
    const { text } = this;
    return html`<button type="button" class="secondary" ?disabled=${this.busy} @click=${this.show}>${people}${text("reach")}</button>
      <dialog class="prompt reach" aria-labelledby="reach-title" aria-describedby="reach-about">
        <header>${people}<h1 id="reach-title">${text("reach")}</h1></header>
        <form @submit=${(/** @type {Event} */ event) => this.send(event, this.consult)} novalidate>
          <div class="rows">
            <fieldset>
              <legend>${text("reach.whom")}</legend>
              <div class="choices">${KINDS.map((kind) => this.choice(kind))}</div>
            </fieldset>
            <div>${this.kind === "dialNumber" ? this.number() : this.list()}</div>
            <p id="reach-about" class="hint">${text(this.shared ? "reach.about.conference" : "reach.about")}</p>
          </div>
          <footer>
            <button type="button" class="secondary" @click=${() => this.box.close()}>${text("station.cancel")}</button>
            ${this.shared
              ? nothing
              : html`<button type="button" class="secondary" ?disabled=${this.busy} @click=${(/** @type {Event} */ event) => this.send(event, this.transfer)}>
                  ${handOver}${text("reach.transfer")}
                </button>`}
            <button type="submit" class="primary" ?disabled=${this.busy}>${people}${text("reach.consult")}</button>
          </footer>
        </form>
      </dialog>`;
  }

  /** @param {Kind} kind */
  choice(kind) {
    return html`<label class="choice">
      <input type="radio" name="reach" value=${kind} .checked=${kind === this.kind} @change=${() => this.turn(kind)} />
      ${this.text(`reach.${kind}`)}
    </label>`;
  }

  list() {
    const { text, kind, options } = this;
    if (this.unavailable.includes(kind === "queue" ? "queues" : "colleagues")) return explanation(text);
    if (!options) return html`<p class="none">${text("contacts.reading")}</p>`;
    if (options.length === 0) return html`<p class="none">${text(`reach.${kind}.none`)}</p>`;
    return html`<searchable-select
      .label=${text(`reach.${kind}`)}
      .options=${options}
      .value=${this.to}
      .placeholder=${text(`reach.${kind}.placeholder`)}
      .problem=${this.problem ? text(`problem.reach.${kind}`) : ""}
      .required=${true}
      .text=${text}
      @choose=${(/** @type {CustomEvent} */ event) => this.choose(event.detail)}
    ></searchable-select>`;
  }

  number() {
    const { text, problem } = this;
    return html`<div class="row">
      <label for="reach-number">${text("reach.dialNumber")}</label>
      <div class="field ${problem ? "invalid" : ""}">
        <input
          id="reach-number"
          type="tel"
          autocomplete="off"
          aria-required="true"
          aria-invalid=${problem ? "true" : "false"}
          aria-describedby=${problem ? "reach-problem" : "reach-hint"}
          .value=${this.to}
          @input=${(/** @type {InputEvent} */ event) => this.choose(/** @type {HTMLInputElement} */ (event.target).value)}
        />
      </div>
      ${problem
        ? html`<p class="problem" id="reach-problem">${warning}${text("problem.reach.dialNumber")}</p>`
        : html`<p class="hint" id="reach-hint">${text("reach.dialNumber.hint")}</p>`}
    </div>`;
  }

  show() {
    this.turn("agent");
    this.read();
    this.box.showModal();
  }

  /** @param {Kind} kind */
  turn(kind) {
    this.kind = kind;
    this.choose("");
  }

  /** @param {string} to */
  choose(to) {
    this.to = to;
    this.problem = false;
  }

  /** Whether there is somebody to reach: one of those listed, or what can be a number. */
  get known() {
    if (this.kind === "dialNumber") return /^\s*\+[\d\s()-]+$/.test(this.to);
    return (this.options ?? []).some(({ value }) => value === this.to);
  }

  /** @param {Event} event @param {(to: Destination) => void} act */
  send(event, act) {
    event.preventDefault();
    if (!this.known) {
      this.problem = true;
      /** @type {HTMLElement | null} */ (this.querySelector("searchable-select input, #reach-number"))?.focus();
      return;
    }
    this.box.close();
    act({ to: this.to.trim(), destinationType: this.kind });
  }
}

customElements.define("call-destination", CallDestination);
