/** What the vendor's desktop SDK asks its host about the configuration: the profile of the agent, codes, queues and numbers. */
import { PAGE_SIZE } from "../api/gateway.js";
import { knownPerson } from "../state/state.js";

/** @typedef {import("./around.js").Around} Around */

/** The kinds of queue in the SDK's word for both, and the channels of queues by the SDK's labels. */
const ENTRY_POINTS = "inboundentrypoint";
/** @type {Record<string, string>} */
const CHANNELS = { Call: "TELEPHONY", Chat: "CHAT", Email: "EMAIL" };

const CODES = "/v2/auxiliary-code?attributes=id,isSystemCode,name,defaultCode,workTypeCode,active";

/** The profile of the agent as it is now, under the SDK's names. @param {Around} around */
export async function profileOf({ gateway, state }) {
  const gate = gateway();
  const { person, session } = state();
  const { profileId, teams, name, agentId, email, siteId, defaultNumber, declinedCode } = knownPerson(state());
  const [profile, [tenant], [organisation], plans, codes] = await Promise.all([
    gate.read(`/agent-profile/${profileId}`),
    gate.read("/v2/tenant-configuration?agentView=true").then(({ data }) => data),
    gate.read("/v2/organization-setting?agentView=true").then(({ data }) => data),
    gate.read("/dial-plan?agentView=true"),
    gate.readAll(CODES),
  ]);
  const own = (/** @type {{id: string}[]} */ kept) => codes.filter(({ id }) => kept.some((each) => each.id === id)).map(entity);
  const idleCodes = own(person?.idleCodes ?? []);
  return {
    agentId,
    agentName: name,
    agentMailId: email,
    agentProfileID: profileId,
    agentStatus: session ? "LoggedIn" : "LoggedOut",
    agentSubStatus: session?.subStatus ?? "",
    orgId: gate.orgId,
    siteId,
    teams: teams.map((team) => ({ teamId: team.id, teamName: team.name })),
    defaultDn: session?.number || defaultNumber,
    idleCode: session?.codeId === declinedCode ? undefined : idleCodes.find(({ id }) => id === session?.codeId),
    idleCodes,
    wrapupCodes: own(person?.wrapUpCodes ?? []),
    dialPlan: {
      type: "adhocDial",
      dialPlanEntity: plans.map((/** @type {any} */ plan) => ({
        name: plan.name, regex: plan.regularExpression, prefix: plan.prefix, strippedChars: plan.strippedChars,
      })),
    },
    isOutboundEnabledForTenant: tenant.outdialEnabled,
    isOutboundEnabledForAgent: profile.outdialEnabled,
    isAdhocDialingEnabled: profile.dialPlanEnabled,
    isAgentAvailableAfterOutdial: profile.agentAvailableAfterOutdial,
    isCampaignManagementEnabled: organisation.campaignManagerEnabled,
    isEndCallEnabled: tenant.endCallEnabled,
    isEndConsultEnabled: tenant.endConsultEnabled,
    allowConsultToQueue: profile.consultToQueue,
    agentPersonalStatsEnabled: profile.viewableStatistics.agentStats,
    outDialEp: profile.outdialEntryPointId,
    outdialANIId: profile.outdialANIId,
    addressBookId: profile.addressBookId,
  };
}

/** The numbers that the agent may call from. @param {Around} around */
export async function outdialNumbers({ gateway, state }) {
  const { outdialANIId } = await gateway().read(`/agent-profile/${knownPerson(state()).profileId}`);
  const numbers = outdialANIId ? await gateway().readAll(`/v2/outdial-ani/${outdialANIId}/entry`) : [];
  return { data: { data: { mockOutdialAniList: numbers } } };
}

/** Queues or entry points of a channel. @param {Around} around @param {{data: {channelType: string, type: string, agentSessionId: string}}} given */
export async function virtualTeams({ gateway, state }, { data: { channelType, type, agentSessionId } }) {
  const gate = gateway();
  const { consultToQueue } = await gate.read(`/agent-profile/${knownPerson(state()).profileId}`);
  const channel = CHANNELS[channelType] ?? "SOCIAL_CHANNEL";
  const found =
    type === ENTRY_POINTS
      ? await gate.readAll("/v2/entry-point")
      : (await gate.readAll("/v2/contact-service-queue")).filter((queue) => queue.channelType === channel);
  const vteamList = found.map(({ id, name }) => ({ id, name, type, channelType, analyzerId: id }));
  return { data: { data: { vteamList, allowConsultToQueue: consultToQueue }, agentSessionId, callData: "", jsMethod: "vteamListChanged" } };
}

/** All idle codes of the organisation. @param {Around} around */
export async function organisationIdleCodes({ gateway }) {
  return (await gateway().readAll(CODES)).filter((code) => isKind(code, "IDLE_CODE")).map(entity);
}

/** The ids of the idle codes that an agent may use. @param {Around} around @param {{agentId: string}} given */
export async function idleCodesOf({ gateway }, { agentId }) {
  const { agentProfileId } = await gateway().read(`/user/by-ci-user-id/${agentId}`);
  const { accessIdleCode, idleCodes } = await gateway().read(`/agent-profile/${agentProfileId}`);
  return { accessIdleCode, idleCodes };
}

/**
 * A page of the agent's idle or wrap-up codes whose names contain the words.
 * @param {Around} around @param {{workType: string, page?: number, pageSize?: number, search?: string, customFilter?: string}} given
 */
export async function pageOfCodes({ gateway }, { workType, page = 0, pageSize = PAGE_SIZE, search = "", customFilter }) {
  if (customFilter) throw new Error("fetchPaginatedAuxCodes takes no customFilter in this desktop; use search, or filter the answer.");
  const words = search.toLowerCase();
  const all = (await gateway().readAll(CODES)).filter((code) => isKind(code, workType) && code.name.toLowerCase().includes(words)).map(entity);
  const meta = { orgid: gateway().orgId, page, pageSize, totalPages: Math.ceil(all.length / pageSize), totalRecords: all.length };
  return { data: all.slice(page * pageSize, (page + 1) * pageSize), meta };
}

/** @param {any} code @param {string} kind */
function isKind({ workTypeCode, isSystemCode, active }, kind) {
  return workTypeCode === kind && !isSystemCode && active !== false;
}

/** @param {any} code */
function entity({ id, name, defaultCode, isSystemCode }) {
  return { id, name, isDefault: defaultCode, isSystem: isSystemCode };
}
