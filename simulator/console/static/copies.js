/** The last actions as text to copy: steps of a feature in either language, curl, Python. */
import { ACTIONS, nationalOf, requestOf } from "./actions.js";
import { PREFIX } from "./plane.js";
import { KEYWORDS, PEOPLE, SENTENCES, UNITS } from "./sentences.js";

/** @typedef {import("./state.js").Done} Done */
/** @typedef {import("./sentences.js").Keyword} Keyword */
/** @typedef {{keyword: Keyword, text: string, first: string} | {comment: string}} Step */

/** @param {Done[]} done @param {import("./state.js").Format} format @param {string} origin of the simulator */
export function asText(done, format, origin) {
  if (format === "curl") return asCurl(done, origin);
  if (format === "python") return asPython(done, origin);
  return asSteps(done, format);
}

/** @param {Done[]} done @param {string} origin */
function asCurl(done, origin) {
  return done
    .map((one) => {
      const { method, path, body } = requestOf(one);
      const data = body ? ` \\\n     -H "Content-Type: application/json" -d '${JSON.stringify(body).replaceAll("'", "'\\''")}'` : "";
      return `curl -sS -X ${method} "${origin}${PREFIX}${path}" \\\n     -H "Authorization: Bearer $DESKPROOF_CONTROL_TOKEN"${data}`;
    })
    .join("\n");
}

/** @param {Done[]} done @param {string} origin */
function asPython(done, origin) {
  let tenant = "";
  const lines = done.flatMap((one) => {
    const { outside, python } = ACTIONS[one.action];
    const other = !outside && one.tenant !== tenant;
    if (other) tenant = one.tenant;
    return [...(other ? [`tenant = control.tenant(${JSON.stringify(tenant)})`] : []), python(one.values)];
  });
  return [
    "import os",
    "",
    "from deskproof.simulator.control.client import Control",
    "",
    `with Control(address=${JSON.stringify(origin)}, token=os.environ["DESKPROOF_CONTROL_TOKEN"]) as control:`,
    ...lines.map((line) => `    ${line}`),
  ].join("\n");
}

/** A scenario is about one tenant: that of the last action. @param {Done[]} every @param {"en" | "sv"} language */
function asSteps(every, language) {
  const done = every.filter(({ tenant }) => tenant === every.at(-1)?.tenant);
  const last = done.findLastIndex((one) => !("comment" in stepOf(one, true, language)));
  const steps = [...background(done[0], language), ...done.map((one, at) => stepOf(one, at === last, language))];
  return layOut([...steps, ...outcome(done.at(-1), language)], language);
}

/** Who was signed in with a number before the first action, and who was Available. @param {Done | undefined} first @param {"en" | "sv"} language @returns {Step[]} */
function background(first, language) {
  return (first?.before?.agents ?? []).flatMap(({ agent, station, number, state }) => {
    const signedIn = station === "AGENT_DN" ? sentence("signedIn", "given", { person: agent, number: nationalOf(number) }, language) : null;
    const available = signedIn && state === "Available" ? sentence("available", "given", { person: agent }, language) : null;
    return [signedIn, available].filter((step) => step !== null);
  });
}

/** What the phones do after the last action, where it was about a call. @param {Done | undefined} last @param {"en" | "sv"} language @returns {Step[]} */
function outcome(last, language) {
  if (!last?.after || !["call", "customerHangsUp", "setPhone", "decline"].includes(last.action)) return [];
  const ringing = last.after.phones.find(({ rings }) => rings);
  const step = ringing ? sentence("rings", "then", { number: ringing.number }, language) : sentence("silent", "then", {}, language);
  return step ? [step] : [];
}

/** @param {Done} done @param {boolean} isLast @param {"en" | "sv"} language @returns {Step} */
function stepOf(done, isLast, language) {
  const found = ACTIONS[done.action].sentence?.(done);
  const forms = found ? SENTENCES[found.key] : {};
  /** @type {Keyword} */
  const keyword = isLast ? (forms.when ? "when" : "given") : forms.given ? "given" : "when";
  const step = found ? sentence(found.key, keyword, found.values, language) : null;
  return step ?? { comment: ACTIONS[done.action].python(done.values) };
}

/**
 * The sentence with its values; null where the features cannot say it: of a person or a duration they do not know.
 * @param {string} key @param {Keyword} keyword @param {Record<string, any>} values @param {"en" | "sv"} language @returns {Step | null}
 */
export function sentence(key, keyword, values, language) {
  const patterns = SENTENCES[key][keyword];
  if (patterns === undefined) return null;
  const filled = { ...values };
  if (values.seconds !== undefined) filled.duration = duration(values.seconds, language);
  if (values.person !== undefined) {
    filled.person = values.person.charAt(0).toUpperCase() + values.person.slice(1);
    if (!PEOPLE.includes(filled.person)) return null;
    filled.whose = { en: `${filled.person}'s`, sv: filled.person.replace(/[^s]$/, "$&s") }[language];
  }
  const fill = (/** @type {string} */ pattern) => pattern.replace(/\{(\w+)\}/g, (_, name) => filled[name]);
  const text = fill(patterns[language]);
  return { keyword, text, first: language === "sv" && patterns.svFirst ? fill(patterns.svFirst) : text };
}

/** In the largest unit that it fills. @param {number} seconds @param {"en" | "sv"} language */
function duration(seconds, language) {
  const [size, one, several] = /** @type {[number, string, string]} */ (UNITS[language].find(([size]) => seconds % size === 0));
  const amount = seconds / size;
  return `${amount} ${amount === 1 ? one : several}`;
}

/** With "And" where the keyword is the one before. @param {Step[]} steps @param {"en" | "sv"} language */
function layOut(steps, language) {
  const words = KEYWORDS[language];
  /** @type {Keyword | ""} */
  let before = "";
  return steps
    .map((step) => {
      if ("comment" in step) return `# ${step.comment}`;
      const line = step.keyword === before ? `${words.and} ${step.text}` : `${words[step.keyword]} ${step.first}`;
      before = step.keyword;
      return line;
    })
    .join("\n");
}
