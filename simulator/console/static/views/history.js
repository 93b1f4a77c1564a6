/** What was done in the console last, to be copied as steps, curl or Python. */
import { html } from "../vendor/lit-3.3.3.js";
import { asText } from "../copies.js";
import { card } from "./parts.js";

const FORMATS = /** @type {const} */ (["en", "sv", "curl", "python"]);

/** @param {import("./parts.js").Console} console_ */
export function history({ state, text, set, copy }) {
  const { done, format } = state;
  return card(
    "history",
    text("history"),
    done.length
      ? html`<fieldset class="segments">
            <legend class="unseen">${text("history.format")}</legend>
            ${FORMATS.map(
              (each) => html`<label><input type="radio" name="format" value=${each} .checked=${each === format} @change=${() => set({ format: each })} />${text(`format.${each}`)}</label>`,
            )}
          </fieldset>
          <pre class="copied" tabindex="0" role="group" aria-label=${text("history")}>${asText(done, format, location.origin)}</pre>
          <div class="buttons">
            <button type="button" class="primary small" @click=${copy}>${text("history.copy")}</button>
            <button type="button" class="secondary small" @click=${() => set({ done: [] })}>${text("history.clear")}</button>
          </div>`
      : html`<p class="empty">${text("history.none")}</p>`,
  );
}
