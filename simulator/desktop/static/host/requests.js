/**
 * The requests that the vendor's desktop SDK makes of its host, by entity: each on the wire, with the notifications that answer it
 * (PROTOCOL 4 to 6; Call Monitoring of the public API). The names that end in `V2` are the same requests in a newer form.
 */
import { Refused } from "../api/gateway.js";

/**
 * @typedef {object} Row
 * @property {string} method
 * @property {(given: any) => string} path
 * @property {(given: any) => object} body
 * @property {string[]} done
 * @property {string[]} refused
 */

/** The channel that each of the SDK's labels stands for; every other label is a messenger, which is social. @type {Record<string, string>} */
const CHANNELS = { Call: "telephony", Chat: "chat", Email: "email" };

/** The kinds of destination in the older requests, and those of the wire. @type {Record<string, string>} */
const DESTINATIONS = { DN: "dialNumber", EPDN: "entryPoint", inboundqueue: "queue", inboundentrypoint: "entryPoint" };

const ASSIGN_FAILED = ["AgentContactAssignFailed"];
const CONFERENCE = task("consult/conference", ["AgentConsultConferenced"], ["AgentConsultConferenceFailed"], ({ data }) => newer(data));
const CONSULT = task("consult", ["AgentConsultCreated"], ["AgentConsultFailed", "AgentCtqFailed"], ({ data }) => newer(data));
const CONSULT_END = task(
  "consult/end", ["AgentConsultEnded", "AgentCtqCancelled"], ["AgentConsultEndFailed", "AgentCtqCancelFailed"],
  ({ queueId }) => (queueId ? { queueId } : {}),
);
const CONSULT_TRANSFER = task("consult/transfer", ["AgentConsultTransferred"], ["AgentConsultTransferFailed"], ({ data }) => newer(data));
const END = task("end", ["AgentWrapup", "ContactEnded"], ["AgentContactEndFailed"]);
const PAUSE = task("record/pause", ["ContactRecordingPaused"], ["ContactRecordingPauseFailed"]);
const RESUME = task("record/resume", ["ContactRecordingResumed"], ["ContactRecordingResumeFailed"], ({ data }) => data);
const TRANSFER = task(
  "transfer", ["AgentBlindTransferred", "AgentVteamTransferred"], ["AgentBlindTransferFailed", "AgentVteamTransferFailed"],
  ({ data }) => newer(data),
);
const WRAP_UP = task("wrapup", ["AgentWrappedUp"], ["AgentWrapupFailed"], ({ data: { wrapUpReason, auxCodeId } }) => ({ wrapUpReason, auxCodeId }));
const ACCEPT = task("accept", ["AgentContactAssigned"], ASSIGN_FAILED);
const BUDDIES = row("POST", () => "/v1/agents/buddyList", ["BuddyAgents"], ["BuddyAgentsRetrieveFailed"], ({ data }) => {
  const { agentProfileId, channelName, mediaType = CHANNELS[channelName] ?? "social", state } = data;
  return { agentProfileId, mediaType, ...(state && { state }) };
});

/** @type {Record<"agent" | "contact" | "dialer" | "supervisor", Record<string, Row>>} */
export const REQUESTS = {
  agent: {
    reload: row("POST", () => "/v1/agents/reload", ["AgentReloginSuccess"], ["AgentReloginFailed"]),
    logout: row("POST", () => "/v1/agents/logout", ["AgentLogoutSuccess"], ["AgentLogoutFailed"], ({ data }) => data),
    stateChange: row("PUT", () => "/v1/agents/session/state", ["AgentStateChangeSuccess"], ["AgentStateChangeFailed"], ({ data }) => {
      const { state, auxCodeIdArray, lastStateChangeReason = "", agentId } = data;
      return { state, auxCodeId: String(auxCodeIdArray), lastStateChangeReason, ...(agentId && { agentId }) };
    }),
  },
  contact: {
    accept: ACCEPT,
    acceptV2: ACCEPT,
    blindTransfer: TRANSFER,
    blindTransferV2: TRANSFER,
    buddyAgents: BUDDIES,
    buddyAgentsV2: BUDDIES,
    cancelCtq: task("cancelCtq", ["AgentCtqCancelled"], ["AgentCtqCancelFailed"], ({ data }) => data),
    cancelTaskV2: END,
    consult: CONSULT,
    consultV2: CONSULT,
    consultAccept: task("consult/accept", ["AgentConsulting"], ASSIGN_FAILED),
    consultConference: CONFERENCE,
    consultConferenceV2: CONFERENCE,
    consultEnd: CONSULT_END,
    consultEndV2: CONSULT_END,
    consultTransfer: CONSULT_TRANSFER,
    consultTransferV2: CONSULT_TRANSFER,
    decline: task("reject", ["AgentOfferContactRona"], ASSIGN_FAILED, ({ data }) => data),
    dropConferenceParticipant: row(
      "POST",
      ({ interactionId, data }) => `/v1/tasks/${part(interactionId)}/conference/participants/${part(data.participantId)}/drop`,
      ["ParticipantLeftConference", "AgentWrapup"],
      ["ParticipantDropConferenceFailed"],
    ),
    end: END,
    endV2: END,
    exitConference: task("conference/exit", ["ParticipantLeftConference"], ["ParticipantLeftConferenceFailed"]),
    hold: task("hold", ["AgentContactHeld"], ["AgentContactHoldFailed"], ({ data }) => data),
    unHold: task("unhold", ["AgentContactUnheld"], ["AgentContactUnHoldFailed"], ({ data }) => data),
    pauseRecording: PAUSE,
    pauseRecordingV2: PAUSE,
    resumeRecording: RESUME,
    resumeRecordingV2: RESUME,
    vteamTransfer: TRANSFER,
    vteamTransferV2: TRANSFER,
    wrapup: WRAP_UP,
    wrapupV2: WRAP_UP,
  },
  dialer: {
    startOutdial: row("POST", () => "/v1/tasks/", ["AgentOfferContact"], ["AgentOutboundFailed"], ({ data }) => data),
    acceptPreviewContact: preview("accept", ["AgentContactAssigned"], "CampaignPreviewAcceptFailed"),
    skipPreviewContact: preview("skip", ["ContactEnded"], "CampaignPreviewSkipFailed"),
    removePreviewContact: preview("remove", ["ContactEnded"], "CampaignPreviewRemoveFailed"),
  },
  supervisor: {
    startMonitoring: row("POST", () => "/v1/monitor", ["MonitoringOffered"], ["MonitoringFailed"], ({ data }) => data),
    endMonitoring: monitor("end", "MonitoringEnded", "MonitoringEndFailed"),
    holdMonitoring: monitor("hold", "MonitoringHeld", "MonitoringHoldFailed"),
    unHoldMonitoring: monitor("unhold", "MonitoringUnHeld", "MonitoringUnHoldFailed"),
    bargeIn: monitor("bargeIn", "BargedIn", "BargeInFailed"),
    changeAgentState: row("PUT", () => "/v1/agents/session/state", [], [], ({ data: { lastStateChangeReason = "", ...data } }) => ({
      ...data,
      lastStateChangeReason,
    })),
    signoutAgent: row("POST", () => "/v1/agents/logout", [], [], ({ data }) => data),
  },
};

/** A request that was refused or not answered, as the SDK's callers know it: `id` names the request, `details` has the notification. */
export class ServiceError extends Error {
  /** @param {string} id @param {Refused} refused @param {string} orgId */
  constructor(id, { code, trackingId, data }, orgId) {
    super(`${id}: ${code}`);
    this.id = id;
    this.details = { type: data.type ?? "", orgId, trackingId, data: { reason: code, ...data } };
  }
}

/**
 * The requests of an entity as functions; each resolves to the notification that answers it, or rejects with a `ServiceError`.
 * @param {keyof typeof REQUESTS} entity @param {() => import("../api/gateway.js").Gateway} gateway
 * @returns {Record<string, (given?: any) => Promise<any>>}
 */
export function requestsOf(entity, gateway) {
  const rows = Object.entries(REQUESTS[entity]);
  return Object.fromEntries(rows.map(([name, each]) => [name, (given = {}) => send(`Service.aqm.${entity}.${name}`, each, given, gateway())]));
}

/** @param {string} id @param {Row} row @param {any} given @param {import("../api/gateway.js").Gateway} gateway */
async function send(id, { method, path, body, done, refused }, given, gateway) {
  const about = given.interactionId ?? given.data?.interactionId;
  try {
    if (done.length === 0) return await gateway.tell(method, path(given), body(given));
    return await gateway.ask({ method, path: path(given), done, refused, ...(about && { about }) }, body(given));
  } catch (error) {
    throw error instanceof Refused ? new ServiceError(id, error, gateway.orgId) : error;
  }
}

/** @param {string} method @param {Row["path"]} path @param {string[]} done @param {string[]} refused @param {Row["body"]} [body] @returns {Row} */
function row(method, path, done, refused, body = () => ({})) {
  return { method, path, body, done, refused };
}

/** @param {string} end @param {string[]} done @param {string[]} refused @param {Row["body"]} [body] @returns {Row} */
function task(end, done, refused, body) {
  return row("POST", ({ interactionId }) => `/v1/tasks/${part(interactionId)}/${end}`, done, refused, body);
}

/** @param {string} end @param {string[]} done @param {string} refused @returns {Row} */
function preview(end, done, refused) {
  const path = (/** @type {any} */ { data: { campaignId, interactionId } }) =>
    `/v1/dialer/campaign/${part(campaignId)}/preview-task/${part(interactionId)}/${end}`;
  return row("POST", path, done, [refused]);
}

/** @param {string} end @param {string} done @param {string} refused @returns {Row} */
function monitor(end, done, refused) {
  return row("POST", ({ interactionId }) => `/v1/monitor/${part(interactionId)}/${end}`, [done], [refused]);
}

/** @param {unknown} id */
function part(id) {
  return encodeURIComponent(String(id));
}

/** The destination of an older request in the form of the newer ones, which have it already. @param {any} data */
function newer(data) {
  if (data.to !== undefined) return data;
  const { agentId, holdParticipants, queueId, vteamId, vteamType, destAgentId, destinationType = "agent" } = data;
  const destination =
    queueId !== undefined
      ? { to: queueId, destinationType: "queue" }
      : vteamId !== undefined
        ? { to: vteamId, destinationType: DESTINATIONS[vteamType] ?? vteamType }
        : { to: destAgentId, destinationType: DESTINATIONS[destinationType] ?? destinationType };
  return { ...destination, ...(agentId && { agentId }), ...(holdParticipants !== undefined && { holdParticipants }) };
}
