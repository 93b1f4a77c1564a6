/** Reads who has signed in and what the administrator set for them (PROTOCOL 3.3). */
import { DECLINED, STATION_OPTIONS, roleChoice } from "../state/person.js";
import { isBroken, twice } from "./outcomes.js";

/**
 * The person and what is configured for them; idle and wrap-up codes are a feature that may be unavailable (AD-096).
 * @param {import("../api/gateway.js").Gateway} gateway @returns {Promise<{person: import("../state/person.js").Person, unavailable: import("../state/state.js").Feature[]}>}
 */
export async function readPerson(gateway) {
  /** @type {import("../state/state.js").Feature[]} */
  const unavailable = [];
  const [user, organisation, tenant, codes] = await Promise.all([
    gateway.read(`/user/by-ci-user-id/${gateway.agentId}`),
    gateway.read("/v2/organization-setting?agentView=true"),
    gateway.read("/v2/tenant-configuration?agentView=true"),
    twice(() => gateway.readAll("/v2/auxiliary-code?attributes=id,isSystemCode,name,defaultCode,workTypeCode,active")).catch((error) => {
      if (!isBroken(error)) throw error;
      unavailable.push("idleCodes");
      return [];
    }),
  ]);
  const ownTeams = new Set(user.teamIds ?? []);
  const teamIds = [...new Set([...ownTeams, ...(user.primaryTeamId ? [user.primaryTeamId] : [])])];
  const [profile, read] = await Promise.all([
    gateway.read(`/agent-profile/${user.agentProfileId}`),
    gateway.readNamed("/v2/team", teamIds),
  ]);
  const teams = read.map(({ id, name, desktopLayoutId }) => ({ id, name, layoutId: desktopLayoutId ?? undefined }));
  const provisioned = profile.loginVoiceOptions.filter(
    (/** @type {string} */ option) => option !== "BROWSER" || organisation.data[0].webRtcEnabled,
  );
  const { forceDefaultDn, lostConnectionRecoveryTimeout } = tenant.data[0];
  // The vendor's API spells the field as it does; its clients read either.
  const defaultNumber = user.defaultDialledNumber ?? user.deafultDialledNumber ?? "";
  const wrapUpCodes = codes.filter(
    ({ id, workTypeCode, active }) =>
      workTypeCode === "WRAP_UP_CODE" && active !== false && (profile.accessWrapUpCode !== "SPECIFIC" || profile.wrapUpCodes.includes(id)),
  );
  const idleCodes = codes.filter(
    ({ id, workTypeCode, isSystemCode, active }) =>
      workTypeCode === "IDLE_CODE" && !isSystemCode && active !== false && (profile.accessIdleCode !== "SPECIFIC" || profile.idleCodes.includes(id)),
  );
  const known = {
    agentId: gateway.agentId,
    orgId: gateway.orgId,
    name: `${user.firstName} ${user.lastName}`,
    initials: [user.firstName, user.lastName].map((name) => [...name][0] ?? "").join(""),
    email: user.email,
    roles: rolesToChoose(user),
    teams: teams.filter(({ id }) => ownTeams.has(id)),
    primaryTeam: teams.find(({ id }) => id === user.primaryTeamId) ?? null,
    siteId: user.siteId ?? "",
    options: STATION_OPTIONS.filter((option) => provisioned.includes(option)),
    defaultNumber,
    numberLocked: defaultNumber !== "" && (profile.agentDNValidation === "PROVISIONED_VALUE" || forceDefaultDn === true),
    idleCodes: idleCodes.map(({ id, name, defaultCode }) => ({ id, name, isDefault: defaultCode })),
    declinedCode: codes.find(({ isSystemCode, name }) => isSystemCode && name === DECLINED)?.id ?? "",
    wrapUpCodes: wrapUpCodes.map(({ id, name }) => ({ id, name })),
    azureSso: organisation.data[0].azureSsoEnabled === true,
    recoverySeconds: lostConnectionRecoveryTimeout && lostConnectionRecoveryTimeout / 1_000,
    inactivityMinutes: inactivityMinutes(profile, tenant.data[0]),
    profileId: user.agentProfileId,
    addressBookId: profile.addressBookId ?? "",
  };
  return { person: known, unavailable };
}

/** The profile's own limit goes before the organisation's. @param {any} profile @param {any} tenant @returns {number} 0 for none */
function inactivityMinutes(profile, tenant) {
  if (profile.timeoutDesktopInactivityCustomEnabled) return profile.timeoutDesktopInactivityMins;
  return tenant.timeoutDesktopInactivityEnabled ? tenant.timeoutDesktopInactivityMins : 0;
}

/** @param {{roles?: string[]}} user @returns {import("../state/person.js").RoleChoice[]} */
function rolesToChoose({ roles = ["agent"] }) {
  const most = roleChoice(roles);
  return most === "supervisorAgent" ? ["supervisor", "supervisorAgent"] : [most];
}
