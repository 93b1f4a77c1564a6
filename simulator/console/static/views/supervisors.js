/** Supervisors: who monitors which call and what can follow, agents whose state they change, and those who can sign in. */
import { html, nothing } from "../vendor/lit-3.3.3.js";
import { card, counted, input, nameOf, select, submitted } from "./parts.js";

/** @typedef {import("./parts.js").Console} Console */
/** @typedef {import("../state.js").Agent} Agent */

/** What a supervisor can do in each state of monitoring. */
export const NEXT_ACTS = {
  requested: ["end"],
  active: ["whisper", "barge-in", "take-over", "pause", "end"],
  paused: ["resume", "end"],
  whispering: ["barge-in", "take-over", "resume", "end"],
  "barged in": ["take-over", "end"],
};

/** @param {Console} console_ */
export function supervisors(console_) {
  const { state, text } = console_;
  if (!state.floor || !state.configuration) return nothing;
  const present = state.floor.agents.filter(({ roles }) => roles.includes("supervisor"));
  return card(
    "supervisors",
    text("supervisors"),
    html`${
      present.length
        ? html`<ul class="rows">${present.map((one) => supervisor(console_, one))}</ul>${others(console_, present)}`
        : html`<p class="empty">${text("supervisors.none")}</p>`
    }
    ${absent(console_, present.length)}`,
    counted(present.length),
  );
}

/** @param {Console} console_ @param {Agent} agent */
function supervisor(console_, { agent, number, monitors, monitoring }) {
  const { state, text, act } = console_;
  const who = nameOf(console_, agent);
  const button = (/** @type {string} */ name, /** @type {string} */ conversation) =>
    html`<button type="button" class="secondary small" aria-label="${text(`act.${name}`)}: ${who}" @click=${() => act("supervise", { conversation, supervisor: agent, act: name })}>${text(`act.${name}`)}</button>`;
  const monitored = state.floor?.conversations.find(({ id }) => id === monitors);
  return html`<li class="supervisor">
    <p class="who"><b>${who}</b> ${number ? html`<span class="soft">${number}</span>` : nothing}</p>
    ${
      monitors && monitoring
        ? html`<span class="tag connected">${text(`monitoring.${monitoring}`)}</span>
            <p class="soft over">${text("supervisors.call", { who: monitored?.number ?? monitors })}</p>
            <div class="buttons">${NEXT_ACTS[/** @type {keyof typeof NEXT_ACTS} */ (monitoring)].map((name) => button(name, monitors))}</div>`
        : monitorable(console_, agent, who)
    }
  </li>`;
}

/** The calls that a supervisor who is free can ask to monitor. @param {Console} console_ @param {string} agent @param {string} who */
function monitorable({ state, text, act }, agent, who) {
  const calls = (state.floor?.conversations ?? []).filter(
    (one) => one.channel === "voice" && ["connected", "held"].includes(one.state) && one.agent !== agent && !one.colleagues.includes(agent),
  );
  if (!calls.length) return html`<p class="soft over">${text("supervisors.noCalls")}</p>`;
  const monitors = submitted(({ [agent]: call }) => act("supervise", { conversation: call, supervisor: agent, act: "monitor" }));
  return html`<form class="fields over" @submit=${monitors}>
    ${select(`monitor-${agent}`, text("supervisors.which"), calls.map(({ id, number }) => [id, number]))}
    <div class="buttons"><button class="primary small" aria-label="${text("act.monitor")}: ${who}">${text("act.monitor")}</button></div>
  </form>`;
}

/** Agents' states and sign-out. @param {Console} console_ @param {Agent[]} present */
function others(console_, present) {
  const { state, text, act } = console_;
  const named = (/** @type {{agent: string}[]} */ agents) =>
    agents.map(({ agent }) => /** @type {[string, string]} */ ([agent, nameOf(console_, agent)]));
  const codes = /** @type {{key: string, name: string, work: string, system: boolean}[]} */ (state.configuration?.auxiliaryCodes)
    .filter(({ work, system }) => work === "IDLE_CODE" && !system)
    .map(({ key, name }) => /** @type {[string, string]} */ ([`Idle ${key}`, `${text("state.idle")} · ${name}`]));
  const does = submitted(({ by: supervisor, agent, state: chosen = "" }, _, how) => {
    const [name, idleCode] = chosen.split(" ");
    if (how === "signOut") return act("signOutAgent", { agent, supervisor });
    return act("changeAgentState", { agent, supervisor, state: name, ...(idleCode ? { idleCode } : {}) });
  });
  return html`<form class="fields" @submit=${does}>
    ${select("supervisors-by", text("supervisors.by"), named(present))} ${select("supervisors-agent", text("supervisors.agent"), named(state.floor?.agents ?? []))}
    ${select("supervisors-state", text("supervisors.state"), [["Available", text("state.available")], ...codes])}
    <div class="buttons">
      <button class="secondary small" value="state">${text("supervisors.change")}</button>
      <button class="secondary small danger" value="signOut">${text("supervisors.signOut")}</button>
    </div>
  </form>`;
}

/** Those who can sign in here, without a desktop. @param {Console} console_ @param {number} present how many are signed in */
function absent({ state, text, act }, present) {
  const tenant = state.tenants.find(({ id }) => id === state.tenant);
  const away = tenant?.people.filter(({ key, roles }) => roles.includes("supervisor") && !state.floor?.agents.some(({ agent }) => agent === key));
  if (!away?.length) return nothing;
  const signsIn = submitted(({ who: supervisor, phone: number }) => act("signInSupervisor", { supervisor, number }));
  return html`<form class="fields" @submit=${signsIn}>
    ${select("supervisors-who", text("supervisors.who"), away.map(({ key, name }) => [key, name]))}
    ${input("supervisors-phone", text("supervisors.phone"), { value: `+1201555${String(150 + present).padStart(4, "0")}` })}
    <div class="buttons"><button class="secondary small">${text("supervisors.signIn")}</button></div>
  </form>`;
}
