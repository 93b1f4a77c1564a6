/**
 * The state of the desktop and the one function that changes it: (state, action) -> state. Frames of the notification socket are actions
 * like any other. Nothing here waits, asks or draws.
 */
import { QUIET, engagement, floorAfter } from "./conversations.js";

/** @typedef {"AGENT_DN" | "EXTENSION" | "BROWSER"} StationOption */
/** @typedef {"agent" | "supervisor" | "supervisorAgent"} RoleChoice */
/** @typedef {{id: string, name: string, layoutId?: string}} Team */
/** @typedef {{id: string, name: string, isDefault: boolean}} IdleCode */
/** @typedef {{id: string, name: string}} WrapUpCode */

/** Station options in the order in which they are offered (AD-044). @type {readonly StationOption[]} */
export const STATION_OPTIONS = ["AGENT_DN", "EXTENSION", "BROWSER"];

/** @type {RoleChoice[]} */
export const ROLE_CHOICES = ["agent", "supervisor", "supervisorAgent"];

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
 * @property {Team | null} primaryTeam whose layout stands where no team is signed in to
 * @property {string} siteId
 * @property {StationOption[]} options
 * @property {string} defaultNumber empty when the administrator set none
 * @property {boolean} numberLocked whether only the default number may be used
 * @property {IdleCode[]} idleCodes
 * @property {WrapUpCode[]} wrapUpCodes
 * @property {boolean} azureSso whether the organisation signs in to Microsoft Teams by Azure SSO
 * @property {number | undefined} recoverySeconds how long a lost connection is tried again, where the tenant says
 * @property {number} inactivityMinutes how long an agent may do nothing; 0 when that does not matter
 * @property {string} profileId
 * @property {string} addressBookId empty when the profile has none
 */

/**
 * @typedef {object} Session
 * @property {StationOption} option
 * @property {string} number
 * @property {string} teamId
 * @property {RoleChoice} role
 * @property {string} codeId
 * @property {"Available" | "Idle" | "RONA"} subStatus
 * @property {number} stateSince milliseconds since the epoch
 * @property {number} codeSince milliseconds since the epoch
 */

/**
 * A refusal on its way to the screen: at a field of the dialog, or as an alert. `data` is what the refusing notification said besides.
 * @typedef {{code: string, kind: string, trackingId: string, data?: Record<string, any>}} Refusal
 */

/** @typedef {{agentId: string, agentName: string, state: string}} Colleague */
/** @typedef {{id: string, name: string, number: string}} Entry */

/**
 * `text` is a key of the message catalogue, `values` what it speaks of.
 * @typedef {{id: number, text: string, tone: "alert" | "note", trackingId: string, values?: Record<string, string>}} Notice
 */
/**
 * Why the desktop could not load; `cause` is for the administrator.
 * @typedef {{kind: string, cause: string, trackingId: string, at: string, address: string}} Failure
 */

/**
 * @typedef {object} State
 * @property {"loading" | "failed" | "station" | "desk" | "leaving" | "ended"} phase
 * @property {"opening" | "up" | "lost" | "elsewhere" | "ended"} connection `elsewhere`: another instance took over; `ended`: not restored
 * @property {Person | null} person
 * @property {import("../text/numbers.js").Region[]} regions the numbering plans of the world
 * @property {Session | null} session
 * @property {{busy: boolean, refusal: Refusal | null}} station
 * @property {import("../services/teams.js").TeamsAccount | null} teams null where the organisation does not ask for it
 * @property {boolean} changingState
 * @property {boolean} signingOut
 * @property {import("./conversations.js").Floor} floor conversations and monitoring
 * @property {import("../services/softphone.js").SoftphoneState} softphone
 * @property {import("../views/shared/features.js").Feature[]} unavailable features whose data could not be read on this page
 * @property {Colleague[] | null} colleagues null until they were read
 * @property {Entry[] | null} addressBook null until it was read
 * @property {{endsAt: number} | "reached" | null} limit of the session: `endsAt` from a minute before it (AD-093)
 * @property {Notice[]} notices
 * @property {Notice[]} told what the desktop has said since it was opened, dismissed or not
 * @property {import("./layout.js").Layout | null} layout unknown until somebody signs in to a station
 * @property {string} page the page that is turned to
 * @property {import("../browser/viewport.js").Display} display
 * @property {Failure | null} failure
 * @property {"en" | "sv"} language
 * @property {"light" | "dark" | "system"} appearance
 */

/** @typedef {{kind: string, [detail: string]: any}} Action */

/** @param {Pick<State, "language" | "appearance" | "display">} found @returns {State} */
export function initialState({ language, appearance, display }) {
  return {
    phase: "loading",
    connection: "opening",
    person: null,
    regions: [],
    session: null,
    station: { busy: false, refusal: null },
    teams: null,
    changingState: false,
    signingOut: false,
    floor: QUIET,
    softphone: { line: "off", call: "none", muted: false },
    unavailable: [],
    colleagues: null,
    addressBook: null,
    limit: null,
    notices: [],
    told: [],
    layout: null,
    page: "task",
    display,
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
  noSession: (state) => {
    const next = withoutSession(state);
    return state.session ? noticed(next, "notice.signedOutElsewhere", "note") : next;
  },
  unavailable: (state, { feature }) => ({ ...state, unavailable: [...new Set([...state.unavailable, feature])] }),
  read: (state, { contacts }) => ({ ...state, ...contacts }),
  limitNear: (state, { endsAt }) => ({ ...state, limit: { endsAt } }),
  limitAnswered: (state) => ({ ...state, limit: null }),
  limitReached: (state) => ({ ...state, phase: "ended", limit: "reached" }),
  submitted: (state) => ({ ...state, station: { busy: true, refusal: null } }),
  refused: (state, { refusal }) => ({ ...state, station: { busy: false, refusal } }),
  changingState: (state) => ({ ...state, changingState: true }),
  stateRefused: (state, { refusal }) => ({ ...noticed(state, "notice.stateRefused", "alert", refusal.trackingId), changingState: false }),
  teams: (state, { teams }) => ({ ...state, teams }),
  softphone: (state, { softphone }) => ({ ...state, softphone: { ...state.softphone, ...softphone } }),
  signingOut: (state) => ({ ...state, signingOut: true, limit: null }),
  signOutRefused: (state, { refusal }) => ({ ...signOutRefused(state, refusal), signingOut: false }),
  leaving: (state) => ({ ...state, phase: "leaving", limit: null }),
  floor: (state) => state,
  noticed: (state, { text, tone, trackingId, values }) => noticed(state, text, tone, trackingId, values),
  laidOut: (state, { layout, trouble, page }) => laidOut(state, layout, trouble, page),
  turnedTo: (state, { page }) => ({ ...state, page }),
  displayed: (state, { display }) => ({ ...state, display }),
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
  AgentLogoutSuccess: (state) => (state.phase === "desk" && !state.signingOut ? noticed(withoutSession(state), "notice.signedOutElsewhere", "note") : state),
  AgentMultiLoginCloseSession: (state) => ({ ...state, connection: "elsewhere" }),
};

/** @param {State} state @param {Action} action @returns {State} */
export function reduce(state, action) {
  const next = ACTIONS[action.kind](state, action);
  const floor = floorAfter(next.floor, action);
  const same = engagement(state.floor) === engagement(floor);
  return { ...next, floor, notices: same ? next.notices : next.notices.filter(({ text }) => !text.startsWith(BLOCKED)) };
}

/** How the messages are called that say what keeps the agent signed in; they go when that changes. */
const BLOCKED = "blocked.";

/** @param {State} state @param {Refusal} refusal @returns {State} */
function signOutRefused(state, { trackingId, data }) {
  if (!data?.engagement) return noticed(state, "notice.signOutRefused", "alert", trackingId);
  const quiet = { ...state, notices: state.notices.filter(({ text }) => !text.startsWith(BLOCKED)) };
  return noticed(quiet, `${BLOCKED}${data.engagement}.${data.engagementState}`, "alert");
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
function availability({ auxCodeId, subStatus, lastStateChangeTimestamp, lastIdleCodeChangeTimestamp }) {
  return { codeId: auxCodeId, subStatus, stateSince: lastStateChangeTimestamp, codeSince: lastIdleCodeChangeTimestamp };
}

/**
 * @param {State} state @param {string} text @param {Notice["tone"]} tone @param {string} [trackingId] @param {Notice["values"]} [values]
 * @returns {State}
 */
function noticed(state, text, tone, trackingId = "", values = {}) {
  const notice = { id: 1 + (state.told.at(-1)?.id ?? 0), text, tone, trackingId, values };
  return { ...state, notices: [...state.notices, notice], told: [...state.told, notice] };
}

/**
 * The layout to work in; the page of the address where it has one, else the one it lands on.
 * @param {State} state @param {import("./layout.js").Layout} layout @param {import("./layout.js").Trouble | null} trouble
 * @param {string | null} page @returns {State}
 */
function laidOut(state, layout, trouble, page) {
  const known = ["task", ...(layout.home ? ["home"] : []), ...layout.pages.map(({ address }) => address)];
  const laid = { ...state, layout, page: page !== null && known.includes(page) ? page : layout.landing };
  return trouble ? noticed(laid, trouble.text, "alert", "", trouble.values) : laid;
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
