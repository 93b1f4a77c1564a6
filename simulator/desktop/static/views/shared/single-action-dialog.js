/** A dialog that has a single action and cannot be dismissed. */
import { LitElement, html } from "../../vendor/lit-3.3.3.js";
import { warning } from "./icons.js";

export class SingleActionDialog extends LitElement {
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
      class="prompt"
      role="alertdialog"
      aria-labelledby="single-action-title"
      aria-describedby="single-action-message"
      closedby="none"
      @cancel=${(/** @type {Event} */ event) => event.preventDefault()}
    >
      <header>${warning}<h1 id="single-action-title">${this.heading}</h1></header>
      <p id="single-action-message" class="rows">${this.message}</p>
      <footer><button type="button" class="primary" autofocus @click=${this.act}>${this.answer}</button></footer>
    </dialog>`;
  }
}

customElements.define("single-action-dialog", SingleActionDialog);
