/** The list of countries with their codes, and finding one in it (AD-049 to AD-051). */

/**
 * The countries of the list, by name in the language of the page.
 * @param {import("./numbers.js").Region[]} regions @param {string} language
 */
export function countries(regions, language) {
  const names = new Intl.DisplayNames([language], { type: "region" });
  const order = new Intl.Collator(language);
  return regions
    .map(({ region, code }) => ({ value: region, label: names.of(region) ?? region, detail: `+${code}` }))
    .sort((one, other) => order.compare(one.label, other.label));
}

/**
 * Whether a country answers what was typed: a calling code with or without plus, or a part of its name.
 * @param {string} typed @param {{label: string, detail: string}} country
 */
export function countryMatches(typed, { label, detail }) {
  const wanted = typed.trim().toLocaleLowerCase();
  const code = wanted.replace(/^\+/, "");
  if (/^\d+$/.test(code)) return detail.startsWith(`+${code}`);
  return label.toLocaleLowerCase().includes(wanted);
}
