/**
 * Station Credentials: the dialog between sign-in and the desk (AD-028 to AD-034, AD-042 to AD-065, AD-071 to AD-080, AD-089).
 */
import { html, live, nothing } from "../../vendor/lit-3.3.3.js";
import { mark } from "../shared/icons.js";
import { StationForm } from "./form.js";
import { alertRow, checkedIn, numberRow, optionRow, roleRow, teamRow } from "./rows.js";

export class StationCredentials extends StationForm {
  firstUpdated() {
    /** @type {HTMLDialogElement} */ (this.querySelector("dialog")).showModal();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!changed.has("station")) return;
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
            ${this.messages} ${this.collaboration} ${alertRow(this)} ${roleRow(this)} ${optionRow(this)} ${numberRow(this)} ${teamRow(this)}
            <label class="check"><input type="checkbox" .checked=${live(this.remembering)} @change=${(/** @type {Event} */ event) => (this.remembering = checkedIn(event))} />${text("station.remember")}</label>
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
}

/** @param {Event} event */
function stay(event) {
  event.preventDefault();
}

customElements.define("station-credentials", StationCredentials);
