/**
 * The page shown in place of the desk when the desktop loaded and the agent cannot use it: because of settings that an administrator has
 * to look at (AD-090), or because the browser does not let the desktop store anything (AD-094).
 */
import { html } from "../../vendor/lit-3.3.3.js";
import "./copy-button.js";
import { mark } from "./icons.js";

/** @typedef {import("../../text/text.js").Text} Text */
/** @typedef {import("../../state/state.js").Failure} Failure */

/** Refusals of a person by the back end, and whose settings each is about. @type {Record<string, "tenant" | "profile" | "skill" | "agent">} */
export const SETTINGS = {
  CONTACT_CENTER_NOT_ENABLED: "tenant",
  AGENT_PROFILE_INACTIVE: "profile",
  SKILL_PROFILE_MISSING: "skill",
  USER_INACTIVE: "agent",
  TEAM_MISSING: "agent",
  USER_NOT_FOUND: "agent",
};

/**
 * The page for such a failure, null for others.
 * @param {Failure} failure @param {Text} text @param {import("../../services/agent.js").Agent} agent
 */
export function failurePage(failure, text, agent) {
  const settings = SETTINGS[failure.kind];
  if (settings) {
    return page({
      failure,
      text,
      title: text("refused.title"),
      why: [text(`refused.why.${failure.kind}`), text("refused.advice", { settings: text(`refused.settings.${settings}`) })],
      intro: text("refused.intro"),
      buttons: html`<button type="button" class="secondary" @click=${() => location.assign("/")}>${text("failure.again")}</button>
        <button type="button" class="primary" @click=${() => agent.leave()}>${text("refused.leave")}</button>`,
    });
  }
  if (failure.kind !== "storage") return null;
  return page({
    failure,
    text,
    title: text("storage.title"),
    why: [text("failure.why.storage")],
    intro: text("storage.intro"),
    buttons: html`<button type="button" class="primary" @click=${() => location.assign("/")}>${text("connection.reload")}</button>`,
  });
}

/** @param {{failure: Failure, text: Text, title: string, why: string[], intro: string, buttons: unknown}} parts */
function page({ failure, text, title, why, intro, buttons }) {
  const facts = [
    [text("failure.id"), failure.trackingId],
    [text("failure.time"), failure.at],
    [text("failure.address"), failure.address],
  ];
  const copied = [...why, ...facts.map(([name, value]) => `${name}: ${value}`)].join("\n");
  return html`<main class="stage">
    <section class="card failure refused" aria-labelledby="failure-title">
      <header>
        ${mark}
        <div role="alert">
          <h1 id="failure-title">${title}</h1>
          ${why.map((sentence) => html`<p>${sentence}</p>`)}
        </div>
      </header>
      <div class="rows">
        <p>${intro}</p>
        <h2 class="unseen">${text("failure.details")}</h2>
        <dl class="facts">
          ${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
        </dl>
      </div>
      <footer>
        <copy-button .label=${text("failure.copy")} .done=${text("failure.copied")} .copied=${copied}></copy-button>
        ${buttons}
      </footer>
    </section>
  </main>`;
}
