/** The tenant's clock, and what moves it. */
import { html, nothing } from "../vendor/lit-3.3.3.js";
import { nowOf } from "../state.js";
import { submitted } from "./parts.js";

const STEPS = [1, 10, 60, 900];

/** @param {import("./parts.js").Console} console_ */
export function clock({ state, text, act }) {
  const { floor } = state;
  if (!floor) return nothing;
  const at = new Date(nowOf(floor, performance.now())).toISOString();
  const { frozen, nextDeadline } = floor.clock;
  return html`<section class="clock" aria-labelledby="clock-title">
    <h2 id="clock-title" class="unseen">${text("clock")}</h2>
    <p class="time"><time datetime=${at}><span class="date">${at.slice(0, 10)}</span> ${at.slice(11, 19)}</time> <abbr title=${text("clock.utc")}>UTC</abbr></p>
    <p class="pill ${frozen ? "held" : "live"}">${text(frozen ? "clock.frozen" : "clock.running")}</p>
    <p class="soft due">${nextDeadline ? text("clock.due", { at: nextDeadline.slice(11, 19) }) : text("clock.nothingDue")}</p>
    <div class="buttons">
      ${STEPS.map((seconds) => html`<button type="button" class="secondary small" @click=${() => act("advance", { seconds })}>${text(`clock.${seconds}`)}</button>`)}
      <form class="inline" @submit=${submitted(({ seconds }) => act("advance", { seconds: Number(seconds) }))}>
        <label for="clock-seconds" class="unseen">${text("clock.seconds")}</label>
        <div class="field"><input id="clock-seconds" name="seconds" type="number" min="0" step="any" required placeholder=${text("clock.seconds")} /></div>
        <button class="secondary small">${text("clock.advance")}</button>
      </form>
      <button type="button" class="secondary small" ?disabled=${!nextDeadline} @click=${() => act("next")}>${text("clock.next")}</button>
      <button type="button" class="secondary small" @click=${() => act(frozen ? "run" : "freeze")}>${text(frozen ? "clock.run" : "clock.freeze")}</button>
    </div>
  </section>`;
}
