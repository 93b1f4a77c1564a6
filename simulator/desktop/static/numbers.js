/**
 * What counts as a number for a station, and how it is written on the wire (AD-048 to AD-062, AD-065).
 * The rule is length ("possible"), never assignment: the documented examples are possible and unassigned.
 */

/** @typedef {{region: string, code: string, main: boolean, idd: string, nationalPrefix: string, lengths: number[], pattern: string}} Region */
/** @typedef {{number: string, region: Region, national: string}} Accepted a number in E.164, and its parts */
/** @typedef {{problem: "required" | "letters" | "tooShort" | "tooLong" | "otherCountry" | "format" | "digits" | "country"}} Rejected */

const HOME = "US";
const MOST_DIGITS = 15;

/**
 * Drops what people and documents put between digits; keeps a plus in front of the first digit.
 * @param {string} text
 */
export function cleaned(text) {
  const digits = text.replace(/\D/g, "");
  return /^\D*\+/.test(text) ? `+${digits}` : digits;
}

/** @param {string} text */
function hasLetters(text) {
  return /\p{L}/u.test(text);
}

/**
 * With International Dialing Format: the phone number of the chosen region, its code coming from the list. A number that already
 * begins with + and that code is taken as it is (AD-054).
 * @param {string} text @param {Region} region @returns {Accepted | Rejected}
 */
export function internationalNumber(text, region) {
  const compact = cleaned(text);
  if (hasLetters(text)) return { problem: "letters" };
  if (compact === "" || compact === "+") return { problem: "required" };
  if (compact.startsWith("+")) {
    if (!compact.startsWith(`+${region.code}`)) return { problem: "otherCountry" };
    return possible(compact.slice(1 + region.code.length), region);
  }
  return possible(withoutNationalPrefix(compact, region), region);
}

/**
 * Without it: E.164 with its plus, or the home region's prefix for calls abroad, country code and number.
 * @param {string} text @param {Region[]} regions @returns {Accepted | Rejected}
 */
export function otherNumber(text, regions) {
  if (hasLetters(text)) return { problem: "letters" };
  const compact = cleaned(text);
  if (compact === "" || compact === "+") return { problem: "required" };
  const idd = regions.find(({ region }) => region === HOME)?.idd ?? "";
  const opening = compact.startsWith("+") ? "+" : idd;
  const rest = compact.slice(opening.length);
  const region = compact.startsWith(opening) ? regionOf(rest, regions) : undefined;
  const judged = region && possible(rest.slice(region.code.length), region);
  return judged && "number" in judged ? judged : { problem: "format" };
}

/** @param {string} text @returns {{number: string} | Rejected} */
export function extensionNumber(text) {
  const compact = text.replace(/\s/g, "");
  if (compact === "") return { problem: "required" };
  return /^\d{1,15}$/.test(compact) ? { number: compact } : { problem: "digits" };
}

/**
 * The main region of the calling code that digits begin with; codes are free of prefixes, so there is at most one.
 * @param {string} digits without plus or other opening @param {Region[]} regions
 */
export function regionOf(digits, regions) {
  return regions.find((region) => region.main && digits.startsWith(region.code));
}

/** @param {string} national @param {Region} region @returns {Accepted | Rejected} */
function possible(national, region) {
  if (region.lengths.includes(national.length) && region.code.length + national.length <= MOST_DIGITS) {
    return { number: `+${region.code}${national}`, region, national };
  }
  return { problem: national.length > Math.max(...region.lengths) ? "tooLong" : "tooShort" };
}

/**
 * People type the prefix they dial at home (0701740605): it goes, unless the number would then no longer fit the region's plan.
 * @param {string} digits @param {Region} region
 */
function withoutNationalPrefix(digits, region) {
  const { nationalPrefix, pattern, lengths } = region;
  if (!nationalPrefix || !digits.startsWith(nationalPrefix)) return digits;
  const rest = digits.slice(nationalPrefix.length);
  const plan = new RegExp(`^(?:${pattern})$`);
  if (!lengths.includes(rest.length) || (plan.test(digits) && !plan.test(rest))) return digits;
  return rest;
}

/**
 * A number as people read it: +1 201 553 2447.
 * @param {Accepted} accepted
 */
export function readable({ region, national }) {
  return `+${region.code} ${national.replace(/(\d{3})(?=\d{2,})/g, "$1 ")}`;
}

/**
 * Any number as people read it; what is no number of the plans, such as an extension, stays as it is.
 * @param {string} number as the wire has it @param {Region[]} regions
 */
export function spelled(number, regions) {
  const digits = number.replace(/^\+/, "");
  const region = number.startsWith("+") ? regionOf(digits, regions) : undefined;
  return region ? readable({ number, region, national: digits.slice(region.code.length) }) : number;
}
