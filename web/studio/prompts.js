/** Words of before, the newest first, on this machine only. */
import {jot, recall} from './keep/keep.js';

const PLACE = 'easel.prompts';
const MOST = 30;

let at = -1;
let begun = '';

/** @returns {string[]} */
export function all() {
  try {
    const known = JSON.parse(recall(PLACE) ?? '[]');
    return Array.isArray(known) ? known.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** @param {string} words */
export function remember(words) {
  at = -1;
  const text = words.trim();
  if (text) jot(PLACE, JSON.stringify([text, ...all().filter((each) => each !== text)].slice(0, MOST)));
}

/** One further back, or forward again to what was being written. @param {1 | -1} by @param {string} now */
export function step(by, now) {
  const known = all();
  if (at >= 0 && known[at] !== now) at = -1;
  if (at < 0) begun = now;
  at = Math.max(-1, Math.min(known.length - 1, at + by));
  return at < 0 ? begun : known[at];
}
