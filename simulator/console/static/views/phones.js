/** The phones: of agents, and any other number that is called. */
import { html, live, nothing } from "../vendor/lit-3.3.3.js";
import { card, input, nameOf, submitted } from "./parts.js";

/** @param {import("./parts.js").Console} console_ */
export function phones(console_) {
  const { state, text, act, set } = console_;
  if (!state.floor) return nothing;
  const setReady = async (/** @type {string} */ number, /** @type {boolean} */ ready) => {
    set({ wished: { ...state.wished, [number]: ready } });
    await act("setPhone", { number, ready });
    set({ wished: {} });
  };
  const inCall = (/** @type {string | null} */ agent) =>
    agent && state.floor?.conversations.some((one) => one.channel === "voice" && (one.agent === agent || one.colleagues.includes(agent) || one.consulted === agent));
  const rows = state.floor.phones.map(({ number, agent, ready, rings, conversation }) => {
    const who = agent ? nameOf(console_, agent) : number;
    const button = (/** @type {string} */ action, /** @type {string} */ look) =>
      html`<button type="button" class="${look} small" aria-label="${text(`phones.${action}`)}: ${who}" @click=${() => act(action, { number })}>${text(`phones.${action}`)}</button>`;
    return html`<li class="phone ${rings ? "ringing" : ""}">
      <p class="who"><b>${who}</b> ${agent ? html`<span class="soft">${number}</span>` : nothing}</p>
      <label class="check"><input type="checkbox" .checked=${live(state.wished[number] ?? ready)} aria-label="${text("phones.isReady")}: ${who}" @change=${(/** @type {Event} */ event) => setReady(number, /** @type {HTMLInputElement} */ (event.target).checked)} />${text("phones.isReady")}</label>
      ${
        rings || inCall(agent) || (!agent && conversation)
          ? html`<div class="buttons">
              ${rings ? html`<span class="tag ring">${text(`rings.${rings}`)}</span> ${button("answer", "primary")} ${button("decline", "secondary")}` : button("hangUp", "secondary")}
            </div>`
          : nothing
      }
    </li>`;
  });
  const answers = submitted(({ number }) => act("answer", { number }));
  return card(
    "phones",
    text("phones"),
    html`${rows.length ? html`<ul class="rows">${rows}</ul>` : html`<p class="empty">${text("phones.none")}</p>`}
      <form class="fields single" @submit=${answers}>
        ${input("phone-number", text("phones.other"), { placeholder: "+12015550170" })}
        <div class="buttons">
          ${["answer", "decline", "hangUp"].map(
            (action) => html`<button type="button" class="secondary small" @click=${(/** @type {Event} */ event) => {
              const { form } = /** @type {HTMLButtonElement} */ (event.currentTarget);
              if (form?.reportValidity()) act(action, { number: String(new FormData(form).get("number")).trim() });
            }}>${text(`phones.${action}`)}</button>`,
          )}
        </div>
      </form>`,
  );
}
