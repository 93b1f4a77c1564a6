/** The controls for the sound of a call where the station is Desktop: answer, decline, mute (AD-046). */
import { html, nothing } from "../../vendor/lit-3.3.3.js";
import { hangUp, microphone, microphoneOff, phone } from "../shared/icons.js";

/** @typedef {import("./desktop.js").Desktop} Desktop */

/** Whether calls are answered in this browser. @param {import("../../state/state.js").State} state */
function isOurs({ session }) {
  return session?.option === "BROWSER";
}

/** Answer and Decline, while a call rings in this browser. @param {Desktop} desktop */
export function ringingControls({ state, text, agent }) {
  if (!isOurs(state)) return nothing;
  const disabled = state.softphone.call === "connecting";
  return html`<div class="controls">
    <button type="button" class="primary" ?disabled=${disabled} @click=${() => agent.softphone.answer()}>${phone}${text("voice.answer")}</button>
    <button type="button" class="danger" ?disabled=${disabled} @click=${() => agent.softphone.hangUp()}>${hangUp}${text("voice.decline")}</button>
  </div>`;
}

/** Mute and its opposite, while the agent talks in this browser. @param {Desktop} desktop */
export function voiceControls({ state, text, agent }) {
  const { call, muted } = state.softphone;
  if (!isOurs(state)) return nothing;
  if (call !== "connected") return html`<p class="hint" role="status">${text(`voice.${call}`)}</p>`;
  return html`<button type="button" class="secondary" aria-pressed=${muted ? "true" : "false"} @click=${() => agent.softphone.mute(!muted)}>
    ${muted ? microphoneOff : microphone}${text("voice.mute")}
  </button>`;
}
