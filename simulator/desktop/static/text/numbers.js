/**
 * Reads typed text as a number for a station, as it is written on the wire (AD-048 to AD-062, AD-065). The back end reads numbers the same
 * way (simulator/domain/numbers.py); a test compares the two over every region. The rule is length ("possible"),
 * never assignment: the documented examples are possible and unassigned.
 */
import { visible, withAsciiDigits } from "./typed.js";

/**
 * A region's numbering plan, as /desktop/numbering.json has it.
 * @typedef {{region: string, code: string, main: boolean, idd: string, national: string, transform: string, lengths: number[], local: number[], pattern: string}} Region
 */
/** @typedef {{number: string, region: Region, national: string}} Accepted a number in E.164, and its parts */
/** @typedef {"required" | "letters" | "character" | "format" | "otherCountry" | "tooShort" | "tooLong" | "digits" | "country"} Problem */
/** @typedef {{problem: Problem, character?: string}} Rejected why a text is not a number, and the character at fault where it is one */
/** @typedef {{code: string, national: string}} Parsed a country code, and the number in that country */

/** The region whose code is selected at first, and its prefix for calls abroad. */
export const HOME_REGION = "US";
const HOME_IDD = "011";
const MOST_DIGITS = 15;
const LEAST_NATIONAL = 2;
const MOST_NATIONAL = 17;

/** What people and documents put between digits. A text with any other character that is not a digit is not a number. */
const SEPARATORS = /[ ().[\]<>/~\-\u2010-\u2015\u2053\u2212\u223c\uff08\uff09\uff0d-\uff0f\uff3b\uff3d\uff5e]/gu;

/**
 * With International Dialing Format a number of the picked region, however it is written there; without it (undefined), E.164 or IDD
 * of the home region.
 * @param {string} text @param {Region[]} regions @param {Region} [region] @returns {Accepted | Rejected}
 */
export function readNumber(text, regions, region) {
  const compact = compacted(text);
  const digits = compact.replace(/^\+/, "");
  const odd = /[^0-9]/u.exec(digits)?.[0];
  if (odd) return /\p{L}/u.test(odd) ? { problem: "letters" } : { problem: "character", character: odd };
  if (digits === "") return { problem: !visible(text) ? "required" : region ? "tooShort" : "format" };
  return region ? ofRegion(compact, region, regions) : other(compact, regions);
}

/** @param {string} text @returns {{number: string} | Rejected} */
export function readExtension(text) {
  const compact = withAsciiDigits(visible(text)).replace(/ /g, "");
  if (compact === "") return { problem: "required" };
  return /^[0-9]+$/.test(compact) && compact.length <= MOST_DIGITS ? { number: compact } : { problem: "digits" };
}

/**
 * The main region of the calling code that digits begin with; codes are free of prefixes, so there is at most one.
 * @param {string} digits without plus or other opening @param {Region[]} regions
 */
export function regionOf(digits, regions) {
  return regions.find((region) => region.main && digits.startsWith(region.code));
}

/** @param {string} compact @param {Region[]} regions @returns {Accepted | Rejected} */
function other(compact, regions) {
  const opening = compact.startsWith("+") ? "+" : HOME_IDD;
  if (!compact.startsWith(opening)) return { problem: "format" };
  const parsed = withCode(compact.slice(opening.length), regions);
  const judged = "problem" in parsed ? parsed : possible(parsed, regions);
  return "number" in judged ? judged : { problem: "format" };
}

/** @param {string} compact @param {Region} region @param {Region[]} regions @returns {Accepted | Rejected} */
function ofRegion(compact, region, regions) {
  const parsed = compact.startsWith("+") ? withCode(compact.slice(1), regions) : dialledIn(compact, region, regions);
  if ("problem" in parsed) return parsed;
  return parsed.code === region.code ? possible(parsed, regions) : { problem: "otherCountry" };
}

/**
 * Digits as they are dialled in a region: with its prefix for calls abroad, with its own country code, or as at home.
 * @param {string} digits @param {Region} region @param {Region[]} regions @returns {Parsed | Rejected}
 */
function dialledIn(digits, region, regions) {
  if (digits.length < LEAST_NATIONAL) return { problem: "tooShort" };
  const abroad = region.idd && new RegExp(`^(?:${region.idd})`).exec(digits)?.[0];
  if (abroad && digits[abroad.length] !== "0") return withCode(digits.slice(abroad.length), regions);
  return national(withoutOwnCode(digits, region), region.code, region);
}

/** @param {string} digits with their country code @param {Region[]} regions @returns {Parsed | Rejected} */
function withCode(digits, regions) {
  if (digits.length <= LEAST_NATIONAL) return { problem: "tooShort" };
  const region = regionOf(digits, regions);
  return region ? national(digits.slice(region.code.length), region.code, region) : { problem: "otherCountry" };
}

/**
 * A number of the region with its country code in front and no sign of it goes without that code, where only so it fits the plan.
 * @param {string} digits @param {Region} region
 */
function withoutOwnCode(digits, region) {
  if (!digits.startsWith(region.code)) return digits;
  const rest = withoutNationalPrefix(digits.slice(region.code.length), region);
  const better = !fits(digits, region) && fits(rest, region);
  return better || lengthOf(digits, region) === "tooLong" ? rest : digits;
}

/** @param {string} digits @param {string} code @param {Region} region @returns {Parsed | Rejected} */
function national(digits, code, region) {
  if (digits.length < LEAST_NATIONAL) return { problem: "tooShort" };
  const stripped = withoutNationalPrefix(digits, region);
  const keepsPrefix = ["tooShort", "local", "between"].includes(lengthOf(stripped, region));
  const found = keepsPrefix ? digits : stripped;
  if (found.length < LEAST_NATIONAL) return { problem: "tooShort" };
  return found.length > MOST_NATIONAL ? { problem: "tooLong" } : { code, national: found };
}

/**
 * People type what they dial at home (0701740605, or a carrier's code first): the prefix is removed or replaced as the plan says, unless
 * the number would then no longer fit the plan.
 * @param {string} digits @param {Region} region
 */
function withoutNationalPrefix(digits, region) {
  const prefix = new RegExp(`^(?:${region.national})`);
  const match = region.national && digits ? prefix.exec(digits) : null;
  if (!match) return digits;
  const transforms = region.transform && match[match.length - 1] !== undefined && match.length > 1;
  const rest = transforms ? digits.replace(prefix, region.transform) : digits.slice(match[0].length);
  return fits(digits, region) && !fits(rest, region) ? digits : rest;
}

/** @param {string} digits @param {Region} region */
function fits(digits, { pattern }) {
  return new RegExp(`^(?:${pattern})$`).test(digits);
}

/** @param {string} digits @param {Region} region */
function lengthOf({ length }, { lengths, local }) {
  if (local.includes(length)) return "local";
  if (lengths.includes(length)) return "possible";
  if (length < lengths[0]) return "tooShort";
  return length > lengths[lengths.length - 1] ? "tooLong" : "between";
}

/** @param {Parsed} parsed @param {Region[]} regions @returns {Accepted | Rejected} */
function possible({ code, national }, regions) {
  const region = /** @type {Region} */ (regionOf(code, regions));
  const length = lengthOf(national, region);
  if (length === "tooLong" || code.length + national.length > MOST_DIGITS) return { problem: "tooLong" };
  return length === "possible" ? { number: `+${code}${national}`, region, national } : { problem: "tooShort" };
}

/** @param {string} text */
function compacted(text) {
  return withAsciiDigits(visible(text))
    .replace(SEPARATORS, "")
    .replace(/[\uff0b\ufe62]/g, "+");
}

/**
 * A number as people read it: +1 201 553 2447.
 * @param {Accepted} accepted
 */
export function readable({ region, national }) {
  return `+${region.code} ${national.replace(/(\d{3})(?=\d{2,})/g, "$1 ")}`;
}

/**
 * Any number as people read it; what is not in the plans, such as an extension, is returned unchanged.
 * @param {string} number as the wire has it @param {Region[]} regions
 */
export function spelled(number, regions) {
  const digits = number.replace(/^\+/, "");
  const region = number.startsWith("+") ? regionOf(digits, regions) : undefined;
  return region ? readable({ number, region, national: digits.slice(region.code.length) }) : number;
}
