/** What several views draw. */
import { html, nothing } from "../vendor/lit-3.3.3.js";
import { elapsed, nowOf } from "../state.js";

/**
 * @typedef {object} Console
 * @property {import("../state.js").State} state
 * @property {import("../text/text.js").Text} text
 * @property {(part: Partial<import("../state.js").State>) => void} set
 * @property {(chosen: Partial<Pick<import("../state.js").State, "language" | "appearance">>) => void} choose
 * @property {(action: string, values?: Record<string, any>) => Promise<any>} act
 * @property {(token: string) => Promise<void>} open
 * @property {() => void} leave
 * @property {(tenant: string) => void} turnTo
 * @property {() => Promise<void>} readTenants
 * @property {() => Promise<void>} copy
 * @property {() => Promise<void>} readConfiguration
 */

export const mark = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
  <rect class="mark-tile" width="32" height="32" rx="9"></rect>
  <path class="mark-desk" d="M8 21.5h16M10.5 21.5v-3a5.5 5.5 0 0 1 11 0v3"></path>
  <path class="mark-tick" d="m12.6 10.4 2.4 2.4 4.6-5"></path>
</svg>`;

/** A region of the page with its heading. @param {string} id @param {string} title @param {unknown} content @param {unknown} [beside] */
export function card(id, title, content, beside = nothing) {
  return html`<section class="card" id=${id} aria-labelledby="${id}-title">
    <div class="head"><h2 id="${id}-title">${title}</h2>${beside}</div>
    ${content}
  </section>`;
}

/** A region that is opened when it is needed. @param {string} id @param {string} title @param {unknown} content @param {unknown} [beside] */
export function folded(id, title, content, beside = nothing) {
  return html`<details class="card" id=${id}>
    <summary><h2>${title}</h2>${beside}</summary>
    ${content}
  </details>`;
}

/** @param {number} count */
export function counted(count) {
  return count ? html`<span class="count">${count}</span>` : nothing;
}

/** @param {string} name @param {string} label @param {unknown} control */
export function row(name, label, control) {
  return html`<div class="row"><label for=${name}>${label}</label><div class="field">${control}</div></div>`;
}

/** @param {string} id @param {string} label @param {Record<string, any>} [more] */
export function input(id, label, more = {}) {
  const { type = "text", value = "", required = true, list = nothing, min = nothing, placeholder = "" } = more;
  return row(
    id,
    label,
    html`<input id=${id} name=${id.slice(id.indexOf("-") + 1)} type=${type} .defaultValue=${String(value)} ?required=${required}
      list=${list} min=${min} step=${type === "number" ? "any" : nothing} placeholder=${placeholder} autocomplete="off" spellcheck="false" />`,
  );
}

const chevron = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="m6 9.5 6 6 6-6"></path></svg>`;

/** @param {string} id @param {string} label @param {[string, string][]} options values and their names */
export function select(id, label, options) {
  return row(
    id,
    label,
    html`<select id=${id} name=${id.slice(id.indexOf("-") + 1)}>${options.map(([value, name]) => html`<option value=${value}>${name}</option>`)}</select>${chevron}`,
  );
}

/** Do what a form says. The values are its fields; those left empty are undefined; `how` is the value of the button. @param {(values: Record<string, string | undefined>, form: HTMLFormElement, how: string) => void} does */
export function submitted(does) {
  return (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const values = [...new FormData(form)].map(([name, value]) => [name, String(value).trim() || undefined]);
    does(Object.fromEntries(values), form, /** @type {HTMLButtonElement | null} */ (event.submitter)?.value ?? "");
  };
}

/** The time since an instant by the tenant's clock. @param {import("../state.js").Floor} floor @param {string} since */
export function timer(floor, since) {
  return html`<span class="timer">${elapsed(Date.parse(since), nowOf(floor, performance.now()))}</span>`;
}

/** A person's name by key; a number stays as it is. @param {Console} console_ @param {string | null} key */
export function nameOf({ state }, key) {
  const tenant = state.tenants.find(({ id }) => id === state.tenant);
  return tenant?.people.find((person) => person.key === key)?.name ?? key ?? "";
}
