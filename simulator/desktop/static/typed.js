/**
 * What somebody typed or pasted, as it looks: what cannot be seen does not count, in any field. The back end does the same in
 * simulator/domain/typed.py; a test holds the two together.
 */

const UNSEEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
const SPACES = /[\t-\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu;

/**
 * The text without what cannot be seen, every kind of space being a plain one, and none at either end.
 * @param {string} text
 */
export function visible(text) {
  return text.replace(UNSEEN, "").replace(SPACES, " ").replace(/^ +| +$/g, "");
}
