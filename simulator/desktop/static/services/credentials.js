/**
 * The rules of Station Credentials, without the dialog: its first values, the problems of what was entered, and the field a refusal of the
 * back end belongs to (AD-028 to AD-034, AD-043, AD-056, AD-057, AD-072 to AD-079, AD-089).
 */
import { isGoogleChrome } from "../browser/browser.js";
import { HOME_REGION, readExtension, readNumber, regionOf } from "../text/numbers.js";

/** @typedef {import("../browser/storage.js").Remembered} Draft the values of the form, which are those that can be saved */
/** @typedef {import("../text/numbers.js").Region} Region */
/** @typedef {"role" | "option" | "country" | "number" | "team"} Field */

/** The field that a refusal of the back end belongs to, and its message (DOMAIN 2.2, PROTOCOL 4.2). @type {Record<string, {field: Field, text: string, extension?: string}>} */
export const REFUSALS = {
  DUPLICATE_LOCATION: { field: "number", text: "refusal.inUse", extension: "refusal.extensionInUse" },
  INVALID_DIAL_NUMBER: { field: "number", text: "refusal.invalid", extension: "refusal.invalidExtension" },
  INVALID_EXTENSION: { field: "number", text: "refusal.invalidExtension" },
  NUMBER_NOT_REGISTERED: { field: "number", text: "refusal.notRegistered" },
  NUMBER_RESTRICTED: { field: "number", text: "refusal.restricted" },
  MICROPHONE_DENIED: { field: "option", text: "refusal.microphone.denied" },
  MICROPHONE_ABSENT: { field: "option", text: "refusal.microphone.absent" },
  MICROPHONE_FAILED: { field: "option", text: "refusal.microphone.failed" },
  OPTION_NOT_PROVISIONED: { field: "option", text: "refusal.option" },
  ROLE_NOT_ASSIGNED: { field: "role", text: "refusal.role" },
  TEAM_NOT_ASSIGNED: { field: "team", text: "refusal.team" },
};

/**
 * The values of the dialog when it opens: saved ones, else those the administrator set, else the product's defaults.
 * @param {import("../state/person.js").Person} person @param {Draft | null} saved @param {Region[]} regions
 * @returns {Draft}
 */
export function firstDraft(person, saved, regions) {
  const { defaultNumber, numberLocked, options, teams, roles } = person;
  const digits = defaultNumber.startsWith("+") ? defaultNumber.slice(1) : "";
  const draft = {
    option: options[0],
    number: defaultNumber,
    extension: defaultNumber,
    international: true,
    region: regionOf(digits, regions)?.region ?? HOME_REGION,
    teamId: teams.length === 1 ? teams[0].id : "",
    role: roles[roles.length - 1],
    ...saved,
    ...(numberLocked && { number: defaultNumber, extension: defaultNumber }),
  };
  return {
    ...draft,
    region: regions.some(({ region }) => region === draft.region) ? draft.region : HOME_REGION,
    option: options.includes(draft.option) ? draft.option : options[0],
    teamId: teams.some(({ id }) => id === draft.teamId) ? draft.teamId : teams.length === 1 ? teams[0].id : "",
    role: roles.includes(draft.role) ? draft.role : roles[roles.length - 1],
  };
}

/**
 * The number of the draft as the wire takes it, or what is wrong with it.
 * @param {Draft} draft @param {Region[]} regions
 */
export function judgedNumber(draft, regions) {
  return draft.option === "EXTENSION" ? readExtension(draft.extension) : judgedDialNumber(draft, regions);
}

/** @param {Draft} draft @param {Region[]} regions */
export function judgedDialNumber({ international, number, region: name }, regions) {
  if (!international) return readNumber(number, regions);
  const region = regions.find(({ region }) => region === name);
  return region ? readNumber(number, regions, region) : { problem: /** @type {const} */ ("country") };
}

/**
 * What is wrong with an option before anything is entered: Desktop works in Google Chrome only (AD-068, AD-069).
 * @param {Draft["option"]} option @returns {Partial<Record<Field, string>>}
 */
export function problemOfOption(option) {
  return option === "BROWSER" && !isGoogleChrome() ? { option: "browser" } : {};
}

/**
 * What is wrong with the draft, field by field; nothing when it can be submitted.
 * @param {Draft} draft @param {import("../state/person.js").Person} person @param {Region[]} regions
 * @returns {Partial<Record<Field, string>>} the problem of each field at fault
 */
export function problemsOf(draft, person, regions) {
  /** @type {Partial<Record<Field, string>>} */
  const problems = {};
  if (draft.option !== "BROWSER") {
    const judged = judgedNumber(draft, regions);
    if ("problem" in judged) problems[judged.problem === "country" ? "country" : "number"] = judged.problem;
  }
  if (draft.role !== "supervisor" && !draft.teamId) problems.team = "team";
  return { ...problems, ...problemOfOption(draft.option) };
}
