/** How numbers are told. What nobody knows is a dash, never a zero. */

export const NOTHING = '–';

/** As British English shortens them. Not by `Intl`: its first use took 20 ms, longer than any drawing of the page. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** @param {number | null | undefined} share within 0 and 1 */
export function percent(share) {
  if (share === null || share === undefined) return NOTHING;
  // 99.97 must not be told as 100, nor 0.03 as 0.
  const rounded = Math.round(share * 1000) / 10;
  if (rounded === 100 && share < 1) return '99.9\u202f%';
  if (rounded === 0 && share > 0) return '0.1\u202f%';
  return `${rounded.toFixed(rounded === 100 || rounded === 0 ? 0 : 1)}\u202f%`;
}

/** @param {number | null | undefined} ms */
export function seconds(ms) {
  if (ms === null || ms === undefined) return NOTHING;
  if (ms < 1000) return `${Math.round(ms)}\u202fms`;
  return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)}\u202fs`;
}

/** @param {number | null | undefined} usd */
export function dollars(usd) {
  if (usd === null || usd === undefined) return NOTHING;
  return `$${usd.toFixed(usd < 1 ? 3 : 2)}`;
}

/** @param {number | null | undefined} n */
export function count(n) {
  return n === null || n === undefined ? NOTHING : String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** @param {string | number} at @returns {string} to the second, in UTC */
export function clock(at) {
  return new Date(at).toISOString().slice(11, 19);
}

/** @param {string | number} at @returns {string} day and minute, in UTC */
export function when(at) {
  const date = new Date(at);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}, ${date.toISOString().slice(11, 16)}`;
}

/** @param {number} ms how old something is, in words */
export function age(ms) {
  const s = Math.max(0, Math.round(ms / 1000));
  if (s < 90) return `${s} seconds`;
  const minutes = Math.round(s / 60);
  if (minutes < 90) return `${minutes} minutes`;
  return `${Math.round(minutes / 60)} hours`;
}
