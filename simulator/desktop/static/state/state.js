/** The state of the desktop: all that the views draw. What changes it is in `actions.js`. */
import { QUIET } from "./conversations.js";

/** @typedef {import("./person.js").Person} Person */
/** @typedef {import("./person.js").RoleChoice} RoleChoice */
/** @typedef {import("./person.js").StationOption} StationOption */

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
 * A refusal to show at a field of the dialog or as an alert. `data` is the content of the refusing notification.
 * @typedef {{code: string, kind: string, trackingId: string, data?: Record<string, any>}} Refusal
 */

/** @typedef {{agentId: string, agentName: string, state: string}} Colleague */
/** @typedef {{id: string, name: string, number: string}} Entry */
/** @typedef {{id: string, name: string}} Queue */

/**
 * `text` is a key of the message catalogue, `values` fill its placeholders.
 * @typedef {{id: number, text: string, tone: "alert" | "note", trackingId: string, values?: Record<string, string>}} Notice
 */
/**
 * Why the desktop could not load; `cause` is for the administrator.
 * @typedef {{kind: string, cause: string, trackingId: string, at: string, address: string}} Failure
 */

/** @typedef {"colleagues" | "addressBook" | "queues" | "idleCodes"} Feature a feature the desktop can work without; named in the catalogue as `feature.…` */

/** @typedef {{small: boolean, zoom: number}} Display `zoom` is in per cent */

/**
 * @typedef {object} TeamsAccount
 * @property {"untried" | "waiting" | "success" | "cancelled" | "failed"} status
 * @property {string} why the code of a cancellation or failure, else empty
 */

/**
 * The state of the phone in the browser. `off`: the station is not Desktop; `lost`: calls cannot reach this
 * browser at the moment.
 * @typedef {object} SoftphoneState
 * @property {"off" | "connecting" | "ready" | "lost"} line
 * @property {"none" | "ringing" | "connecting" | "connected"} call
 * @property {boolean} muted
 */

/** @type {SoftphoneState} */
export const RESTING = { line: "off", call: "none", muted: false };

/**
 * @typedef {object} Choices
 * @property {"light" | "dark" | "system"} [appearance]
 * @property {"en" | "sv"} [language]
 */

/**
 * @typedef {object} State
 * @property {"loading" | "failed" | "station" | "desk" | "leaving" | "ended"} phase
 * @property {"opening" | "up" | "lost" | "superseded" | "ended"} connection `superseded`: another instance took over; `ended`: not restored
 * @property {Person | null} person
 * @property {import("../text/numbers.js").Region[]} regions the numbering plans of the world
 * @property {Session | null} session
 * @property {{busy: boolean, refusal: Refusal | null}} station
 * @property {TeamsAccount | null} teams null where the organisation does not use it
 * @property {boolean} changingState
 * @property {boolean} signingOut
 * @property {import("./conversations.js").Floor} floor conversations and monitoring
 * @property {SoftphoneState} softphone
 * @property {Feature[]} unavailable features whose data could not be read on this page
 * @property {Colleague[] | null} colleagues null until read
 * @property {Entry[] | null} addressBook null until read
 * @property {Queue[] | null} queues those that take calls; null until read
 * @property {{endsAt: number} | "reached" | null} limit of the session: `endsAt` from a minute before it (AD-093)
 * @property {Notice[]} notices
 * @property {Notice[]} notifications every notice since the desktop was opened, dismissed or not
 * @property {import("./layout.js").Layout | null} layout null until the agent signs in to a station
 * @property {string} page the open page
 * @property {Display} display
 * @property {Failure | null} failure
 * @property {"en" | "sv"} language
 * @property {"light" | "dark" | "system"} appearance
 */

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
    softphone: RESTING,
    unavailable: [],
    colleagues: null,
    addressBook: null,
    queues: null,
    limit: null,
    notices: [],
    notifications: [],
    layout: null,
    page: "task",
    display,
    failure: null,
    language,
    appearance,
  };
}

/** @param {State} state @returns {Person} the person; throws before the configuration has been read */
export function knownPerson({ person }) {
  if (!person) throw new Error("the configuration has not been read yet");
  return person;
}
