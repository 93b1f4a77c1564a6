/**
 * The focus stays with the person who works by keyboard: a button that is disabled while what it does is under way has the focus again
 * afterwards, and where a control is gone, the page that it was on has it. Without that, the browser begins again at the top.
 */

/** The control that had the focus last, and all that it was in. @type {HTMLElement[]} */
let path = [];

/** Keeps the focus in `root`, whose content is drawn again and again. @param {HTMLElement} root */
export function keepFocus(root) {
  root.addEventListener("focusin", ({ target }) => (path = upwards(/** @type {HTMLElement} */ (target))));
  // Who clicks beside every control has left it; a click on one brings it the focus right after.
  addEventListener("pointerdown", () => (path = []), { capture: true });
  new MutationObserver(restore).observe(root, { subtree: true, childList: true, attributeFilter: ["disabled"] });
}

/** @param {HTMLElement} element */
function upwards(element) {
  const found = [element];
  for (let above = element.parentElement; above; above = above.parentElement) found.push(above);
  return found;
}

function restore() {
  const { activeElement, body } = document;
  const [control] = path;
  if (!control || (activeElement && activeElement !== body)) return;
  if (!control.isConnected) (path.find(canHave) ?? document.getElementById("page"))?.focus();
  else if (!control.matches(":disabled")) control.focus();
}

/** @param {HTMLElement} element */
function canHave(element) {
  return element.isConnected && element.tabIndex === -1 && element.hasAttribute("tabindex");
}
