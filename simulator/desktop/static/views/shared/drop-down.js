/**
 * A button and the panel or menu it opens: closes on Escape and on a click outside it (a popover), and, being a menu, moves with the arrow keys.
 * Its user draws the content: first the button, then the element with `popover`.
 */
export class DropDown extends HTMLElement {
  /** The browser opens and closes the popover: it knows a click on the opener from a click outside, which would close it first. */
  connectedCallback() {
    this.opener.popoverTargetElement = this.drop;
    this.addEventListener("click", this);
    this.addEventListener("keydown", this);
    this.addEventListener("toggle", this, true);
  }

  get opener() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("button"));
  }

  get drop() {
    return /** @type {HTMLElement} */ (this.querySelector("[popover]"));
  }

  get items() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.drop.querySelectorAll("[role^=menuitem]"))];
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.type === "toggle") this.toggled(/** @type {ToggleEvent} */ (event).newState === "open");
    else if (event instanceof KeyboardEvent) this.press(event);
    else if (target.closest("[role^=menuitem]")) this.drop.hidePopover();
  }

  /** @param {boolean} open */
  toggled(open) {
    this.opener.setAttribute("aria-expanded", String(open));
    if (!open) return;
    const { bottom, right } = this.opener.getBoundingClientRect();
    this.drop.style.top = `${bottom + 10}px`;
    this.drop.style.right = `${Math.max(8, document.documentElement.clientWidth - right)}px`;
    (this.items.find((item) => item.ariaChecked === "true") ?? this.items[0] ?? this.drop).focus();
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const { items, opener } = this;
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const opening = event.target === opener && items.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp");
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (opening) this.drop.showPopover();
    else if (at >= 0 && next !== undefined) items[(next + items.length) % items.length].focus();
    else if (at >= 0 && event.key === "Tab") this.drop.hidePopover();
    else return;
    if (event.key !== "Tab") event.preventDefault();
  }
}

customElements.define("drop-down", DropDown);
