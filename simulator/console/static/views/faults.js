/** The faults that are armed, and the form for another. */
import { html, nothing } from "../vendor/lit-3.3.3.js";
import { card, counted, input, select, submitted } from "./parts.js";

const KINDS = [
  "answers late", "answers an error", "answers otherwise", "loses an event", "delivers twice", "sends otherwise",
  "closes the notification socket", "goes silent", "cuts everything",
];

/** @param {import("./parts.js").Console} console_ */
export function faults({ state, text, act, set }) {
  const { floor, places } = state;
  if (!floor) return nothing;
  const armed = floor.faults.filter(({ cleared }) => !cleared);
  const arm = submitted(async ({ kind, where, times, after, probability, seconds, secondsMax, status, set: altered, remove }) => {
    const number = (/** @type {string | undefined} */ value) => (value === undefined ? undefined : Number(value));
    let changes;
    try {
      changes = altered === undefined ? undefined : JSON.parse(altered);
    } catch {
      set({ notice: { text: text("json"), tone: "alert" } });
      return;
    }
    const fault = Object.entries({
      kind, where, times: times === undefined ? null : number(times), after: number(after), probability: number(probability),
      seconds: number(seconds), secondsMax: number(secondsMax), status: number(status), set: changes, remove: remove?.split(/[\s,]+/),
    }).filter(([, value]) => value !== undefined);
    await act("arm", { fault: Object.fromEntries(fault) });
  });
  return card(
    "faults",
    text("faults"),
    html`${armed.length
        ? html`<ul class="rows">${armed.map(
            (fault) => html`<li class="fault">
              <p class="who"><b lang="en">${fault.kind}</b> <span class="soft" lang="en">${fault.where === "*" ? text("faults.anywhere") : fault.where}</span></p>
              <p class="soft">${text("faults.fired", { fired: fault.fired, times: fault.times ?? "∞" })}</p>
              <button type="button" class="secondary small" aria-label="${text("faults.clear")}: ${fault.kind}" @click=${() => act("clear", { fault: fault.id })}>${text("faults.clear")}</button>
            </li>`,
          )}</ul>`
        : html`<p class="empty">${text("faults.none")}</p>`}
      <form class="fields" @submit=${arm}>
        ${select("fault-kind", text("faults.kind"), KINDS.map((kind) => [kind, kind]))}
        ${input("fault-where", text("faults.where"), { value: "*", list: "fault-places" })}
        <datalist id="fault-places">${[...new Set(places ? [...places.requests, ...places.frames, ...places.people] : [])].map((name) => html`<option value=${name}></option>`)}</datalist>
        ${input("fault-times", text("faults.times"), { type: "number", value: 1, required: false, min: 1 })}
        <details class="more"><summary>${text("faults.more")}</summary><div class="fields">
          ${input("fault-after", text("faults.after"), { type: "number", required: false, min: 0 })}
          ${input("fault-probability", text("faults.probability"), { type: "number", required: false, min: 0 })}
          ${input("fault-seconds", text("faults.seconds"), { type: "number", required: false, min: 0 })}
          ${input("fault-secondsMax", text("faults.secondsMax"), { type: "number", required: false, min: 0 })}
          ${input("fault-status", text("faults.status"), { type: "number", required: false, min: 200 })}
          ${input("fault-set", text("faults.set"), { required: false, placeholder: '{"data.0.name": "Returns"}' })}
          ${input("fault-remove", text("faults.remove"), { required: false, placeholder: "data.*.siteId" })}
        </div></details>
        <div class="buttons"><button class="primary small">${text("faults.arm")}</button></div>
      </form>`,
    counted(armed.length),
  );
}
