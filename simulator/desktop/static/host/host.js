/**
 * The host service of the vendor's desktop SDK (`@wxcc-desktop/sdk`): the global that the SDK reads when the script of a custom element runs,
 * supplied from this desktop's own state and gateway (decision 0053).
 */
import { track } from "../api/metrics.js";
import { actionsOf } from "./actions.js";
import { Channels } from "./channels.js";
import { Events } from "./events.js";
import { idleCodesOf, organisationIdleCodes, outdialNumbers, pageOfCodes, profileOf, virtualTeams } from "./lists.js";
import { refusalsOf } from "./refusals.js";
import { requestsOf } from "./requests.js";
import { Shortcuts } from "./shortcuts.js";

/** @typedef {import("./around.js").Around} Around */

/** The name of the global. */
export const GLOBAL = "AGENTX_SERVICE";

export class Host {
  #events = new Events();
  /** The latest notification about each of the agent's contacts. @type {Map<string, Record<string, any>>} */
  #contacts = new Map();
  #around;

  /** @param {Around} around */
  constructor(around) {
    this.#around = around;
  }

  /** @param {import("../state/actions.js").Action} action that has been applied to the state */
  follow(action) {
    if (action.kind !== "frame") return;
    const { data } = action.frame;
    if (data?.interaction && data.interactionId) this.#contacts.set(data.interactionId, data);
    const own = this.#around.state().floor.conversations.map(({ id }) => id);
    for (const id of this.#contacts.keys()) if (!own.includes(id)) this.#contacts.delete(id);
    this.#events.receive(action.frame);
  }

  /** What the SDK reads. @param {EventTarget} keyboard */
  service(keyboard) {
    const around = this.#around;
    const { gateway, state } = around;
    const of = (/** @type {"agent" | "contact" | "dialer" | "supervisor"} */ entity) => ({ ...this.#events.of(entity), ...requestsOf(entity, gateway) });
    const assistant = this.#events.of("aiAssistant");
    return {
      get isInited() {
        const { person, session } = state();
        return person !== null && session !== null;
      },
      conf: { profile: null, isReloginSuccess: true, fetchProfile: () => profileOf(around) },
      aqm: {
        agent: { ...of("agent"), ...refusalsOf("agent"), mockOutdialAniList: () => outdialNumbers(around) },
        contact: { ...of("contact"), vteamList: (/** @type {any} */ given) => virtualTeams(around, given) },
        dialer: { ...of("dialer"), ...refusalsOf("dialer") },
        supervisor: of("supervisor"),
        screenpop: this.#events.of("screenpop"),
        aiAssistant: assistant,
        scheduleCallback: refusalsOf("scheduleCallback"),
      },
      abs: {
        fetchIdleCodes: () => organisationIdleCodes(around),
        fetchAgentIdleCodes: (/** @type {any} */ given) => idleCodesOf(around, given),
        fetchPaginatedAuxCodes: (/** @type {any} */ given) => pageOfCodes(around, given),
      },
      actionsChannels: new Channels(actionsOf(around, () => new Map(this.#contacts))),
      dataNotifs: { aiAssistant: assistant },
      i18n: {
        get DEFAULT_INIT_OPTIONS() {
          return { lng: state().language, fallbackLng: "en" };
        },
      },
      qmw: refusalsOf("qmw"),
      shortcut: new Shortcuts(keyboard).service(),
      webCalling: refusalsOf("webCalling"),
      webexMetrics: { trackBehavioralEvent: (/** @type {string} */ name, values = {}) => track(around, name, values) },
    };
  }
}
