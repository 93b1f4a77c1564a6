/**
 * An editable combobox with a listbox that filters while typing (the combobox pattern of the ARIA Authoring Practices).
 * Its state is the typed text; its user stores the chosen value and gets changes by the event `choose`.
 */
import { LitElement, html, ifDefined, live, nothing } from "../../vendor/lit-3.3.3.js";
import { byLabel } from "../../text/search.js";
import { chevron, cross, tick, warning } from "./icons.js";

/** @typedef {{value: string, label: string, detail?: string}} Option */

let instances = 0;

export class SearchableSelect extends LitElement {
  static properties = {
    label: {},
    options: {},
    value: {},
    problem: {},
    placeholder: {},
    disabled: {},
    required: {},
    clearable: {},
    search: {},
    text: {},
    typed: { state: true },
    open: { state: true },
    active: { state: true },
  };

  constructor() {
    super();
    instances += 1;
    this.key = `combobox-${instances}`;
    this.label = "";
    /** @type {Option[]} */
    this.options = [];
    this.value = "";
    this.problem = "";
    this.placeholder = "";
    this.disabled = false;
    this.required = false;
    this.clearable = false;
    /** Finds the options that fit the typed text, best first; null where the text is not searchable yet. @type {(typed: string, options: any[]) => Option[] | null} */
    this.search = byLabel;
    /** @type {import("../../text/text.js").Text} */
    this.text = (key) => key;
    /** What the search found for what is typed; null while the list shows everything. @type {Option[] | null} */
    this.found = null;
    /** What is being typed, or null while the box shows the chosen option. @type {string | null} */
    this.typed = null;
    this.open = false;
    this.active = -1;
    this.follow = () => this.place();
  }

  createRenderRoot() {
    return this;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.listen(false);
  }

  get chosen() {
    return this.options.find((option) => option.value === this.value);
  }

  get shown() {
    return this.found ?? this.options;
  }

  get box() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (this.typed !== null && (changed.has("options") || changed.has("search"))) this.look(this.typed);
  }

  render() {
    const { key, label, text, open, shown, chosen } = this;
    const activeId = open && shown[this.active] ? `${key}-${shown[this.active].value}` : undefined;
    return html`
      <label for=${key}>${label}</label>
      <div class="field ${this.problem ? "invalid" : ""}">
        <input
          id=${key}
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${open ? "true" : "false"}
          aria-controls="${key}-list"
          aria-activedescendant=${ifDefined(activeId)}
          aria-required=${this.required ? "true" : "false"}
          aria-invalid=${this.problem ? "true" : "false"}
          aria-describedby=${ifDefined(this.problem ? `${key}-problem` : undefined)}
          placeholder=${this.placeholder}
          ?disabled=${this.disabled}
          .value=${live(this.typed ?? labelled(chosen))}
          @input=${this.type}
          @keydown=${this.press}
          @click=${() => this.unfold()}
          @focus=${(/** @type {FocusEvent} */ event) => /** @type {HTMLInputElement} */ (event.target).select()}
          @blur=${() => this.fold()}
        />
        ${
          this.clearable && !this.disabled && (this.value || this.typed)
            ? html`<button type="button" class="quiet" aria-label=${text("station.clear", { label })} @click=${this.clear}>${cross}</button>`
            : nothing
        }
        <button
          type="button"
          class="quiet chevron ${open ? "up" : ""}"
          tabindex="-1"
          aria-label=${text("station.toggle", { label })}
          aria-expanded=${open ? "true" : "false"}
          aria-controls="${key}-list"
          ?disabled=${this.disabled}
          @mousedown=${keepFocus}
          @click=${this.toggle}
        >
          ${chevron}
        </button>
      </div>
      <div class="list" popover="manual" @mousedown=${keepFocus}>
        <ul id="${key}-list" role="listbox" aria-label=${label}>
          ${open ? shown.map((option, index) => this.row(option, index)) : nothing}
        </ul>
        ${open && shown.length === 0 ? html`<p class="empty">${text("list.none")}</p>` : nothing}
      </div>
      <p class="unseen" role="status">${open && this.found ? this.count(shown.length) : nothing}</p>
      ${this.problem ? html`<p class="problem" id="${key}-problem">${warning}${this.problem}</p>` : nothing}
    `;
  }

  /** @param {number} count */
  count(count) {
    return count ? this.text("list.some", { count: String(count) }) : this.text("list.none");
  }

  /** @param {Option} option @param {number} index */
  row(option, index) {
    const chosen = option.value === this.value;
    return html`<li
      id="${this.key}-${option.value}"
      role="option"
      class=${index === this.active ? "active" : ""}
      aria-selected=${chosen ? "true" : "false"}
      @click=${() => this.choose(option)}
    >
      <span class="name">${option.label}</span> ${option.detail ? html`<span class="detail">${option.detail}</span>` : nothing}
      ${chosen ? tick : nothing}
    </li>`;
  }

  updated() {
    const list = /** @type {HTMLElement} */ (this.querySelector(".list"));
    if (list.matches(":popover-open") !== this.open) {
      if (this.open) list.showPopover();
      else list.hidePopover();
      this.listen(this.open);
    }
    if (this.open) {
      this.place();
      this.querySelector("li.active")?.scrollIntoView({ block: "nearest" });
    }
  }

  /** Puts the list below the box, or above it where there is more room. */
  place() {
    const list = /** @type {HTMLElement} */ (this.querySelector(".list"));
    const rows = /** @type {HTMLElement} */ (list.querySelector("ul"));
    const field = /** @type {HTMLElement} */ (this.querySelector(".field")).getBoundingClientRect();
    const below = innerHeight - field.bottom;
    const above = field.top;
    const upwards = below < 220 && above > below;
    list.style.left = `${field.left}px`;
    list.style.width = `${field.width}px`;
    rows.style.maxHeight = `${Math.min(320, (upwards ? above : below) - 16)}px`;
    list.style.top = upwards ? "auto" : `${field.bottom + 4}px`;
    list.style.bottom = upwards ? `${innerHeight - field.top + 4}px` : "auto";
  }

  /** @param {boolean} on */
  listen(on) {
    const listen = on ? addEventListener : removeEventListener;
    listen("resize", this.follow);
    listen("scroll", this.follow, true);
  }

  unfold() {
    if (this.open || this.disabled) return;
    this.open = true;
    this.active = this.shown.findIndex((option) => option.value === this.value);
  }

  /** Closes the list and discards the typed text: the box shows the chosen option again. */
  fold() {
    this.typed = null;
    this.found = null;
    this.open = false;
    this.active = -1;
  }

  toggle() {
    if (this.open) this.fold();
    else {
      this.box.focus();
      this.unfold();
    }
  }

  clear() {
    this.fold();
    this.report("");
    this.box.focus();
  }

  /** @param {Option} option */
  choose(option) {
    this.fold();
    this.report(option.value);
  }

  /** @param {string} value */
  report(value) {
    if (value !== this.value) this.dispatchEvent(new CustomEvent("choose", { detail: value }));
  }

  /** @param {InputEvent} event */
  type(event) {
    this.typed = /** @type {HTMLInputElement} */ (event.target).value;
    this.look(this.typed);
    this.open = true;
  }

  /** Searches; Enter takes the best match. @param {string} typed */
  look(typed) {
    this.found = this.search(typed, this.options);
    this.active = this.found?.length ? 0 : -1;
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const { shown, active, open } = this;
    const last = shown.length - 1;
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowDown: () => (open ? this.move(active < last ? active + 1 : 0) : this.unfold()),
      ArrowUp: () => (open ? this.move(active > 0 ? active - 1 : last) : this.unfold()),
      ...(open && {
        PageDown: () => this.move(Math.min(last, active + 8)),
        PageUp: () => this.move(Math.max(0, active - 8)),
        Enter: () => (shown[active] ? this.choose(shown[active]) : undefined),
        Escape: () => this.fold(),
      }),
    };
    const act = keys[event.key];
    // A key that goes to an input method composes text; it neither moves nor takes anything.
    if (!act || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  }

  /** @param {number} index */
  move(index) {
    this.active = index;
  }
}

/** @param {Option | undefined} option */
function labelled(option) {
  if (!option) return "";
  return option.detail ? `${option.label} (${option.detail})` : option.label;
}

/** @param {MouseEvent} event */
function keepFocus(event) {
  event.preventDefault();
}

customElements.define("searchable-select", SearchableSelect);
