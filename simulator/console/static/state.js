/** The state of the console: all that the views draw. */

/** @typedef {{now: string, frozen: boolean, nextDeadline: string | null}} Clock */
/** @typedef {{key: string, name: string, email: string, password: string, teamsPassword: string | null, roles: string[], teams: string[]}} Person */
/** @typedef {{id: string, orgId: string, desktopUrl: string, identityUrl: string, people: Person[]}} Tenant */
/** @typedef {{agent: string, station: string, number: string, team: string | null, roles: string[], state: string, idleCode: string | null, reason: string, engaged: boolean, connected: boolean, monitors: string | null, monitoring: string | null, stateSince: string, codeSince: string}} Agent */
/** @typedef {{id: string, channel: string, direction: string, queue: string, number: string, state: string, agent: string | null, colleagues: string[], consult: string | null, consulted: string | null, wrappingUp: string[], recording: string, transferredTo: string | null, monitoredBy: string[], createdAt: string, since: string}} Contact */
/** @typedef {{number: string, agent: string | null, ready: boolean, rings: string | null, conversation: string | null}} Phone */
/** @typedef {{id: string, kind: string, where: string, times: number | null, fired: number, occasions: number, cleared: boolean}} Fault */
/** @typedef {{at: string, to: string, subject: string, text: string, code: string | null}} Mail */
/** @typedef {{seq: number, at: string, kind: string, name: string, cause: string, data: Record<string, any>}} Entry */
/** @typedef {{seq: number, at: string, way: string, name: string, path: string, method: string, status: number | null, verdict: string, detail: string}} Line */
/**
 * A tenant as it was at a moment; `received` is that moment by `performance.now()`.
 * @typedef {{clock: Clock, moves: number, agents: Agent[], conversations: Contact[], phones: Phone[], faults: Fault[], mails: Mail[], received: number}} Floor
 */
/** @typedef {{key: string, name: string}} Named */
/** @typedef {Named & {channel: string}} Queue */
/** @typedef {Named & {number: string | null}} EntryPoint */
/** @typedef {{queues: Queue[], entryPoints: EntryPoint[], auxiliaryCodes: Named[], teams: Named[]} & Record<string, any>} Configuration */
/** @typedef {{requests: string[], frames: string[], people: string[]}} Places */
/** What was done: the action, its values, the tenant, and the floor before and after. @typedef {{action: string, values: Record<string, any>, tenant: string, before: Floor | null, after: Floor | null}} Done */
/** @typedef {"journal" | "wire"} Stream */
/** @typedef {"en" | "sv" | "curl" | "python"} Format */

/**
 * @typedef {object} State
 * @property {"en" | "sv"} language
 * @property {"system" | "light" | "dark"} appearance
 * @property {string} token empty until signed in
 * @property {{text: string, tone: "alert" | "note"} | null} notice
 * @property {boolean} lost whether the simulator does not answer
 * @property {Tenant[]} tenants
 * @property {string} tenant the id of the shown one; empty where there is none
 * @property {Floor | null} floor
 * @property {Entry[]} entries
 * @property {Line[]} lines
 * @property {Configuration | null} configuration
 * @property {Places | null} places
 * @property {string[]} facts
 * @property {Stream} stream
 * @property {string} filter
 * @property {string} kind of the entries to show; empty for all
 * @property {boolean} paused whether the stream stays as it is
 * @property {Done[]} done
 * @property {Format} format
 * @property {Record<string, string>} heard what was heard last in each conversation
 * @property {Record<string, boolean>} wished whether a phone is to be ready, by its number, until the simulator has answered
 */

/** The entries, and the lines, that the page keeps. */
export const MOST_KEPT = 1_000;

const NOTHING_SEEN = { floor: null, entries: [], lines: [], configuration: null, heard: {}, wished: {} };

/** @param {Pick<State, "language" | "appearance" | "token">} found @returns {State} */
export function initialState(found) {
  return {
    ...found,
    notice: null,
    lost: false,
    tenants: [],
    tenant: "",
    ...NOTHING_SEEN,
    places: null,
    facts: [],
    stream: "journal",
    filter: "",
    kind: "",
    paused: false,
    done: [],
    format: "en",
  };
}

/** The state with another tenant shown. @param {State} state @param {string} tenant @returns {State} */
export function turnedTo(state, tenant) {
  return { ...state, tenant, ...NOTHING_SEEN, places: null };
}

/** What is known before `changes` is asked: the last entry and line, and how often the clock was moved. @param {State} state */
export function cursors({ entries, lines, floor }) {
  return { journal: entries.at(-1)?.seq ?? 0, traffic: lines.at(-1)?.seq ?? 0, moves: floor?.moves ?? 0 };
}

/**
 * The state after an answer of `changes`; an answer that a newer one has overtaken does not change the floor.
 * @param {State} state @param {ReturnType<typeof cursors>} asked @param {any} changes @param {number} received @returns {State}
 */
export function followed(state, asked, changes, received) {
  const { entries, lines, ...floor } = changes;
  const known = cursors(state);
  const overtaken =
    (entries.at(-1)?.seq ?? asked.journal) < known.journal || (lines.at(-1)?.seq ?? asked.traffic) < known.traffic || floor.moves < known.moves;
  const grown = (/** @type {any[]} */ known, /** @type {any[]} */ found) => {
    const last = known.at(-1)?.seq ?? 0;
    return [...known, ...found.filter(({ seq }) => seq > last)].slice(-MOST_KEPT);
  };
  return {
    ...state,
    lost: false,
    floor: overtaken ? state.floor : { ...floor, received },
    entries: grown(state.entries, entries),
    lines: grown(state.lines, lines),
  };
}

/** The instant of a tenant's clock, in milliseconds. @param {Floor} floor @param {number} at by `performance.now()` */
export function nowOf({ clock, received }, at) {
  return Date.parse(clock.now) + (clock.frozen ? 0 : at - received);
}

/** Minutes and seconds since a moment, hours once there are any. @param {number} since @param {number} now */
export function elapsed(since, now) {
  const seconds = Math.max(0, Math.floor((now - since) / 1_000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
  return seconds < 3_600 ? parts.join(":") : [Math.floor(seconds / 3_600), ...parts].join(":");
}

/** The parts of a text that are in every word of the filter. @param {string} text @param {string} filter */
export function fits(text, filter) {
  const lower = text.toLowerCase();
  return filter.toLowerCase().split(/\s+/).every((word) => lower.includes(word));
}
