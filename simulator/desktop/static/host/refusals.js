/** What the vendor's desktop SDK can ask for and this desktop does not have: each request, and why it is refused. */

/** @type {Record<string, Record<string, string>>} */
export const REFUSALS = {
  agent: {
    stateChangeV2: "the simulator has one state for all channels of an agent; use stateChange",
    fetchAddressBooks: "the form of its answer is not published; the address book is at the gateway",
  },
  dialer: { updateCadVariables: "a conversation of the simulator has no attributes that a client could set" },
  webCalling: { sendDTMF: "the phone in this desktop has no keypad" },
  scheduleCallback: {
    fetchByAssigneeAgentId: "the simulator schedules no callbacks",
    fetchByCallbackPhoneNumber: "the simulator schedules no callbacks",
    save: "the simulator schedules no callbacks",
    updateCallBackDetails: "the simulator schedules no callbacks",
    deleteScheduleCallback: "the simulator schedules no callbacks",
    getValidCampaignTimes: "the simulator schedules no callbacks",
  },
  qmw: {
    fetchTasks: "the simulator keeps no recordings",
    fetchCapture: "the simulator keeps no recordings",
  },
};

/** @param {string} entity @returns {Record<string, () => never>} its refused requests; each throws a sentence, which the SDK passes on */
export function refusalsOf(entity) {
  return Object.fromEntries(Object.entries(REFUSALS[entity]).map(([name, why]) => [name, () => refuse(name, why)]));
}

/** @param {string} name @param {string} why @returns {never} */
function refuse(name, why) {
  throw new Error(`${name} is not available in this desktop: ${why}.`);
}
