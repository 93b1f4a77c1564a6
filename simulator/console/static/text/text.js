/** Messages in the language of the page. Every key is in every catalogue; the type checker checks that. */
import en from "./text.en.js";
import sv from "./text.sv.js";

/** @type {Record<"en" | "sv", Record<string, string>>} */
const CATALOGUES = { en, sv };

/** @typedef {(key: string, values?: Record<string, string | number>) => string} Text */

/** @param {"en" | "sv"} language @returns {Text} the message of a key, `{name}` in it replaced by the value of that name */
export function catalogue(language) {
  const messages = CATALOGUES[language];
  return (key, values = {}) => {
    const message = messages[key];
    if (message === undefined) throw new Error(`no message "${key}" in the catalogue "${language}"`);
    return message.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  };
}
