/** The events that the vendor's desktop SDK listens to, by entity: the notification that causes each, and those that never come here. */
import { Signal } from "./signal.js";

/** @typedef {"agent" | "contact" | "dialer" | "supervisor" | "screenpop" | "aiAssistant"} Entity */

/** The notification of each event (PROTOCOL 3.5, 4, 5, 6). @type {Record<string, Record<string, string>>} */
export const EVENTS = {
  agent: {
    eAgentReloginSuccess: "AgentReloginSuccess",
    eAgentStationLoginSuccess: "AgentStationLoginSuccess",
    eAgentStateChangeSuccess: "AgentStateChangeSuccess",
    eAgentDNRegistered: "AgentDNRegistered",
    eAgentLogoutSuccess: "AgentLogoutSuccess",
  },
  contact: {
    eAgentContact: "AgentContact",
    eAgentContactAssigned: "AgentContactAssigned",
    eAgentContactEnded: "ContactEnded",
    eAgentContactWrappedUp: "AgentWrappedUp",
    eAgentOfferContact: "AgentOfferContact",
    eAgentOfferContactRona: "AgentOfferContactRona",
    eAgentOfferConsult: "AgentOfferConsult",
    eAgentWrapup: "AgentWrapup",
    eAgentContactHeld: "AgentContactHeld",
    eAgentContactUnHeld: "AgentContactUnheld",
    eAgentConsultCreated: "AgentConsultCreated",
    eAgentConsultConferenced: "AgentConsultConferenced",
    eAgentConsultEnded: "AgentConsultEnded",
    eAgentCtqCancelled: "AgentCtqCancelled",
    eAgentConsulting: "AgentConsulting",
    eAgentConsultFailed: "AgentConsultFailed",
    eAgentConsultEndFailed: "AgentConsultEndFailed",
    eAgentCtqFailed: "AgentCtqFailed",
    eAgentCtqCancelFailed: "AgentCtqCancelFailed",
    eAgentOfferCampaignReserved: "AgentOfferCampaignReservation",
    eParticipantJoinedConference: "ParticipantJoinedConference",
    eParticipantLeftConference: "ParticipantLeftConference",
  },
  dialer: {
    eOutdialFailed: "AgentOutboundFailed",
    eCampaignPreviewAcceptFailed: "CampaignPreviewAcceptFailed",
    eCampaignPreviewSkipFailed: "CampaignPreviewSkipFailed",
    eCampaignPreviewRemoveFailed: "CampaignPreviewRemoveFailed",
  },
  supervisor: {
    eMonitoringOffered: "MonitoringOffered",
    eMonitoringStarted: "MonitoringStarted",
    eMonitoringFailed: "MonitoringFailed",
    eMonitoringEnded: "MonitoringEnded",
    eMonitoringEndFailed: "MonitoringEndFailed",
    eMonitoringHeld: "MonitoringHeld",
    eMonitoringHoldFailed: "MonitoringHoldFailed",
    eMonitoringUnHeld: "MonitoringUnHeld",
    eMonitoringUnHoldFailed: "MonitoringUnHoldFailed",
    eAgentMonitorStateChanged: "AgentMonitorStateChanged",
  },
  screenpop: { eScreenPop: "ScreenPop" },
};

const AI_ASSISTANT = [
  "eSuggestedResponseAvailable", "eSuggestedResponseAcknowledgeEvent", "eSuggestedResponseEnablementEvent",
  "eMidCallSummaryResponseSubsequentAgent", "eWellnessBreakEvent",
];

/** The events of the SDK that no notification of the simulator causes. @type {Record<Entity, string[]>} */
export const UNSENT = {
  agent: ["eAgentChannelReloginSuccess", "eAgentChannelStateChanged"],
  contact: [
    "eAgentContactAniUpdated", "eCallRecordingStarted", "eAgentConsultConferenceEndFailed", "eAgentMonitorStateChanged",
    "eAgentMonitoringEnded", "eAgentAddCampaignReserved", "eAgentCampaignContactUpdated", "eContactOwnerChanged",
    "eAgentConsultConferencing", "eAgentConsultConferenceEnded", "eAgentConsultTransferring",
  ],
  dialer: [],
  supervisor: ["eMonitoringRequestCreateFailed", "eAgentMonitorStateChangeFailed"],
  screenpop: [],
  aiAssistant: AI_ASSISTANT,
};

/** The SDK itself listens to these as soon as it is there, so that a warning would tell the author of an element nothing. */
const QUIET = ["eAgentChannelReloginSuccess", "eAgentChannelStateChanged"];

/** An event that the simulator never sends; adding a listener logs a warning. */
class Unsent extends Signal {
  /** @param {string} name */
  constructor(name) {
    super();
    this.name = name;
  }

  /** @param {import("./signal.js").Listener} listener */
  listen(listener) {
    this.#warn();
    return super.listen(listener);
  }

  /** @param {import("./signal.js").Listener} listener */
  listenOnce(listener) {
    this.#warn();
    return super.listenOnce(listener);
  }

  #warn() {
    if (!QUIET.includes(this.name)) console.warn(`${this.name} never comes in this desktop: the simulator sends no notification for it.`);
  }
}

/** All events of the SDK, sent when their notification comes. */
export class Events {
  /** @type {Record<string, Record<string, Signal>>} */
  #signals = {};

  constructor() {
    for (const [entity, names] of Object.entries(UNSENT)) {
      const sent = Object.keys(EVENTS[entity] ?? {}).map((name) => [name, new Signal()]);
      const unsent = names.map((name) => [name, new Unsent(name)]);
      this.#signals[entity] = Object.fromEntries([...sent, ...unsent]);
    }
  }

  /** @param {Entity} entity @returns {Record<string, Signal>} its events by their names in the SDK */
  of(entity) {
    return this.#signals[entity];
  }

  /** @param {import("../state/actions.js").Frame} frame a notification */
  receive(frame) {
    for (const [entity, names] of Object.entries(EVENTS)) {
      for (const [name, type] of Object.entries(names)) {
        if (type === frame.data?.type) this.#signals[entity][name].send(frame);
      }
    }
  }
}
