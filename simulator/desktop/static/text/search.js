/**
 * Searches a list by typed text (AD-050, AD-051, AD-077), best match first. Case, accents, apostrophes, hyphens,
 * full stops, how a letter is composed and invisible characters make no difference.
 */
import { visible } from "./typed.js";

/**
 * A text in the form in which it is compared.
 * @typedef {object} Key
 * @property {string[]} words its words, folded
 * @property {string} compact the words without anything between them
 * @property {string} raw the text itself in lower case, for texts without words
 */

/**
 * What an option is found by: its names, other names, its names in another language, and codes, which have to match as a whole.
 * @typedef {{names: Key[], also: Key[], foreign: Key[], codes: Key[]}} Terms
 */

/** Letters that do not come apart into a plain letter and an accent. @type {Record<string, string>} */
const PLAIN = { ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ŋ: "n", ŧ: "t" };
const ACCENTS = /[\u0300-\u036f]/g;
const APOSTROPHES = /['’‘ʼʻʹ`´′]/g;
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const CONJUNCTION = /&|(?<=\s)(?:and|och)(?=\s)/giu;

/** How well an option fits, best first; an option that fits in none of these ways is not found. */
const EXACT = 0;
const BEGINS = 1;
const WORD_BEGINS = 2;
const OTHER_NAME = 3;
const CONTAINS = 4;

/** @param {string} text @returns {Key} */
export function key(text) {
  const raw = visible(text).normalize("NFKD").replace(ACCENTS, "").toLowerCase();
  const plain = raw.replace(/[^\0-\x7f]/g, (letter) => PLAIN[letter] ?? letter).replace(APOSTROPHES, " ");
  const words = plain.match(WORDS) ?? [];
  return { words, compact: words.join(""), raw: raw.replace(/ +/g, " ") };
}

/**
 * The spellings of a name: "Bosnia & Herzegovina" with "and", and without either.
 * @param {string} name @returns {Key[]}
 */
export function keys(name) {
  const written = new Set([name, name.replace(/&/g, " and "), name.replace(CONJUNCTION, " ")]);
  return [...written].map(key);
}

/** @param {Key} typed */
export function isNothing(typed) {
  return typed.raw === "";
}

/**
 * How well an option fits the typed text: 0 is best, Infinity does not fit.
 * @param {Key} typed @param {Terms} terms
 */
export function rank(typed, { names, also, foreign, codes }) {
  if ([...names, ...also, ...codes].some((key) => same(key, typed))) return EXACT;
  if (names.some((name) => begins(name, typed, 0))) return BEGINS;
  if (names.some((name) => wordBegins(name, typed))) return WORD_BEGINS;
  if ([...also, ...foreign].some((name) => wordBegins(name, typed))) return OTHER_NAME;
  if (names.some((name) => contains(name, typed))) return CONTAINS;
  return Infinity;
}

/**
 * The options that fit, best first, and in their own order where they fit equally well.
 * @template T @param {T[]} options @param {(option: T) => number} rankOf @returns {T[]}
 */
export function ranked(options, rankOf) {
  return options
    .map((option) => ({ option, rank: rankOf(option) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((left, right) => left.rank - right.rank)
    .map(({ option }) => option);
}

/** The keys of labels, cached. @type {Map<string, Key[]>} */
const folded = new Map();

/**
 * The options whose label fits; null where the typed text is not searchable.
 * @template {{label: string}} T @param {string} typed @param {T[]} options @returns {T[] | null}
 */
export function byLabel(typed, options) {
  const query = key(typed);
  if (isNothing(query)) return null;
  return ranked(options, ({ label }) => {
    const names = folded.get(label) ?? keys(label);
    folded.set(label, names);
    return rank(query, { names, also: [], foreign: [], codes: [] });
  });
}

/** @param {Key} name @param {Key} typed */
function same(name, typed) {
  return typed.compact ? name.compact === typed.compact : name.raw === typed.raw;
}

/** @param {Key} name @param {Key} typed @param {number} word index of the first word compared */
function begins(name, typed, word) {
  return typed.compact !== "" && name.words.slice(word).join("").startsWith(typed.compact);
}

/** @param {Key} name @param {Key} typed */
function wordBegins(name, typed) {
  return name.words.some((_, word) => begins(name, typed, word));
}

/** @param {Key} name @param {Key} typed */
function contains(name, typed) {
  return typed.compact ? name.words.join(" ").includes(typed.words.join(" ")) : name.raw.includes(typed.raw);
}
