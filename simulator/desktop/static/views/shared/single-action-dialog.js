/** A dialog that has one way on. */
import { LitElement, html } from "../../vendor/lit-3.3.3.js";
import { warning } from "./icons.js";

export class OneWayDialog extends LitElement {
  static properties = { heading: {}, message: {}, answer: {}, act: {} };

  constructor() {
    super();
    this.heading = "";
    this.message = "";
    this.answer = "";
    this.act = () => {};
  }

  createRenderRoot() {
    return this;
  }

  firstUpdated() {
    /** @type {HTMLDialogElement} */ (this.querySelector("dialog")).showModal();
  }

  render() {
    return html`<dialog
      class="one-way"
      role="alertdialog"
      aria-labelledby="one-way-title"
      aria-describedby="one-way-message"
      closedby="none"
      @cancel=${(/** @type {Event} */ event) => event.preventDefault()}
    >
      <header>${warning}<h1 id="one-way-title">${this.heading}</h1></header>
      <p id="one-way-message" class="rows">${this.message}</p>
      <footer><button type="button" class="primary" autofocus @click=${this.act}>${this.answer}</button></footer>
    </dialog>`;
  }
}

customElements.define("one-way-dialog", OneWayDialog);
