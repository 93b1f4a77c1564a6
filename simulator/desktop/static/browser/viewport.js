/**
 * The size of the display and the zoom of the browser (AD-002 to AD-005), as the page can know them.
 *
 * Too small is 500 CSS pixels or fewer in either direction. Zoom is the number of the window's own pixels in one of the page's: outer width
 * to inner width. The pixel density does not show it, because it differs between screens at 100 %.
 */

/** @typedef {import("../state/state.js").Display} Display */

const TOO_FEW_PIXELS = 500;
const TOO_SMALL = `(max-width: ${TOO_FEW_PIXELS}px), (max-height: ${TOO_FEW_PIXELS}px)`;

/** The steps that browsers zoom in (Chromium's and Firefox's). */
const STEPS = [25, 30, 33, 50, 67, 75, 80, 90, 100, 110, 120, 125, 133, 150, 170, 175, 200, 240, 250, 300, 400, 500];

/** A window may have a frame of so many pixels that belongs to its outer width; rounding makes up the rest. */
const FRAME = 16;
const ROUNDING = 0.02;

/** Below this inner width a window no longer follows its page, and the two widths are not comparable. */
const NARROWEST = 500;

/**
 * @param {{outerWidth: number, innerWidth: number, devicePixelRatio: number}} window
 * @returns {number} per cent; 100 too when the widths differ for another reason, as with developer tools at the side
 */
export function zoomOf({ outerWidth, innerWidth, devicePixelRatio }) {
  if (innerWidth < NARROWEST || outerWidth === 0) return 100;
  const left = (/** @type {number} */ step) => outerWidth - (innerWidth * step) / 100;
  const fits = (/** @type {number} */ step) => left(step) >= -ROUNDING * outerWidth && left(step) <= FRAME + ROUNDING * outerWidth;
  // What the screen's density would be at that zoom; screens have at least one pixel of their own for each of the page's.
  const plausible = (/** @type {number} */ step) => (devicePixelRatio * 100) / step > 1 - 2 * ROUNDING;
  if (fits(100)) return 100;
  const steps = STEPS.filter((step) => fits(step) && plausible(step));
  return steps.sort((a, b) => Math.abs(left(a)) - Math.abs(left(b)))[0] ?? 100;
}

/** @returns {Display} */
export function display() {
  return { small: matchMedia(TOO_SMALL).matches, zoom: zoomOf(window) };
}

/** @param {(display: Display) => void} onChange called whenever size or zoom has changed */
export function watchDisplay(onChange) {
  let known = display();
  const look = () => {
    const now = display();
    if (now.small === known.small && now.zoom === known.zoom) return;
    known = now;
    onChange(now);
  };
  addEventListener("resize", look);
  const watchDensity = () => {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      "change",
      () => {
        look();
        watchDensity();
      },
      { once: true },
    );
  };
  watchDensity();
  // After a reload, Chromium may know the width of its window only with one of the next frames, and says so with no event.
  const lookUntilKnown = () => {
    look();
    if (outerWidth === 0) requestAnimationFrame(lookUntilKnown);
  };
  requestAnimationFrame(lookUntilKnown);
}
