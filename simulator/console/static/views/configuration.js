/** The configuration as the control plane has it, and a patch for it. */
import { html, nothing } from "../vendor/lit-3.3.3.js";
import { folded, submitted } from "./parts.js";

/** @param {import("./parts.js").Console} console_ */
export function configuration({ state, text, act, set }) {
  if (!state.configuration) return nothing;
  const change = submitted(({ patch = "" }) => {
    try {
      act("change", { patch: JSON.parse(patch) });
    } catch {
      set({ notice: { text: text("json"), tone: "alert" } });
    }
  });
  return folded(
    "configuration",
    text("configuration"),
    html`<form @submit=${change}>
        <label for="patch">${text("configuration.patch")}</label>
        <textarea id="patch" name="patch" rows="4" required spellcheck="false" placeholder='{"settings": {"teamsConnector": true}}'></textarea>
        <div class="buttons"><button class="secondary small">${text("configuration.change")}</button></div>
      </form>
      <pre tabindex="0" role="group" aria-label=${text("configuration")}>${JSON.stringify(state.configuration, null, 2)}</pre>`,
  );
}
