/** A button that copies a text and announces it. */
import { LitElement, html, nothing } from "../../vendor/lit-3.3.3.js";

export class CopyButton extends LitElement {
  static properties = { label: {}, done: {}, copied: {}, did: { state: true } };

  constructor() {
    super();
    this.label = "";
    this.done = "";
    this.copied = "";
    this.did = false;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    return html`<button type="button" class="secondary" @click=${this.copy}>${this.label}</button>
      <span role="status" class="copied">${this.did ? this.done : nothing}</span>`;
  }

  /** A browser may refuse; the details can still be selected by hand. */
  async copy() {
    this.did = await navigator.clipboard.writeText(this.copied).then(
      () => true,
      () => false,
    );
  }
}

customElements.define("copy-button", CopyButton);
