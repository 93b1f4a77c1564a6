/**
 * A call with more than one agent on the desk: the consultation and its controls, the conference, recording, and the way to the dialog
 * that asks whom to reach (PROTOCOL 6).
 */
import { html, nothing } from "../../vendor/lit-3.3.3.js";
import { handOver, hangUp, leave, pause, people, record } from "../shared/icons.js";
import "../shared/state-timer.js";
import "./destination.js";

/** @typedef {import("./desktop.js").Desktop} Desktop */
/** @typedef {import("../../state/conversations.js").Conversation} Conversation */

/** Whether the agent is the one who is asked. @param {Conversation} conversation */
export function asked({ consult }) {
  return consult?.asked === true;
}

/** Whom the consultation is with, and how far it is. @param {Desktop} desktop @param {Conversation} conversation */
export function consultation({ text }, { consult }) {
  if (!consult) return nothing;
  const { who, stage, since } = consult;
  const about = consult.asked ? text("consult.by", { name: who }) : who ? text("consult.with", { name: who }) : text("consult.waits");
  return html`<div class="beside" role="group" aria-label=${text("consult")}>
    ${people}
    <p role="status">${about}
      ${consult.asked
        ? nothing
        : html`<span class="progress ${stage === "active" ? "connected" : "held"}">${text(`consult.${stage}`)} <state-timer aria-hidden="true" .stateSince=${since} .codeSince=${since}></state-timer></span>`}
    </p>
  </div>`;
}

/** Who else is in the conference. @param {Desktop} desktop @param {Conversation} conversation */
export function party({ text, state }, { stage, colleagues }) {
  if (colleagues.length === 0 || stage === "wrap-up") return nothing;
  const names = new Intl.ListFormat(state.language).format(colleagues);
  return html`<div class="beside">${people}<p role="status">${text("conference.with", { names })}</p></div>`;
}

/** What the agent can do with the consultation; only who asked can go on from it. @param {Desktop} desktop @param {Conversation} conversation */
export function consultControls(desktop, { id, consult }) {
  const { text, agent } = desktop;
  const disabled = isBusy(desktop);
  const active = consult?.stage === "active";
  return html`${
      active && !consult.asked
        ? html`<button type="button" class="secondary" ?disabled=${disabled} @click=${() => agent.floor.consultTransfer(id)}>${handOver}${text("consult.transfer")}</button>
            <button type="button" class="secondary" ?disabled=${disabled} @click=${() => agent.floor.conference(id)}>${people}${text("consult.conference")}</button>`
        : nothing
    }
    <button type="button" class="danger" ?disabled=${disabled} @click=${() => agent.floor.endConsult(id)}>
      ${hangUp}${text(active ? "consult.end" : "consult.cancel")}
    </button>`;
}

/** The way out of a conference, which goes on. @param {Desktop} desktop @param {Conversation} conversation */
export function conferenceControls(desktop, { id, colleagues }) {
  const { text, agent } = desktop;
  if (colleagues.length === 0) return nothing;
  return html`<button type="button" class="secondary" ?disabled=${isBusy(desktop)} @click=${() => agent.floor.leaveConference(id)}>
    ${leave}${text("conference.leave")}
  </button>`;
}

/** Pause and resume, where the call is recorded. @param {Desktop} desktop @param {Conversation} conversation */
export function recordingControl(desktop, { id, recording }) {
  const { text, agent } = desktop;
  if (recording === "off") return nothing;
  const paused = recording === "paused";
  const turn = () => (paused ? agent.floor.resumeRecording(id) : agent.floor.pauseRecording(id));
  return html`<button type="button" class="secondary" ?disabled=${isBusy(desktop)} @click=${turn}>
    ${paused ? record : pause}${text(paused ? "recording.resume" : "recording.pause")}
  </button>`;
}

/** Whom to consult, or to give the call to. @param {Desktop} desktop @param {Conversation} conversation */
export function reachControl(desktop, { id, colleagues }) {
  const { state, text, agent } = desktop;
  return html`<call-destination
    .agents=${state.colleagues}
    .queues=${state.queues}
    .unavailable=${state.unavailable}
    .busy=${isBusy(desktop)}
    .shared=${colleagues.length > 0}
    .text=${text}
    .read=${() => agent.contacts.readDestinations()}
    .consult=${(/** @type {import("../../services/floor.js").Destination} */ to) => agent.floor.consult(id, to)}
    .transfer=${(/** @type {import("../../services/floor.js").Destination} */ to) => agent.floor.transfer(id, to)}
  ></call-destination>`;
}

/** @param {Desktop} desktop */
function isBusy({ state }) {
  return state.connection !== "up" || state.floor.acting !== null;
}
