// What the page's scripts find on it: `report.html.jinja`, `parts.jinja` and `review.jinja` have it so.

/** The elements that are on every page, or in every page of that kind, by their ids. */
interface Parts {
  theme: HTMLButtonElement;
  filter: HTMLFormElement | null;
  search: HTMLInputElement;
  rows: HTMLElement;
  none: HTMLElement;
  clear: HTMLButtonElement;
  strip: HTMLElement | null;
  scenarios: HTMLElement;
  "shown-en": HTMLOutputElement;
  "shown-sv": HTMLOutputElement;
  viewer: HTMLDialogElement;
  "viewer-ways": HTMLElement;
  "viewer-gone": HTMLElement;
  "viewer-stage": HTMLElement;
  "viewer-text": HTMLElement;
  "viewer-baseline": HTMLImageElement;
  "viewer-picture": HTMLImageElement;
  "viewer-difference": HTMLImageElement;
  "viewer-previous": HTMLButtonElement;
  "viewer-next": HTMLButtonElement;
  "viewer-close": HTMLButtonElement;
  review: HTMLElement;
  "review-data": HTMLScriptElement | null;
  "review-words": HTMLTemplateElement;
  "review-block": HTMLTemplateElement;
  "review-claim": HTMLTemplateElement;
  "review-bar": HTMLTemplateElement;
  "review-next": HTMLButtonElement;
  reviewer: HTMLInputElement;
}

interface ById {
  <Id extends keyof Parts>(id: Id): Parts[Id];
  (id: string): HTMLElement | null;
}

/** Everything below `from` that the selector takes, in the page's order. */
type All = <Found extends Element = HTMLElement>(selector: string, from?: ParentNode) => Found[];

/** A scenario on the page. */
interface Row extends HTMLDetailsElement {
  dataset: DOMStringMap & { status: string; language: string; weight: string; ms: string; feature: string; tag: string; found: string };
}

/** The small picture of a step. */
interface Thumb extends HTMLButtonElement {
  firstElementChild: HTMLImageElement;
  dataset: DOMStringMap & { picture: string; text: string };
}

type Language = "en" | "sv";
type Order = "status" | "name" | "feature" | "rule" | "language" | "changed" | "duration";

/** The review status of a claim or scenario, as in the page and from the server. */
interface ReviewStatus {
  status: "none" | "approved" | "change asked" | "lapsed";
  word: string | null;
  comment: string;
  by?: string | null;
  at?: string | null;
  lapses: Lapse[];
}

interface Lapse {
  what: string;
  scenario?: string | null;
}

type Known = Record<"claim" | "scenario", Record<string, ReviewStatus>>;

/** The review status, as the texts and colours name it. */
type Short = "none" | "approved" | "requested" | "lapsed";

/** A claim or scenario that can be decided on, and what is drawn of it. */
interface Thing {
  kind: "claim" | "scenario";
  id: string;
  element: HTMLElement;
  approvable: boolean;
  chip?: HTMLElement | null;
  line?: HTMLDetailsElement;
  block?: HTMLElement;
}

/** A refusal of the server in both languages. */
type Refusal = Record<Language, string>;
