/**
 * What went wrong, as a person would want to hear it.
 *
 * @typedef {object} Trouble
 * @property {string} title
 * @property {string} [detail]
 * @property {string} [field] what has to be looked at
 * @property {string} [requestId] for whoever is asked for help
 * @property {number} [until] milliseconds; before that it cannot succeed
 * @property {boolean} [calm] nothing went wrong: it was wanted so
 * @property {boolean} [again] the same may be tried once more
 */
import {Problem} from './api.js';

/** Nobody answers: whether anything arrived is not known. */
const SILENCE = {
  title: 'There was no answer',
  detail: 'Check the connection. If it arrived after all, trying again does nothing twice.',
  again: true,
};

/** @param {unknown} error @param {number} now @returns {Trouble} */
export function troubleOf(error, now) {
  if (!(error instanceof Problem)) {
    console.error(error);
    return {title: 'Something went wrong on this page', detail: 'Reload it and go on from there.'};
  }
  if (error.status === 0) return SILENCE;
  if (error.model) console.error(error.model);
  const waits = error.status === 429 || error.status === 503;
  return {
    title: error.title,
    detail: waits && error.retryAfter > 0 ? firstSentence(error.detail) : readable(error),
    requestId: error.requestId,
    until: waits && error.retryAfter > 0 ? now + error.retryAfter * 1000 : undefined,
    again: error.status >= 500 || error.retryable,
  };
}

/** The wait is shown running, not as it was. @param {string} detail */
function firstSentence(detail) {
  return detail.split(/(?<=\.)\s/, 1)[0];
}

/** Pointers are for programs. @param {Problem} error */
function readable(error) {
  if (error.violations.length === 0) return error.detail;
  return error.violations
    .map(({pointer, reason}) => `${NAMES[pointer] ?? 'The order'} ${reason}.`)
    .join(' ');
}

/** @type {Record<string, string>} */
const NAMES = {
  '/inputs/image': 'The photo',
  '/inputs/mask': 'The painted area',
  '/inputs/references': 'The reference',
  '/prompt': 'The description',
  '/pin': 'The point',
  '/aspect_ratio': 'The shape',
  '/tier': 'The resolution',
};
