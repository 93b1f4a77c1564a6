/** Who is signed in, in which state and for how long; the contacts and who is in them. */
import { html, nothing } from "../vendor/lit-3.3.3.js";
import { card, counted, nameOf, submitted, timer } from "./parts.js";

/** @typedef {import("./parts.js").Console} Console */

/** @param {Console} console_ */
export function agents(console_) {
  const { state, text } = console_;
  const { floor, configuration } = state;
  if (!floor) return nothing;
  const nameIn = (/** @type {import("../state.js").Named[] | undefined} */ list, /** @type {string | null} */ key) =>
    list?.find((one) => one.key === key)?.name ?? key ?? "";
  const rows = floor.agents.map((agent) => {
    const shown = agent.engaged ? "engaged" : agent.state.toLowerCase();
    const code = agent.state === "Idle" ? nameIn(configuration?.auxiliaryCodes, agent.idleCode) : "";
    return html`<li class="agent">
      <span class="state ${shown}" aria-hidden="true"></span>
      <p class="who"><b>${nameOf(console_, agent.agent)}</b> <span class="soft">${[nameIn(configuration?.teams, agent.team), agent.number].filter(Boolean).join(" · ") || text(`station.${agent.station}`)}</span></p>
      <p class="what">${text(`state.${shown}`)}${code ? html` <span class="soft">${code}</span>` : nothing}${agent.connected ? nothing : html` <span class="tag warn">${text("agents.lost")}</span>`}</p>
      ${timer(floor, agent.codeSince)}
    </li>`;
  });
  return card(
    "agents",
    text("agents"),
    rows.length ? html`<ul class="rows">${rows}</ul>` : html`<p class="empty">${text("agents.none")}</p>`,
    counted(rows.length),
  );
}

/** @param {Console} console_ */
export function contacts(console_) {
  const { state, text, act, set } = console_;
  const { floor } = state;
  if (!floor) return nothing;
  const listen = async (/** @type {string} */ id, /** @type {string | undefined} */ listener) => {
    const answer = await act("listen", { conversation: id, ...(listener ? { listener } : {}) });
    if (!answer) return;
    const heard = answer.frequencies.map((/** @type {number} */ hertz) => text("contacts.heard", { hertz: Math.round(hertz) }));
    set({ heard: { ...state.heard, [id]: heard.join(" · ") } });
  };
  const listening = (/** @type {import("../state.js").Contact} */ one) => {
    const within = [one.agent, ...one.colleagues, one.consulted, one.transferredTo, ...one.monitoredBy].filter((key) => key !== null);
    const listeners = [["", one.number], ...within.map((key) => [key, nameOf(console_, key)])];
    return html`<form class="inline" @submit=${submitted(({ listener }) => listen(one.id, listener))}>
      <select class="plain" name="listener" aria-label=${text("contacts.listener", { who: one.number })}>${listeners.map(([value, name]) => html`<option value=${value}>${name}</option>`)}</select>
      <button class="secondary small" aria-label=${text("contacts.listenTo", { who: one.number })}>${text("contacts.listen")}</button>
    </form>`;
  };
  const rows = floor.conversations.map((one) => {
    const parties = [
      [text("party.customer"), one.number],
      ...(one.agent ? [[text("party.agent"), nameOf(console_, one.agent)]] : []),
      ...one.colleagues.map((key) => [text("party.colleague"), nameOf(console_, key)]),
      ...(one.consulted ? [[text("party.consulted"), nameOf(console_, one.consulted)]] : []),
      ...(one.transferredTo ? [[text("party.outside"), one.transferredTo]] : []),
      ...one.monitoredBy.map((key) => [text("party.supervisor"), nameOf(console_, key)]),
      ...one.wrappingUp.map((key) => [text("party.wrapUp"), nameOf(console_, key)]),
    ];
    return html`<li class="contact">
      <p class="who"><b>${one.number}</b> <span class="soft">${text(`channel.${one.channel}`)} · ${queueName(state, one.queue)}</span></p>
      ${timer(floor, one.since)}
      <p class="tags"><span class="tag ${one.state}">${text(`contact.${one.state}`)}</span>
        ${one.consult ? html`<span class="tag">${text("contacts.consult", { state: text(`consult.${one.consult}`) })}</span>` : nothing}
        ${one.channel === "voice" ? html`<span class="tag">${text(`recording.${one.recording}`)}</span>` : nothing}</p>
      <dl class="parties">${parties.map(([role, who]) => html`<div><dt>${role}</dt><dd>${who}</dd></div>`)}</dl>
      <div class="buttons">
        ${one.channel === "voice" ? listening(one) : nothing}
        <button type="button" class="secondary small danger" aria-label=${text("contacts.endOf", { who: one.number })} @click=${() => act("customerHangsUp", { conversation: one.id })}>${text(one.channel === "voice" ? "contacts.hangUp" : "contacts.end")}</button>
        ${state.heard[one.id] ? html`<span class="soft">${state.heard[one.id]}</span>` : nothing}
      </div>
    </li>`;
  });
  return card(
    "contacts",
    text("contacts"),
    rows.length ? html`<ul class="rows">${rows}</ul>` : html`<p class="empty">${text("contacts.none")}</p>`,
    counted(rows.length),
  );
}

/** @param {import("../state.js").State} state @param {string} key */
function queueName({ configuration }, key) {
  return configuration?.queues.find((queue) => queue.key === key)?.name ?? key;
}
