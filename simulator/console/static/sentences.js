/**
 * The sentences of the features for what is done in the console, in both languages. `given` is for what was done before,
 * `when` for what is done last. tests/simulator/console/test_sentences.py holds each to exactly one step definition.
 */

/** `svFirst` is the word order of Swedish right after the keyword; without it that of `sv` is right there too. @typedef {{en: string, sv: string, svFirst?: string}} Sentence */
/** @typedef {"given" | "when" | "then"} Keyword */

/** @type {Record<string, Partial<Record<Keyword, Sentence>>>} */
export const SENTENCES = {
  signedIn: {
    given: { en: '{person} is signed in with the number "{number}"', sv: '{person} är inloggad med numret "{number}"' },
  },
  available: {
    given: { en: "{person} has become Available", sv: "{person} har ändrat tillgängligheten till Tillgänglig" },
  },
  passed: {
    given: { en: "{duration} have passed", sv: "det har gått {duration}" },
  },
  calls: {
    given: { en: "a customer has called", sv: "en kund har ringt" },
    when: { en: "a customer calls", sv: "en kund ringer" },
  },
  hangsUp: {
    given: { en: "the customer has hung up", sv: "kunden har lagt på" },
    when: { en: "the customer hangs up", sv: "kunden lägger på" },
  },
  answers: {
    when: { en: "{person} answers the phone", sv: "{person} svarar i telefonen" },
  },
  somebodyAnswers: {
    when: { en: 'somebody answers the phone "{number}"', sv: 'någon svarar i telefonen "{number}"' },
  },
  declines: {
    when: { en: "{person} declines the call at the phone", sv: "{person} avvisar samtalet i telefonen" },
  },
  notReady: {
    given: { en: "{whose} phone is not ready", sv: "{whose} telefon är inte redo", svFirst: "{whose} telefon inte är redo" },
  },
  ready: {
    given: { en: "{whose} phone has become ready", sv: "{whose} telefon har blivit redo" },
  },
  monitors: {
    when: { en: "{person} asks to monitor the conversation", sv: "{person} begär att övervaka konversationen" },
  },
  resumesMonitoring: {
    when: { en: "{person} resumes monitoring", sv: "{person} återupptar övervakningen" },
  },
  endsMonitoring: {
    given: { en: "{person} has ended monitoring", sv: "{person} har avslutat övervakningen" },
    when: { en: "{person} ends monitoring", sv: "{person} avslutar övervakningen" },
  },
  rings: {
    then: { en: 'the phone "{number}" rings', sv: 'det ringer i telefonen "{number}"', svFirst: 'ringer det i telefonen "{number}"' },
  },
  silent: {
    then: { en: "no phone rings", sv: "det ringer inte i någon telefon", svFirst: "ringer det inte i någon telefon" },
  },
};

/** @type {Record<"en" | "sv", Record<Keyword | "and", string>>} */
export const KEYWORDS = {
  en: { given: "Given", when: "When", then: "Then", and: "And" },
  sv: { given: "Givet att", when: "När", then: "Så", and: "Och" },
};

/** The people whom sentences can name. */
export const PEOPLE = ["Ada", "Bo", "Signe", "Lars"];

/** @type {Record<"en" | "sv", [number, string, string][]>} the seconds of each unit, the word for one and for several */
export const UNITS = {
  en: [[3_600, "hour", "hours"], [60, "minute", "minutes"], [1, "second", "seconds"]],
  sv: [[3_600, "timme", "timmar"], [60, "minut", "minuter"], [1, "sekund", "sekunder"]],
};
