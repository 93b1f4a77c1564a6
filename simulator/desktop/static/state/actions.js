/**
 * The one function that changes the state: (state, action) -> state. Frames of the notification socket are actions like any other.
 * Nothing here waits, sends requests or draws.
 */
import { QUIET, engagement, floorAfter, unknownFloor } from "./conversations.js";
import { roleChoice } from "./person.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Refusal} Refusal */
/** @typedef {import("./state.js").Notice} Notice */
/** @typedef {import("./layout.js").Layout} Layout */
/** @typedef {import("./layout.js").LayoutProblem} LayoutProblem */

/** A message of the notification socket (PROTOCOL 1); `data` is its inner type and content. @typedef {{type?: string, keepalive?: string, orgId?: string, trackingId?: string, data?: Record<string, any>}} Frame */

/**
 * Every kind of action, and its details.
 * @typedef {object} Details
 * @property {{failure: import("./state.js").Failure}} failed the desktop could not be opened
 * @property {{person: import("./person.js").Person, regions: State["regions"]}} knownPerson the configuration was read
 * @property {{}} connected
 * @property {{}} lost the connection was lost; the desktop reconnects
 * @property {{}} recoveryEnded the connection or the session could not be restored
 * @property {{}} continuing this instance takes over from another one
 * @property {{}} noSession the agent is not signed in to a station
 * @property {{feature: import("./state.js").Feature}} unavailable
 * @property {{contacts: Partial<Pick<State, "colleagues" | "addressBook" | "queues">>}} read
 * @property {{endsAt: number}} limitNear the session ends at this moment, in milliseconds since the epoch, unless the agent stays
 * @property {{}} limitAnswered
 * @property {{}} limitReached
 * @property {{}} submitted Station Credentials have been sent
 * @property {{refusal: Refusal}} refused Station Credentials were refused
 * @property {{}} changingState
 * @property {{refusal: Refusal}} stateRefused
 * @property {{teams: import("./state.js").TeamsAccount}} teams
 * @property {{softphone: Partial<import("./state.js").SoftphoneState>}} softphone
 * @property {{}} signingOut
 * @property {{refusal: Refusal}} signOutRefused
 * @property {{}} leaving signed out, and leaving for the identity provider
 * @property {{change: Partial<import("./conversations.js").Floor>}} floor
 * @property {Pick<Notice, "text" | "tone"> & Partial<Pick<Notice, "trackingId" | "values"> & {silent: boolean}>} noticed `silent`: only in the Notification Center
 * @property {{layout: Layout, problem: LayoutProblem | null, page: string | null}} laidOut `page` is that of the address
 * @property {{page: string}} turnedTo
 * @property {{display: import("./state.js").Display}} displayed
 * @property {{id: number}} dismissed the notice with this id
 * @property {{choices: import("./state.js").Choices}} chose
 * @property {{frame: Frame}} frame
 */

/** @typedef {{[Kind in keyof Details]: {kind: Kind} & Details[Kind]}[keyof Details]} Action */

/** What each action does. @type {{[Kind in keyof Details]: (state: State, details: Details[Kind]) => State}} */
const ACTIONS = {
  failed: (state, { failure }) => ({ ...state, phase: "failed", failure }),
  knownPerson: (state, { person, regions }) => ({ ...state, person, regions }),
  connected: (state) => ({ ...state, connection: "up" }),
  lost: (state) => ({ ...state, connection: "lost" }),
  recoveryEnded: (state) => ({ ...state, connection: "ended" }),
  continuing: (state) => ({ ...state, connection: "opening", floor: unknownFloor(state.floor) }),
  noSession: (state) => {
    const next = { ...withoutSession(state), floor: QUIET };
    return state.session ? noticed(next, "notice.signedOut", "note") : next;
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
  floor: (state, { change }) => ({ ...state, floor: { ...state.floor, ...change } }),
  noticed: (state, { text, tone, trackingId, values, silent = false }) => {
    const next = noticed(state, text, tone, trackingId, values);
    return silent ? { ...next, notices: state.notices } : next;
  },
  laidOut: (state, { layout, problem, page }) => laidOut(state, layout, problem, page),
  turnedTo: (state, { page }) => ({ ...state, page }),
  displayed: (state, { display }) => ({ ...state, display }),
  dismissed: (state, { id }) => ({ ...state, notices: state.notices.filter((notice) => notice.id !== id) }),
  chose: (state, { choices }) => ({ ...state, ...choices }),
  frame: (state, { frame: { data = {} } }) => {
    const next = FRAMES[data.type]?.(state, data) ?? state;
    return { ...next, floor: floorAfter(next.floor, data) };
  },
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
  AgentLogoutSuccess: (state) => (state.phase === "desk" && !state.signingOut ? noticed(withoutSession(state), "notice.signedOut", "note") : state),
  AgentConsultEnded: (state, { isConsulted, interactionId }) => {
    const consult = state.floor.conversations.find(({ id }) => id === interactionId)?.consult;
    if (isConsulted || !consult || consult.stage === "queued" || state.floor.acting !== null) return state;
    return noticed(state, consult.stage === "active" ? "notice.consultOver" : "notice.consultNotTaken", "note", "", { name: consult.who });
  },
  AgentMultiLoginCloseSession: (state) => ({ ...state, connection: "superseded" }),
};

/** @param {State} state @param {Action} action @returns {State} */
export function reduce(state, action) {
  const act = /** @type {(state: State, details: Action) => State} */ (ACTIONS[action.kind]);
  const next = act(state, action);
  const same = engagement(state.floor) === engagement(next.floor);
  return { ...next, notices: same ? next.notices : next.notices.filter(({ text }) => !text.startsWith(BLOCKED)) };
}

/** The key prefix of the messages that say what prevents sign-out; they are removed when that changes. */
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
  const notice = { id: 1 + (state.notifications.at(-1)?.id ?? 0), text, tone, trackingId, values };
  return { ...state, notices: [...state.notices, notice], notifications: [...state.notifications, notice] };
}

/**
 * Applies the layout and opens the page of the address, or the landing page where the layout does not have that page.
 * @param {State} state @param {Layout} layout @param {LayoutProblem | null} problem
 * @param {string | null} page @returns {State}
 */
function laidOut(state, layout, problem, page) {
  const known = ["task", ...(layout.home ? ["home"] : []), ...layout.pages.map(({ address }) => address)];
  const laid = { ...state, layout, page: page !== null && known.includes(page) ? page : layout.landing };
  return problem ? noticed(laid, problem.text, "alert", "", problem.values) : laid;
}
