/** The status of the agent's Microsoft Teams account, and its sign-in: a step of Station Credentials, a row of Profile Settings. */
import { html, nothing } from "../../vendor/lit-3.3.3.js";
import { tick, warning } from "./icons.js";

/** @typedef {import("../../state/state.js").State} State */
/** @typedef {import("../../text/text.js").Text} Text */

/** The reasons with their own message; all others share a message. */
const EXPLAINED = ["cancel", "closed", "blocked", "access_denied", "unreachable", "storage", "expired"];

/** @param {State} state whether the agent cancelled or could not be signed in, and should know (AD-038, AD-039) */
export function teamsNeedsAttention({ teams }) {
  return teams?.status === "cancelled" || teams?.status === "failed";
}

/** The status in a sentence; empty for a successful sign-in. @param {State} state @param {Text} text */
export function teamsMessage({ teams }, text) {
  if (!teams || teams.status === "success") return "";
  if (teams.status === "untried" || teams.status === "waiting") return text(`teams.${teams.status}`);
  return EXPLAINED.includes(teams.why) ? text(`teams.why.${teams.why}`) : text("teams.why.other", { why: teams.why });
}

/**
 * Nothing where the organisation does not use it (AD-036, AD-037).
 * @param {{state: State, text: Text, agent: import("../../services/agent.js").Agent}} desktop @param {"step" | "setting"} place
 */
export function teamsAccount({ state, text, agent }, place) {
  const { teams } = state;
  if (!teams) return nothing;
  const alarming = teamsNeedsAttention(state);
  const waiting = teams.status === "waiting";
  const message = teamsMessage(state, text);
  return html`<div class="teams ${place} ${alarming ? "alarming" : ""}" role="group" aria-labelledby="teams-title">
    <div class="about">
      <p class="name" id="teams-title">${text("teams.title")}</p>
      <p class="status">
        ${alarming ? html`<span role="img" aria-label=${text("teams.warning")}>${warning}</span>` : nothing}
        ${teams.status === "success" ? tick : nothing} ${waiting ? html`<span class="spinner small"></span>` : nothing}
        <span>${text(`teams.status.${teams.status}`)}</span>
      </p>
      <p role="alert">${alarming ? message : nothing}</p>
      <p role="status">${alarming ? nothing : message}</p>
    </div>
    ${
      teams.status === "success"
        ? nothing
        : html`<button type="button" class="secondary" aria-disabled=${waiting ? "true" : "false"} @click=${() => agent.teams.signIn()}>
            ${text(teams.status === "untried" ? "teams.signIn" : "teams.retry")}
          </button>`
    }
  </div>`;
}
