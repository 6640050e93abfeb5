/** Says each change of state once, for those who hear the page, and never percentages; and leads them on. */
/** @import {Run, State} from './store.js' */
import {badge, PHASES, phaseOf} from './verdict.js';
import {courseWords} from './view/recipe.js';

/** @param {HTMLElement} region @param {State} state @param {State} before */
export function announce(region, state, before) {
  const words = news(state, before);
  if (words && words !== region.textContent) region.textContent = words;
}

let course = '';

/** @param {State} state @param {State} before */
function news(state, before) {
  if (state.told && state.told !== before.told) return state.told.words;
  const step = courseWords(state);
  if (step !== course) return (course = step);
  if (state.sending && !before.sending) return `${state.sending.name} is on its way`;
  if (state.photo && state.photo.src !== before.photo?.src) return `${state.photo.name} is ready`;
  if (state.photoTrouble && state.photoTrouble !== before.photoTrouble) return `${state.photoTrouble.title}. ${state.photoTrouble.detail ?? ''}`;
  return state.run ? ofRun(state, before) : '';
}

/** @param {State} state @param {State} before */
function ofRun({run, now}, before) {
  if (!run) return '';
  const is = said(run, now);
  return before.run && before.run.since === run.since && said(before.run, before.now) === is ? '' : is;
}

/** @param {Run} run @param {number} now */
function said(run, now) {
  if (run.trouble && run.generation) return `${run.trouble.title}. ${run.trouble.detail ?? ''}`;
  const phase = phaseOf(run);
  const judged = badge(run.generation, run.checkingSince ? now - run.checkingSince : 0);
  if (phase === 'done') return `Done. ${judged.words}`;
  if (phase === 'checking') return judged.state === 'incomplete' ? judged.words : 'The picture is here. Checking quality';
  return PHASES[phase];
}

/** @param {string} selector of what is drawn by then */
export function focus(selector) {
  setTimeout(() => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus(), 0);
}
