/**
 * The state of the desktop and the one function that changes it: (state, action) -> state. Frames of the notification socket are actions
 * like any other. Nothing here waits, asks or draws.
 */

/** @typedef {"AGENT_DN" | "EXTENSION" | "BROWSER"} StationOption */
/** @typedef {"agent" | "supervisor" | "supervisorAgent"} RoleChoice */
/** @typedef {{id: string, name: string}} Team */
/** @typedef {{id: string, name: string, isDefault: boolean}} IdleCode */

/** Station options in the order in which they are offered (AD-044). @type {readonly StationOption[]} */
export const STATION_OPTIONS = ["AGENT_DN", "EXTENSION", "BROWSER"];

/** The auxiliary code that means Available (PROTOCOL 3.3). */
export const AVAILABLE = "0";

/**
 * Who is signed in and what the administrator set for them.
 * @typedef {object} Person
 * @property {string} agentId
 * @property {string} name
 * @property {string} initials
 * @property {string} email
 * @property {RoleChoice[]} roles the roles to choose from; one means that there is no choice
 * @property {Team[]} teams
 * @property {string} siteId
 * @property {StationOption[]} options
 * @property {string} defaultNumber empty when the administrator set none
 * @property {boolean} numberLocked whether only the default number may be used
 * @property {IdleCode[]} idleCodes
 * @property {number} recoverySeconds how long a lost connection is tried again
 */

/**
 * @typedef {object} Session
 * @property {StationOption} option
 * @property {string} number
 * @property {string} teamId
 * @property {RoleChoice} role
 * @property {string} codeId
 * @property {number} stateSince milliseconds since the epoch
 * @property {number} codeSince milliseconds since the epoch
 */

/**
 * A refusal on its way to the screen: at a field of the dialog, or as an alert.
 * @typedef {{code: string, kind: string, trackingId: string}} Refusal
 */

/** @typedef {{id: number, text: string, tone: "alert" | "note", trackingId: string}} Notice `text` is a key of the message catalogue */
/** @typedef {{kind: string, trackingId: string, at: string, address: string}} Failure why the desktop could not load */

/**
 * @typedef {object} State
 * @property {"loading" | "failed" | "station" | "desk" | "leaving"} phase
 * @property {"opening" | "up" | "lost" | "elsewhere" | "ended"} connection `elsewhere`: another instance took over; `ended`: not restored
 * @property {Person | null} person
 * @property {import("./numbers.js").Region[]} regions the numbering plans of the world
 * @property {Session | null} session
 * @property {{busy: boolean, refusal: Refusal | null}} station
 * @property {boolean} changingState
 * @property {Notice[]} notices
 * @property {Failure | null} failure
 * @property {"en" | "sv"} language
 * @property {"light" | "dark" | "system"} appearance
 */

/** @typedef {{kind: string, [detail: string]: any}} Action */

/** @param {Pick<State, "language" | "appearance">} choices @returns {State} */
export function initialState({ language, appearance }) {
  return {
    phase: "loading",
    connection: "opening",
    person: null,
    regions: [],
    session: null,
    station: { busy: false, refusal: null },
    changingState: false,
    notices: [],
    failure: null,
    language,
    appearance,
  };
}

/** What each action does. @type {Record<string, (state: State, action: any) => State>} */
const ACTIONS = {
  failed: (state, { failure }) => ({ ...state, phase: "failed", failure }),
  knownPerson: (state, { person, regions }) => ({ ...state, person, regions }),
  connected: (state) => ({ ...state, connection: "up" }),
  lost: (state) => ({ ...state, connection: "lost" }),
  recoveryEnded: (state) => ({ ...state, connection: "ended" }),
  continuing: (state) => ({ ...state, connection: "opening" }),
  noSession: (state) => withoutSession(state),
  submitted: (state) => ({ ...state, station: { busy: true, refusal: null } }),
  refused: (state, { refusal }) => ({ ...state, station: { busy: false, refusal } }),
  changingState: (state) => ({ ...state, changingState: true }),
  stateRefused: (state, { refusal }) => ({ ...noticed(state, "notice.stateRefused", "alert", refusal.trackingId), changingState: false }),
  leaving: (state) => ({ ...state, phase: "leaving" }),
  leavingRefused: (state, { refusal }) => ({ ...noticed(state, "notice.signOutRefused", "alert", refusal.trackingId), phase: "desk" }),
  noticed: (state, { text, tone }) => noticed(state, text, tone),
  dismissed: (state, { id }) => ({ ...state, notices: state.notices.filter((notice) => notice.id !== id) }),
  chose: (state, { choices }) => ({ ...state, ...choices }),
  frame: (state, { frame }) => FRAMES[frame.data.type]?.(state, frame.data) ?? state,
};

/** What each notification does, by its inner type (PROTOCOL 3.5, 4, 5, 8a). @type {Record<string, (state: State, data: any) => State>} */
const FRAMES = {
  AgentStationLoginSuccess: (state, data) => withSession(state, data),
  AgentReloginSuccess: (state, data) => withSession(state, data),
  AgentStateChangeSuccess: (state, data) => ({
    ...state,
    changingState: false,
    session: state.session && { ...state.session, ...availability(data) },
  }),
  AgentLogoutSuccess: (state) => (state.phase === "desk" ? noticed(withoutSession(state), "notice.signedOutElsewhere", "note") : state),
  AgentMultiLoginCloseSession: (state) => ({ ...state, connection: "elsewhere" }),
};

/** @param {State} state @param {Action} action @returns {State} */
export function reduce(state, action) {
  return ACTIONS[action.kind](state, action);
}

/** @param {State} state @param {any} data of a sign-in or a silent re-login @returns {State} */
function withSession(state, data) {
  return {
    ...state,
    phase: "desk",
    station: { busy: false, refusal: null },
    session: {
      option: data.deviceType,
      number: data.deviceType === "BROWSER" ? "" : (data.dn ?? data.dialNumber ?? ""),
      teamId: data.teamId ?? "",
      role: roleChoice(data.roles ?? ["agent"]),
      ...availability(data),
    },
  };
}

/** @param {State} state @returns {State} */
function withoutSession(state) {
  return { ...state, phase: "station", session: null, changingState: false, station: { busy: false, refusal: null } };
}

/** @param {any} data */
function availability({ auxCodeId, lastStateChangeTimestamp, lastIdleCodeChangeTimestamp }) {
  return { codeId: auxCodeId, stateSince: lastStateChangeTimestamp, codeSince: lastIdleCodeChangeTimestamp };
}

/** @param {State} state @param {string} text @param {Notice["tone"]} tone @param {string} [trackingId] @returns {State} */
function noticed(state, text, tone, trackingId = "") {
  const id = 1 + Math.max(0, ...state.notices.map((notice) => notice.id));
  return { ...state, notices: [...state.notices, { id, text, tone, trackingId }] };
}

/** @param {string[]} roles as the wire names them @returns {RoleChoice} */
export function roleChoice(roles) {
  if (!roles.includes("supervisor")) return "agent";
  return roles.includes("agent") ? "supervisorAgent" : "supervisor";
}

/** @param {RoleChoice} choice @returns {string[]} */
export function rolesOf(choice) {
  return choice === "supervisorAgent" ? ["supervisor", "agent"] : [choice];
}
