/** Who is signed in, what the administrator set for them, and the possible roles and station options. */

/** @typedef {"AGENT_DN" | "EXTENSION" | "BROWSER"} StationOption */
/** @typedef {"agent" | "supervisor" | "supervisorAgent"} RoleChoice */
/** @typedef {{id: string, name: string, layoutId?: string}} Team */
/** @typedef {{id: string, name: string, isDefault: boolean}} IdleCode */
/** @typedef {{id: string, name: string}} WrapUpCode */

/** Station options in the order in which they are offered (AD-044). @type {readonly StationOption[]} */
export const STATION_OPTIONS = ["AGENT_DN", "EXTENSION", "BROWSER"];

/** @type {RoleChoice[]} */
export const ROLE_CHOICES = ["agent", "supervisor", "supervisorAgent"];

/** The auxiliary code that means Available (PROTOCOL 3.3). */
export const AVAILABLE = "0";

/** The name of the system code of an agent who declined a call or a consultation. */
export const DECLINED = "Agent_Declined";

/**
 * Who is signed in and what the administrator set for them.
 * @typedef {object} Person
 * @property {string} agentId
 * @property {string} orgId
 * @property {string} name
 * @property {string} initials
 * @property {string} email
 * @property {RoleChoice[]} roles the roles to choose from; a single role leaves no choice
 * @property {Team[]} teams
 * @property {Team | null} primaryTeam its layout applies where the agent signs in to no team
 * @property {string} siteId
 * @property {StationOption[]} options
 * @property {string} defaultNumber empty when the administrator set none
 * @property {boolean} numberLocked whether only the default number may be used
 * @property {IdleCode[]} idleCodes
 * @property {string} declinedCode the system code of an agent who declined; empty where it cannot be read
 * @property {WrapUpCode[]} wrapUpCodes
 * @property {boolean} azureSso whether the organisation signs in to Microsoft Teams by Azure SSO
 * @property {number | undefined} recoverySeconds how long the desktop tries to reconnect, where the tenant sets it
 * @property {number} inactivityMinutes how long an agent may be inactive; 0 for no limit
 * @property {string} profileId
 * @property {string} addressBookId empty when the profile has none
 */

/** @param {string[]} roles as the wire names them @returns {RoleChoice} */
export function roleChoice(roles) {
  if (!roles.includes("supervisor")) return "agent";
  return roles.includes("agent") ? "supervisorAgent" : "supervisor";
}

/** @param {RoleChoice} choice @returns {string[]} */
export function rolesOf(choice) {
  return choice === "supervisorAgent" ? ["supervisor", "agent"] : [choice];
}
