/** The marks of states: a shape first, a word beside it, colour last. */
import {html, svg} from '../vendor/lit-html/lit-html.js';

const TICK = svg`<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5"/>
  <path d="m5 8.2 2.1 2.1L11 6" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>`;
const BANG = svg`<path d="M8 1.8 15 14H1z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/>
  <path d="M8 6v4" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/><circle cx="8" cy="12" r="0.9" fill="currentColor"/>`;
const CROSS = svg`<path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2L1.5 10.8V5.2z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/>
  <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/>`;
const DASHED = svg`<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.6 2"/>`;

/** @type {Record<string, ReturnType<typeof svg>>} */
const SHAPES = {pass: TICK, warn: BANG, fail: CROSS, none: DASHED};

/** @param {'pass' | 'warn' | 'fail' | 'none'} kind */
export function mark(kind) {
  return html`<svg class="mark ${kind}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${SHAPES[kind]}</svg>`;
}

/** @param {string} state a provider's @returns {'pass' | 'warn' | 'fail' | 'none'} */
export function markOfState(state) {
  if (state === 'healthy') return 'pass';
  return state === 'degraded' ? 'warn' : 'none';
}

/** @param {string} result a run's @returns {'pass' | 'fail' | 'none'} */
export function markOfResult(result) {
  if (result === 'success') return 'pass';
  return ['running', 'over_budget', 'not_configured'].includes(result) ? 'none' : 'fail';
}
