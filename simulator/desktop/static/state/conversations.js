/**
 * What the desktop knows about the floor: the agent's own conversations, a supervisor's monitoring, and the conversations of others. Pure:
 * frames of the notification socket go in, the next floor comes out (PROTOCOL 6).
 */

/** The stage of a conversation for its agent; every stage prevents sign-out (AD-087). @typedef {"offered" | "connected" | "held" | "wrap-up"} Stage */
/** How the customer reaches the agent. All but telephony are accepted here, at any station. @typedef {"telephony" | "chat" | "email" | "social"} Channel */
/** The stage of monitoring (AD-088). @typedef {"requested" | "active" | "paused"} MonitoringStage */

/**
 * @typedef {object} Conversation
 * @property {string} id
 * @property {Channel} channel
 * @property {Stage} stage
 * @property {number} since when its timer began, in milliseconds since the epoch
 * @property {string} caller the customer's number, name or address
 * @property {string} queue
 * @property {"Agent" | "Customer" | "Left" | ""} endedBy `Left`: the agent has left, and the call goes on
 * @property {boolean} owned whether it is the agent's own; the agent can also be consulted about it, or be in its conference
 * @property {Consult | null} consult the consultation that the agent takes part in
 * @property {string[]} colleagues who else is in the conference, by name or number
 * @property {"off" | "on" | "paused"} recording
 */

/**
 * A consultation beside a call.
 * @typedef {object} Consult
 * @property {boolean} asked whether the agent is the one who is asked
 * @property {string} who the other side, by name or number; empty while it waits in a queue
 * @property {"queued" | "offered" | "active"} stage
 * @property {number} since when its stage began
 */

/**
 * @typedef {object} Monitoring
 * @property {string} id of the conversation that is listened to
 * @property {MonitoringStage} stage
 * @property {number} since
 * @property {string} caller
 * @property {string} queue
 * @property {string} agent who has the conversation
 */

/** Another agent's conversation in a supervisor's list. @typedef {{id: string, caller: string, queue: string, agent: string, since: number}} Ongoing */

/**
 * @typedef {object} Floor
 * @property {Conversation[]} conversations
 * @property {string | null} chosen the id of the conversation that the agent looks at, which may be over
 * @property {string[] | null} awaited ids of conversations whose details have not arrived; null until the ids are known
 * @property {Monitoring | null} monitoring
 * @property {Ongoing[] | null} ongoing null until first read
 * @property {boolean} ongoingFailed whether the last reading failed
 * @property {string | null} acting the request in progress
 */

/** @type {Floor} */
export const QUIET = { conversations: [], chosen: null, awaited: [], monitoring: null, ongoing: null, ongoingFailed: false, acting: null };

/** Whether the agent takes part in a conversation or in monitoring, beyond its ringing (DOMAIN 2.3). @param {Floor} floor */
export function isEngaged(floor) {
  return floor.monitoring !== null || answered(floor).length > 0;
}

/** Whether the agent is on a call, which a line that rings is about. @param {Floor} floor */
export function isTalking({ conversations }) {
  return conversations.some(({ channel, stage }) => channel === "telephony" && (stage === "connected" || stage === "held"));
}

/** Whether a call is offered to the agent. @param {Floor} floor */
export function isRinging({ conversations }) {
  return conversations.some(({ channel, stage }) => channel === "telephony" && stage === "offered");
}

/** What rings or waits for the agent: a call before what can wait longer. @param {Floor} floor @returns {Conversation | undefined} */
export function offered({ conversations }) {
  const all = conversations.filter(({ stage }) => stage === "offered");
  return all.find(({ channel }) => channel === "telephony") ?? all[0];
}

/** The conversations that the agent has answered. @param {Floor} floor */
export function answered({ conversations }) {
  return conversations.filter(({ stage }) => stage !== "offered");
}

/** The conversation of the interaction control pane: the one chosen, else the oldest. @param {Floor} floor @returns {Conversation | undefined} */
export function shown(floor) {
  const own = answered(floor);
  return own.find(({ id }) => id === floor.chosen) ?? own[0];
}

/** What prevents sign-out, as far as this instance knows; empty when nothing does. @param {Floor} floor */
export function engagement({ conversations, monitoring }) {
  return [...conversations, ...(monitoring ? [monitoring] : [])].map(({ id, stage }) => `${id} ${stage}`).join();
}

/** Whether the agent's conversations are not all known yet. @param {Floor} floor */
export function isLoading({ awaited }) {
  return awaited === null || awaited.length > 0;
}

/** The floor as an instance that takes over knows it: nothing, until the back end has reported it (AD-017). @param {Floor} floor @returns {Floor} */
export function unknownFloor(floor) {
  return { ...floor, conversations: [], awaited: null, monitoring: null };
}

/** What each frame does, by its inner type. @type {Record<string, (floor: Floor, data: any) => Floor>} */
const FRAMES = {
  AgentStationLoginSuccess: () => QUIET,
  AgentLogoutSuccess: () => QUIET,
  AgentReloginSuccess: (floor, { interactionIds = [] }) => {
    const conversations = floor.conversations.filter(({ id }) => interactionIds.includes(id));
    const known = conversations.map(({ id }) => id);
    return { ...floor, conversations, awaited: interactionIds.filter((/** @type {string} */ id) => !known.includes(id)) };
  },
  AgentContact: updated,
  AgentContactReserved: updated,
  AgentOfferContact: updated,
  AgentContactAssigned: updated,
  AgentContactHeld: updated,
  AgentContactUnheld: updated,
  AgentOfferConsult: updated,
  AgentConsultCreated: updated,
  AgentConsulting: updated,
  AgentConsultEnded: (floor, data) => (data.isConsulted ? removed(floor, data) : updated(floor, data)),
  AgentCtqCancelled: updated,
  AgentVteamTransferred: updated,
  AgentBlindTransferred: updated,
  AgentConsultTransferred: updated,
  ParticipantJoinedConference: updated,
  ParticipantLeftConference: updated,
  ContactRecordingPaused: updated,
  ContactRecordingResumed: updated,
  AgentWrapup: updated,
  AgentWrappedUp: removed,
  AgentOfferContactRona: removed,
  ContactEnded: removed,
  MonitoringOffered: (floor, data) => ({ ...floor, monitoring: monitored(data, "requested") }),
  MonitoringStarted: (floor, data) => ({ ...floor, monitoring: monitored(data, "active") }),
  MonitoringHeld: (floor, data) => withStage(floor, data, "paused"),
  MonitoringUnHeld: (floor, data) => withStage(floor, data, "active"),
  MonitoringEnded: (floor, { taskId }) => (floor.monitoring?.id === taskId ? { ...floor, monitoring: null } : floor),
};

/** @param {Floor} floor @param {Record<string, any>} data of a frame, with its inner type @returns {Floor} */
export function floorAfter(floor, data) {
  return FRAMES[data.type]?.(floor, data) ?? floor;
}

/** @param {Floor} floor @param {any} data of a frame about one of the agent's own conversations @returns {Floor} */
function updated(floor, data) {
  const conversation = conversationOf(data);
  const known = floor.conversations.find(({ id }) => id === conversation.id);
  const conversations = known
    ? floor.conversations.map((other) => (other.id === conversation.id ? conversation : other))
    : [...floor.conversations, conversation];
  const isAnswered = known?.stage === "offered" && conversation.stage !== "offered";
  const chosen = isAnswered ? conversation.id : floor.chosen;
  return { ...floor, conversations, chosen, awaited: floor.awaited && floor.awaited.filter((id) => id !== conversation.id) };
}

/** @param {Floor} floor @param {any} data @returns {Floor} */
function removed(floor, { interactionId }) {
  return { ...floor, conversations: floor.conversations.filter(({ id }) => id !== interactionId) };
}

/** @param {any} data @returns {Conversation} */
function conversationOf(data) {
  const { interactionId, agentId, queueName, eventTime, interaction, terminatingParty = "" } = data;
  const me = interaction.participants[agentId];
  const consult = consultOf(data);
  const held = consult?.asked ? undefined : Object.values(interaction.media).find(({ isHold }) => isHold);
  /** @type {[Stage, number]} */
  const [stage, since] = me.isWrapUp
    ? ["wrap-up", me.wrapUpTimestamp ?? eventTime]
    : !me.hasJoined
      ? ["offered", eventTime]
      : held
        ? ["held", held.holdTimestamp ?? eventTime]
        : ["connected", me.joinTimestamp ?? eventTime];
  const { mediaType = "telephony" } = interaction;
  const caller = customerOf(interaction);
  const endedBy = stage === "wrap-up" && interaction.isTerminated === false ? "Left" : terminatingParty;
  const about = { id: interactionId, channel: mediaType, stage, since, caller, queue: queueName, endedBy };
  const colleagues = consult?.asked ? [] : colleaguesOf(data);
  return { ...about, owned: interaction.owner === agentId, consult, colleagues, recording: recordingOf(interaction) };
}

/** The customer's number, name or address. @param {any} interaction @returns {string} */
function customerOf({ callAssociatedDetails: { ani, dn }, contactDirection }) {
  return contactDirection?.type === "OUTBOUND" ? dn : ani;
}

/** The consultation that the agent takes part in. @param {any} data @returns {Consult | null} */
function consultOf({ agentId, isConsulted = false, consultMediaResourceId, consultingAgentId, eventTime, interaction }) {
  const call = interaction.media[consultMediaResourceId];
  if (!call) return null;
  const otherId = isConsulted ? consultingAgentId : call.participants.find((/** @type {string} */ id) => id !== agentId);
  const other = interaction.participants[otherId];
  const answered = isConsulted ? interaction.participants[agentId] : other;
  const since = answered?.joinTimestamp ?? answered?.consultTimestamp ?? eventTime;
  const stage = !other ? "queued" : answered.hasJoined ? "active" : "offered";
  return { asked: isConsulted, who: other?.name ?? "", stage, since };
}

/** @param {any} data @returns {string[]} who talks with the customer beside the agent, by name or number */
function colleaguesOf({ agentId, interactionId, interaction }) {
  const inCall = /** @type {string[]} */ (interaction.media[interactionId]?.participants ?? []);
  const others = inCall.filter((id) => id !== agentId).map((id) => interaction.participants[id]);
  return others.filter((other) => other.pType !== "Customer" && other.pType !== "Supervisor" && other.hasJoined && !other.hasLeft).map(({ name }) => name);
}

/** @param {any} interaction @returns {Conversation["recording"]} */
function recordingOf({ callProcessingDetails: { pauseResumeEnabled, isPaused } = {} }) {
  if (pauseResumeEnabled !== "true") return "off";
  return isPaused === "true" ? "paused" : "on";
}

/** @param {any} data @param {MonitoringStage} stage @returns {Monitoring} */
function monitored({ taskId, agentId, supervisorId, queueName, interaction, eventTime }, stage) {
  const agent = interaction.participants[agentId]?.name ?? "";
  const me = interaction.participants[supervisorId];
  const since = me?.joinTimestamp ?? me?.currentStateTimestamp ?? eventTime;
  return { id: taskId, stage, since, caller: customerOf(interaction), queue: queueName, agent };
}

/** @param {Floor} floor @param {any} data @param {MonitoringStage} stage @returns {Floor} */
function withStage(floor, { taskId, eventTime }, stage) {
  const { monitoring } = floor;
  return monitoring && monitoring.id === taskId ? { ...floor, monitoring: { ...monitoring, stage, since: eventTime } } : floor;
}
