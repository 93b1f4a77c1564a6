/** Boots the console: one state, a rendering of the whole page after each change, and a request that waits for what is new. */
import { html, render } from "./vendor/lit-3.3.3.js";
import { ACTIONS, requestOf } from "./actions.js";
import { asText } from "./copies.js";
import { Refused, call } from "./plane.js";
import { cursors, followed, initialState, turnedTo } from "./state.js";
import { catalogue } from "./text/text.js";
import { page } from "./views/page.js";
import { signIn } from "./views/sign-in.js";

/** @typedef {import("./state.js").State} State */

const TOKEN = "deskproof-control-token";
const CHOICES = "deskproof-console";
const WAIT_SECONDS = 25;
/** Real milliseconds before the simulator is tried again after it did not answer. */
const AGAIN_MS = 1_000;
const KEPT_ACTIONS = 20;

const root = /** @type {HTMLElement} */ (document.getElementById("console"));
const choices = JSON.parse(localStorage.getItem(CHOICES) ?? "{}");

let state = initialState({
  language: choices.language ?? (document.documentElement.lang === "sv" ? "sv" : "en"),
  appearance: choices.appearance ?? "system",
  token: "",
});
let following = new AbortController();

/** @param {Partial<State>} part */
function set(part) {
  state = { ...state, ...part };
  draw();
}

function draw() {
  const { documentElement } = document;
  const text = catalogue(state.language);
  documentElement.lang = state.language;
  if (state.appearance === "system") delete documentElement.dataset.appearance;
  else documentElement.dataset.appearance = state.appearance;
  document.title = state.tenant && state.token ? `${state.tenant} · ${text("title")}` : text("title");
  const console_ = { state, text, set, choose, act, open, leave, turnTo, readTenants, copy, readConfiguration };
  render(state.token ? page(console_) : html`${signIn(console_)}`, root);
}

/** @param {Partial<Pick<State, "language" | "appearance">>} chosen */
function choose(chosen) {
  set(chosen);
  localStorage.setItem(CHOICES, JSON.stringify({ language: state.language, appearance: state.appearance }));
}

/** @param {unknown} error */
function explain(error) {
  if (!(error instanceof Refused)) throw error;
  if (error.status === 401) leave();
  set({ notice: { text: error.status ? error.message : catalogue(state.language)("unreachable"), tone: "alert" } });
}

/** Sign in with a token; it is stored for this tab once the control plane has accepted it. @param {string} token */
async function open(token) {
  try {
    const { tenants } = await call(token, "GET", "/tenants");
    const { facts } = await call(token, "GET", "/facts");
    sessionStorage.setItem(TOKEN, token);
    set({ token, tenants, notice: null, facts: facts.map((/** @type {{name: string}} */ { name }) => name) });
    turnTo(tenants[0]?.id ?? "");
  } catch (error) {
    if (error instanceof Refused && error.status === 401) {
      sessionStorage.removeItem(TOKEN);
      set({ notice: { text: catalogue(state.language)("signIn.wrong"), tone: "alert" } });
      document.getElementById("token")?.focus();
    } else explain(error);
  }
}

function leave() {
  following.abort();
  sessionStorage.removeItem(TOKEN);
  state = { ...initialState(state), token: "" };
  draw();
}

async function readTenants() {
  try {
    const { tenants } = await call(state.token, "GET", "/tenants");
    set({ tenants });
    if (!tenants.some((/** @type {{id: string}} */ { id }) => id === state.tenant)) turnTo(tenants[0]?.id ?? "");
  } catch (error) {
    explain(error);
  }
}

/** Show another tenant. @param {string} tenant */
function turnTo(tenant) {
  following.abort();
  following = new AbortController();
  state = turnedTo(state, tenant);
  draw();
  if (tenant) follow(tenant, following.signal);
}

/** Read what is new until the tenant is turned away from or closed. @param {string} tenant @param {AbortSignal} signal */
async function follow(tenant, signal) {
  await readConfiguration();
  while (!signal.aborted) {
    try {
      await readChanges(tenant, state.floor ? WAIT_SECONDS : 0, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Refused && (error.status === 404 || error.status === 409)) return readTenants();
      if (!(error instanceof Refused) || error.status) return explain(error);
      set({ lost: true });
      await new Promise((resume) => setTimeout(resume, AGAIN_MS));
    }
  }
}

/** @param {string} tenant @param {number} seconds to wait for something new @param {AbortSignal} signal */
async function readChanges(tenant, seconds, signal) {
  const asked = cursors(state);
  const query = new URLSearchParams(Object.entries({ ...asked, timeoutSeconds: seconds }).map(([name, value]) => [name, String(value)]));
  const changes = await call(state.token, "GET", `/tenants/${tenant}/changes?${query}`, undefined, signal);
  if (signal.aborted) return;
  state = followed(state, asked, changes, performance.now());
  draw();
  if (changes.entries.some((/** @type {{name: string, seq: number}} */ { name, seq }) => name === "ConfigurationChanged" && seq > asked.journal)) {
    await Promise.all([readConfiguration(), readTenants()]);
  }
}

async function readConfiguration() {
  const { tenant } = state;
  try {
    const [configuration, places] = await Promise.all(
      ["configuration", "faults/places"].map((what) => call(state.token, "GET", `/tenants/${tenant}/${what}`)),
    );
    if (tenant === state.tenant) set({ configuration, places });
  } catch (error) {
    explain(error);
  }
}

/**
 * Do something, remember it for copying, and show the tenant as it is then. False where it was refused.
 * @param {string} action @param {Record<string, any>} [values]
 */
async function act(action, values = {}) {
  const before = { action, values, tenant: state.tenant, before: state.floor };
  const { method, path, body } = requestOf({ action, values, tenant: state.tenant });
  try {
    const answer = await call(state.token, method, path, body);
    set({ notice: null });
    if (ACTIONS[action].outside || action === "close") await readTenants();
    if (ACTIONS[action].outside) turnTo(answer.id);
    else if (action !== "close") await readChanges(state.tenant, 0, following.signal);
    set({ done: [...state.done, { ...before, after: state.floor }].slice(-KEPT_ACTIONS) });
    return answer ?? true;
  } catch (error) {
    if (following.signal.aborted) return false;
    explain(error);
    return false;
  }
}

/** Copy the last actions. */
async function copy() {
  const text = catalogue(state.language);
  try {
    await navigator.clipboard.writeText(asText(state.done, state.format, location.origin));
    set({ notice: { text: text("copied"), tone: "note" } });
  } catch {
    set({ notice: { text: text("notCopied"), tone: "alert" } });
  }
}

setInterval(() => state.floor && !state.floor.clock.frozen && draw(), 1_000);
draw();
const known = sessionStorage.getItem(TOKEN);
if (known) open(known);
else document.getElementById("token")?.focus();
