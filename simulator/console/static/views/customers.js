/** Customers who call and write, and campaigns that give an agent a customer. */
import { html, nothing } from "../vendor/lit-3.3.3.js";
import { card, folded, input, select, submitted } from "./parts.js";

/** @param {import("./parts.js").Console} console_ */
export function customers({ state, text, act }) {
  const { configuration, floor } = state;
  if (!configuration) return nothing;
  const named = (/** @type {import("../state.js").Queue[]} */ queues) => queues.map(({ key, name }) => /** @type {[string, string]} */ ([`queue ${key}`, name]));
  const voice = configuration.queues.filter(({ channel }) => channel === "TELEPHONY");
  const written = configuration.queues.filter(({ channel }) => channel !== "TELEPHONY");
  const numbers = configuration.entryPoints
    .filter(({ number }) => number)
    .map(({ number, name }) => /** @type {[string, string]} */ ([`dials ${number}`, `${number} · ${name}`]));
  const calls = submitted(({ number, to = "" }) => {
    const [how, where] = to.split(" ");
    act("call", { number, [how]: where });
  });
  const writes = submitted(({ customer, to = "" }) => act("write", { customer, queue: to.split(" ")[1] }));
  const previews = submitted((values) => act("preview", values));
  const agents = floor?.agents.map(({ agent }) => agent) ?? [];
  return html`${card(
    "customers",
    text("customers"),
    html`<form class="fields" @submit=${calls}>
        ${input("call-number", text("customers.number"), { value: "+46701740605" })} ${select("call-to", text("customers.calls"), [...named(voice), ...numbers])}
        <div class="buttons"><button class="primary small">${text("customers.call")}</button></div>
      </form>
      <form class="fields" @submit=${writes}>
        ${input("write-customer", text("customers.name"), { value: "Eva" })} ${select("write-to", text("customers.writes"), named(written))}
        <div class="buttons"><button class="primary small">${text("customers.write")}</button></div>
      </form>`,
  )}
  ${folded(
    "campaigns",
    text("campaigns"),
    html`<form class="fields" @submit=${previews}>
      ${input("preview-campaign", text("campaigns.name"))} ${select("preview-agent", text("campaigns.agent"), agents.map((key) => [key, key]))}
      ${input("preview-number", text("customers.number"), { value: "+46701740605" })}
      <div class="buttons"><button class="secondary small">${text("campaigns.offer")}</button></div>
    </form>`,
  )}`;
}
