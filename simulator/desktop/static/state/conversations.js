/**
 * What the desktop knows of the floor: the agent's own conversations, a supervisor's monitoring, and the conversations of others. Pure:
 * frames of the notification socket go in, the next floor comes out (PROTOCOL 6).
 */

/** Where a conversation stands for its agent; each of them keeps the agent signed in (AD-087). @typedef {"offered" | "connected" | "held" | "wrap-up"} Stage */
/** Where monitoring stands (AD-088). @typedef {"requested" | "active" | "paused"} MonitoringStage */

/**
 * @typedef {object} Conversation
 * @property {string} id
 * @property {Stage} stage
 * @property {number} since when its timer began, in milliseconds since the epoch
 * @property {string} caller the customer's number
 * @property {string} queue
 * @property {"Agent" | "Customer" | ""} endedBy
 */

/**
 * @typedef {object} Monitoring
 * @property {string} id of the conversation that is listened to
 * @property {MonitoringStage} stage
 * @property {number} since
 * @property {string} caller
 * @property {string} queue
 * @property {string} agent whose conversation it is
 */

/** A conversation of somebody, as a supervisor's list has it. @typedef {{id: string, caller: string, queue: string, agent: string, since: number}} Ongoing */

/**
 * @typedef {object} Floor
 * @property {Conversation[]} conversations
 * @property {string[] | null} awaited conversations whose particulars are on their way; null until it is known which there are
 * @property {Monitoring | null} monitoring
 * @property {Ongoing[] | null} ongoing null until they were read
 * @property {boolean} ongoingFailed whether the last reading failed
 * @property {string | null} acting the request that is on its way
 */

/** @type {Floor} */
export const QUIET = { conversations: [], awaited: [], monitoring: null, ongoing: null, ongoingFailed: false, acting: null };

/** Whether the agent takes part in a conversation or in monitoring, beyond its ringing (DOMAIN 2.3). @param {Floor} floor */
export function isEngaged({ conversations, monitoring }) {
  return monitoring !== null || conversations.some(({ stage }) => stage !== "offered");
}

/** What keeps the agent signed in, as far as this instance knows; empty when nothing does. @param {Floor} floor */
export function engagement({ conversations, monitoring }) {
  return [...conversations, ...(monitoring ? [monitoring] : [])].map(({ id, stage }) => `${id} ${stage}`).join();
}

/** Whether it is not yet known what there is to show. @param {Floor} floor */
export function isLoading({ awaited }) {
  return awaited === null || awaited.length > 0;
}

/** What an instance that takes over knows of the floor: nothing, until the back end has reported it (AD-017). @param {Floor} floor @returns {Floor} */
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
  AgentContact: told,
  AgentContactReserved: told,
  AgentOfferContact: told,
  AgentContactAssigned: told,
  AgentContactHeld: told,
  AgentContactUnheld: told,
  AgentWrapup: told,
  AgentWrappedUp: gone,
  AgentOfferContactRona: gone,
  ContactEnded: gone,
  MonitoringOffered: (floor, data) => ({ ...floor, monitoring: monitored(data, "requested") }),
  MonitoringStarted: (floor, data) => ({ ...floor, monitoring: monitored(data, "active") }),
  MonitoringHeld: (floor, data) => turned(floor, data, "paused"),
  MonitoringUnHeld: (floor, data) => turned(floor, data, "active"),
  MonitoringEnded: (floor, { taskId }) => (floor.monitoring?.id === taskId ? { ...floor, monitoring: null } : floor),
};

/** @param {Floor} floor @param {Record<string, any>} data of a frame, with its inner type @returns {Floor} */
export function floorAfter(floor, data) {
  return FRAMES[data.type]?.(floor, data) ?? floor;
}

/** @param {Floor} floor @param {any} data of a frame about one of the agent's own conversations @returns {Floor} */
function told(floor, data) {
  const conversation = conversationOf(data);
  const known = floor.conversations.some(({ id }) => id === conversation.id);
  const conversations = known
    ? floor.conversations.map((each) => (each.id === conversation.id ? conversation : each))
    : [...floor.conversations, conversation];
  return { ...floor, conversations, awaited: floor.awaited && floor.awaited.filter((id) => id !== conversation.id) };
}

/** @param {Floor} floor @param {any} data @returns {Floor} */
function gone(floor, { interactionId }) {
  return { ...floor, conversations: floor.conversations.filter(({ id }) => id !== interactionId) };
}

/** @param {any} data @returns {Conversation} */
function conversationOf({ interactionId, agentId, queueName, eventTime, interaction, terminatingParty = "" }) {
  const me = interaction.participants[agentId];
  const held = Object.values(interaction.media).find(({ isHold }) => isHold);
  /** @type {[Stage, number]} */
  const [stage, since] = me.isWrapUp
    ? ["wrap-up", me.wrapUpTimestamp ?? eventTime]
    : !me.hasJoined
      ? ["offered", eventTime]
      : held
        ? ["held", held.holdTimestamp ?? eventTime]
        : ["connected", me.joinTimestamp ?? eventTime];
  return { id: interactionId, stage, since, caller: interaction.callAssociatedDetails.ani, queue: queueName, endedBy: terminatingParty };
}

/** @param {any} data @param {MonitoringStage} stage @returns {Monitoring} */
function monitored({ taskId, agentId, supervisorId, queueName, interaction, eventTime }, stage) {
  const agent = interaction.participants[agentId]?.name ?? "";
  const me = interaction.participants[supervisorId];
  const since = me?.joinTimestamp ?? me?.currentStateTimestamp ?? eventTime;
  return { id: taskId, stage, since, caller: interaction.callAssociatedDetails.ani, queue: queueName, agent };
}

/** @param {Floor} floor @param {any} data @param {MonitoringStage} stage @returns {Floor} */
function turned(floor, { taskId, eventTime }, stage) {
  const { monitoring } = floor;
  return monitoring && monitoring.id === taskId ? { ...floor, monitoring: { ...monitoring, stage, since: eventTime } } : floor;
}
