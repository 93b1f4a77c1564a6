/** The journal and the decoded wire, the newest first, as they come. */
import { html, nothing, repeat } from "../vendor/lit-3.3.3.js";
import { fits } from "../state.js";
import { card, input, submitted } from "./parts.js";

/** @typedef {import("../state.js").Entry} Entry */
/** @typedef {import("../state.js").Line} Line */

const KINDS = ["command", "event", "rejection", "fault"];
const MOST_DRAWN = 150;
/** The parts of an entry that are instants; they are shown where it is opened. */
const INSTANT = /^since$|Since$|At$/;

/** What stays on the page while it is paused. @type {{entries: Entry[], lines: Line[]} | null} */
let held = null;

/** @param {import("./parts.js").Console} console_ */
export function stream({ state, text, set, act }) {
  if (!state.paused) held = null;
  else held ??= { entries: state.entries, lines: state.lines };
  const { entries, lines } = held ?? state;
  const journal = state.stream === "journal";
  /** @type {{seq: number, row: () => unknown}[]} */
  const shown = journal
    ? entries
        .filter((entry) => (!state.kind || entry.kind === state.kind) && fits(`${entry.name} ${entry.cause} ${JSON.stringify(entry.data)}`, state.filter))
        .map((entry) => ({ seq: entry.seq, row: () => entryRow(entry, text) }))
    : lines.filter((line) => fits(Object.values(line).join(" "), state.filter)).map((line) => ({ seq: line.seq, row: () => lineRow(line) }));
  const wait = submitted(async ({ fact }) => {
    const found = await act("waitFor", { name: fact, after: state.entries.at(-1)?.seq ?? 0 });
    if (found) set({ notice: { text: text("facts.seen", { name: found.name, seq: found.seq }), tone: "note" } });
  });
  return card(
    "stream",
    text("stream"),
    html`<div class="tools">
        <fieldset class="segments"><legend class="unseen">${text("stream.which")}</legend>
          ${/** @type {const} */ (["journal", "wire"]).map(
            (each) => html`<label><input type="radio" name="stream" value=${each} .checked=${each === state.stream} @change=${() => set({ stream: each })} />${text(`stream.${each}`)}</label>`,
          )}
        </fieldset>
        <div class="field grow"><input type="search" aria-label=${text("stream.filter")} placeholder=${text("stream.filter")} .value=${state.filter} @input=${(/** @type {any} */ { target }) => set({ filter: target.value })} /></div>
        ${
          journal
            ? html`<select class="plain" aria-label=${text("stream.kind")} @change=${(/** @type {any} */ { target }) => set({ kind: target.value })}>
                <option value="">${text("kind.all")}</option>
                ${KINDS.map((kind) => html`<option value=${kind}>${text(`kind.${kind}`)}</option>`)}
              </select>`
            : nothing
        }
        <button type="button" class="secondary small" aria-pressed=${state.paused ? "true" : "false"} @click=${() => set({ paused: !state.paused })}>${text("stream.pause")}</button>
      </div>
      ${shown.length
        ? html`<ol class="lines" tabindex="0" aria-label=${text(`stream.${state.stream}`)} reversed>${repeat(
            shown.slice(-MOST_DRAWN).toReversed(),
            ({ seq }) => `${state.stream} ${seq}`,
            ({ row }) => row(),
          )}</ol>`
        : html`<p class="empty">${text(state.filter || state.kind ? "stream.noFit" : "stream.none")}</p>`}
      <details class="more"><summary>${text("facts.wait")}</summary>
        <form class="fields" @submit=${wait}>
          ${input("wait-fact", text("facts.name"), { list: "facts" })}
          <datalist id="facts">${state.facts.map((name) => html`<option value=${name}></option>`)}</datalist>
          <div class="buttons"><button class="secondary small">${text("facts.start")}</button></div>
        </form>
      </details>`,
  );
}

/** @param {Entry} entry @param {import("../text/text.js").Text} text */
function entryRow({ at, kind, name, cause, data }, text) {
  const gist = Object.entries(data)
    .filter(([part, value]) => ["string", "number", "boolean"].includes(typeof value) && value !== "" && !INSTANT.test(part))
    .map(([part, value]) => `${part} ${value}`)
    .join(" · ");
  return html`<li class=${kind}><details>
    <summary><time datetime=${at}>${at.slice(11, 23)}</time> <b lang="en">${name}</b> <span class="tag ${kind}">${text(`kind.${kind}`)}</span> <span class="gist" lang="en">${gist}</span></summary>
    <pre tabindex="0" role="group" aria-label=${name}>${JSON.stringify({ cause, ...data }, null, 2)}</pre>
  </details></li>`;
}

const WAYS = /** @type {Record<string, string>} */ ({ http: "HTTP", in: "→ WS", out: "← WS" });

/** @param {Line} line */
function lineRow({ at, way, name, method, path, status, verdict, detail }) {
  const bad = verdict !== "ok" || (status ?? 0) >= 400;
  return html`<li class="wire ${bad ? "bad" : ""}" lang="en">
    <time datetime=${at}>${at.slice(11, 23)}</time> <span class="way">${WAYS[way] ?? way}</span>
    <b>${name}</b> ${status === null ? nothing : html`<span class="tag ${bad ? "rejection" : ""}">${status}</span>`}
    ${verdict === "ok" ? nothing : html`<span class="tag rejection">${verdict}</span>`}
    <span class="gist">${[method, path, detail].filter(Boolean).join(" ")}</span>
  </li>`;
}
