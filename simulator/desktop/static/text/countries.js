/** The countries of the list, and their search (AD-049 to AD-051). */
import { ALSO_CALLED, LONG_CODES } from "./country-names.js";
import { isNothing, key, keys, rank, ranked } from "./search.js";
import { visible, withAsciiDigits } from "./typed.js";

/** @typedef {{value: string, label: string, detail: string, code: string, main: boolean, terms: import("./search.js").Terms}} Country */

const LANGUAGES = ["en", "sv"];
const CALLING_CODE = /^[\s()+.-]*\d[\s()\d.-]*$/;
const OPENINGS = ["+", "00", "011"];

/**
 * The countries by name in the language of the page.
 * @param {import("./numbers.js").Region[]} regions @param {string} language @returns {Country[]}
 */
export function countries(regions, language) {
  const names = new Intl.DisplayNames([language], { type: "region" });
  const others = LANGUAGES.filter((other) => other !== language).map((other) => new Intl.DisplayNames([other], { type: "region" }));
  const order = new Intl.Collator(language);
  return regions
    .map(({ region, code, main }) => {
      const label = names.of(region) ?? region;
      const detail = `+${code}`;
      return {
        value: region,
        label,
        detail,
        code,
        main,
        terms: {
          names: [label, `${label} (${detail})`, ...saints(label)].flatMap(keys),
          also: (ALSO_CALLED[region] ?? []).flatMap(keys),
          foreign: others.map((other) => other.of(region) ?? region).flatMap((name) => [name, ...saints(name)]).flatMap(keys),
          codes: [region, LONG_CODES[region] ?? region].map(key),
        },
      };
    })
    .sort((left, right) => order.compare(left.label, right.label));
}

/**
 * The countries that fit the typed text, best first: by calling code, by code of the country, by name. Null where the text is not
 * searchable yet.
 * @param {string} typed @param {Country[]} all @returns {Country[] | null}
 */
export function foundCountries(typed, all) {
  const query = key(typed);
  const plain = withAsciiDigits(visible(typed).normalize("NFKC"));
  const compact = plain.replace(/[^\d+]/g, "");
  if (isNothing(query) || OPENINGS.some((opening) => compact !== "" && opening.startsWith(compact) && !/[^\d+]/.test(plain))) return null;
  if (!CALLING_CODE.test(plain)) return ranked(all, ({ terms }) => rank(query, terms));
  const code = OPENINGS.reduce((rest, opening) => (rest.startsWith(opening) ? rest.slice(opening.length) : rest), compact);
  return ranked(all, (country) => {
    if (country.code === code) return country.main ? 0 : 1;
    return country.code.startsWith(code) ? 2 : Infinity;
  });
}

/** "St. Lucia" and "S:t Lucia" are written in full, too. @param {string} name */
function saints(name) {
  const [, rest] = /^S:?t\.? (.*)$/.exec(name) ?? [];
  return rest ? [`Saint ${rest}`, `Sankt ${rest}`] : [];
}
