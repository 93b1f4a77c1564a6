/** Which browser this is, as far as it matters: Desktop calling works in Google Chrome only (AD-068). */

/** Names in a user agent that other browsers add to Chrome's own. */
const OTHERS = /\b(?:Edg|EdgA|EdgiOS|OPR|Opera|Vivaldi|YaBrowser|SamsungBrowser|CriOS|HeadlessChrome|Electron)\b/;

/**
 * Whether this is Google Chrome: by its brands where the browser has them, else by its user agent.
 * @param {{userAgent: string, userAgentData?: {brands: {brand: string}[]}}} [browser]
 */
export function isGoogleChrome({ userAgent, userAgentData } = /** @type {any} */ (navigator)) {
  if (userAgentData?.brands.length) return userAgentData.brands.some(({ brand }) => brand === "Google Chrome");
  return /\bChrome\/\d/.test(userAgent) && !OTHERS.test(userAgent);
}
