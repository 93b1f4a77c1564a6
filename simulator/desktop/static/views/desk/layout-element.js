/**
 * A custom element of a layout: loads its script, creates it, and passes it attributes and properties whenever they change. What goes
 * wrong in it is shown in its place, and the rest of the desk goes on.
 */
import { LitElement, html, nothing, render } from "../../vendor/lit-3.3.3.js";

/** @typedef {{why: "notAllowed" | "notLoaded" | "notDefined" | "threw", message: string}} Problem */

export class LayoutElement extends LitElement {
  static properties = { widget: {}, given: {}, values: {}, content: {}, text: {}, problem: { state: true }, element: { state: true } };

  /** Whether the element is being created or updated now, so that an error is its own. */
  #busy = false;

  constructor() {
    super();
    /** @type {import("../../state/layout.js").Widget} */
    this.widget = { comp: "" };
    /** Its attributes, with the store's values. @type {Record<string, unknown>} */
    this.given = {};
    /** Its properties, with the store's values. @type {Record<string, unknown>} */
    this.values = {};
    /** What is inside it. @type {unknown} */
    this.content = nothing;
    /** @type {import("../../text/text.js").Text} */
    this.text = (key) => key;
    /** Loads a script; rejects with an error whose `why` is that of the problem. @type {(address: string) => Promise<void>} */
    this.load = async () => {};
    /** Called with each problem. @type {(problem: Problem & {comp: string}) => void} */
    this.failed = () => {};
    /** @type {Problem | null} */
    this.problem = null;
    /** @type {HTMLElement | null} */
    this.element = null;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("error", this.#failed);
    addEventListener("unhandledrejection", this.#rejected);
    if (!this.element) this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("error", this.#failed);
    removeEventListener("unhandledrejection", this.#rejected);
  }

  async #load() {
    const { comp, script = "" } = this.widget;
    try {
      await this.load(script);
      if (!customElements.get(comp)) this.#show({ why: "notDefined", message: "" });
      await customElements.whenDefined(comp);
      this.problem = null;
      this.#acting(() => {
        this.element = document.createElement(comp);
      });
    } catch (error) {
      this.#show({ why: /** @type {{why?: Problem["why"]}} */ (error).why ?? "notDefined", message: "" });
    }
  }

  /** @param {Problem} problem */
  #show(problem) {
    this.problem = problem;
    this.failed({ ...problem, comp: this.widget.comp });
  }

  /** @param {ErrorEvent} event */
  #failed = ({ filename, message }) => {
    if (this.#busy || filename === this.widget.script) this.#fail(message);
  };

  /** @param {PromiseRejectionEvent} event */
  #rejected = ({ reason }) => {
    const { script } = this.widget;
    if (script && String(reason?.stack).includes(script)) this.#fail(reason.message);
  };

  /** @param {string} message */
  #fail(message) {
    if (this.problem) return;
    this.#show({ why: "threw", message });
    queueMicrotask(() => this.requestUpdate()); // what changes during an update is not drawn by it
  }

  /** @param {() => void} act something that runs code of the element */
  #acting(act) {
    const within = this.#busy;
    this.#busy = true;
    try {
      act();
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error));
    } finally {
      this.#busy = within;
    }
  }

  /** @param {Map<string, unknown>} changed */
  update(changed) {
    this.#acting(() => super.update(changed));
  }

  render() {
    const { comp, script = "", wrapper } = this.widget;
    if (this.problem) {
      const values = { name: wrapper?.title ?? comp, comp, script, message: this.problem.message };
      return html`<p class="hint failed" role="alert">${this.text(`widget.${this.problem.why}`, values)}</p>`;
    }
    const { element } = this;
    if (!element) return nothing;
    this.#acting(() => {
      for (const [name, value] of Object.entries(this.given)) {
        if (value === undefined || value === null || value === false) element.removeAttribute(name);
        else element.setAttribute(name, value === true ? "" : String(value));
      }
      for (const [name, value] of Object.entries(this.values)) {
        const target = /** @type {any} */ (element);
        if (target[name] !== value) target[name] = value;
      }
      if (this.content !== nothing) render(this.content, element);
    });
    return element;
  }
}

customElements.define("layout-element", LayoutElement);
