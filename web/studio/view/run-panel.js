/** While a run is under way: what it is doing, for how long, and how it is stopped. */
/** @import {Run, State} from '../store.js' */
/** @import {Phase} from '../verdict.js' */
/** @import {Acts} from './app.js' */
import {html, nothing} from '../../vendor/lit-html/lit-html.js';
import {PHASES, phaseOf} from '../verdict.js';
import {clock} from '../words.js';
import {icon} from './icons.js';
import {notice} from './notice.js';
import {tierChip} from './tools.js';

/** @type {Phase[]} */
const STEPS = ['uploading', 'queued', 'running', 'saving', 'checking'];

/** @param {State} state */
export function runBar({run, now, draft}) {
  if (!run) return nothing;
  const tier = run.generation?.tier ?? draft.tier;
  return html`<p class="lead"><strong>${PHASES[phaseOf(run)]}</strong> <span class="elapsed">${clock(now - run.since)}</span></p>
    <span class="gap"></span>${tierChip(tier, `${tier} was asked for`)}`;
}

/** @param {State} state @param {Acts} acts */
export function runPanel({run}, acts) {
  if (!run) return nothing;
  const phase = phaseOf(run);
  const at = STEPS.indexOf(phase === 'doubtful' ? 'running' : phase);
  return html`
    <section class="panel running" aria-labelledby="run-title">
      <h2 id="run-title" tabindex="-1">Under way</h2>
      <ol class="steps">${STEPS.map((step, i) => html`
        <li data-step=${step} data-state=${i < at ? 'past' : i === at ? 'now' : 'ahead'} aria-current=${i === at ? 'step' : nothing}>
          ${icon(i < at ? 'pass' : i === at ? 'clock' : 'none')}<span>${PHASES[step]}</span></li>`)}</ol>
      ${phase === 'doubtful' ? html`<p class="small">The line broke while it was handed over. It is asked after before anything is sent again, so that nothing is paid twice.</p>` : nothing}
      ${notice(run.trouble, {again: acts.lookAgain})}
      <div class="go">${cancelling(run, acts)}</div>
    </section>`;
}

/** The way to stop it, and what it still costs. @param {Run} run @param {Acts} acts */
export function cancelling(run, acts) {
  return html`
    <button class="btn" type="button" data-act="cancel" aria-disabled=${run.cancelling ? 'true' : nothing} aria-describedby="cancel-cost" @click=${acts.cancel}>
      ${run.cancelling ? 'Stopping' : 'Cancel'}</button>
    <p class="small quiet" id="cancel-cost">${run.id
      ? 'Stopping gives no run back. What has begun may be charged all the same.'
      : 'Nothing has been ordered yet: stopping costs nothing.'}</p>`;
}
