/** One workflow: the stage, which holds the photo, then the result, in the same box; and what goes with it at the side. */
/** @import {Workflow} from '../api.js' */
/** @import {State} from '../store.js' */
/** @import {Acts} from './app.js' */
/** @import {Made} from './result.js' */
import {html, nothing} from '../../vendor/lit-html/lit-html.js';
import {isOpen, phaseOf, pictures} from '../verdict.js';
import {form} from './form.js';
import {icon} from './icons.js';
import {told} from './notice.js';
import {resultBar, resultPanel, resultStatus, resultView} from './result.js';
import {runBar, runPanel} from './run-panel.js';
import {stageStatus, stageView} from './stage.js';
import {tools} from './tools.js';
import {PAGE, strip, versionsPage} from './versions.js';

/** @param {State} state @param {Acts} acts */
export function configure(state, acts) {
  if (state.workflow === PAGE) return versionsPage(state, acts);
  const workflow = state.workflows?.find((each) => each.id === state.workflow);
  return html`
    <div class="bench">
      <header class="title">
        <button class="btn back" type="button" data-act="back" @click=${acts.back}>${icon('back')}Back</button>
        <h1 tabindex="-1">${workflow?.label ?? (state.workflows ? 'This is not offered here' : 'One moment')}</h1>
        ${told(state, acts)}
      </header>
      ${workflow ? bench(workflow, state, acts) : nothing}
    </div>`;
}

/** @param {Workflow} workflow @param {State} state @param {Acts} acts */
function bench(workflow, state, acts) {
  const {run} = state;
  const phase = run ? phaseOf(run) : null;
  const shots = pictures(run?.generation, state.workflows);
  const shown = shots[run?.chosen ?? 0];
  const made = shown?.output ? /** @type {Made} */ (shown) : null;
  const done = made !== null;
  const waits = !done && phase !== null && isOpen(phase);
  // A set is shown part by part, as its parts come.
  const told = done || (shots.length > 1 && phase !== 'cancelled');
  return html`
    <section class="stage" aria-label=${done ? 'The picture' : 'The photo'} data-phase=${phase ?? 'ready'} data-result=${done ? 'true' : 'false'}>
      <div class="bar">${made ? resultBar(workflow, made, state) : waits ? runBar(state) : tools(workflow, state)}</div>
      <div class="view">
        <div class="host" ?hidden=${done} ?inert=${waits}></div>
        ${made ? resultView(workflow, made, state) : stageView(workflow, state)}
        <div class="thin" ?hidden=${!waits}></div>
      </div>
      <div class="status">${made ? resultStatus(made, state) : stageStatus(workflow, state)}</div>
      ${strip(state, acts)}
    </section>
    <div class="side">
      ${told ? resultPanel(workflow, shots, state, acts) : waits ? runPanel(state, acts) : form(workflow, state, acts)}
    </div>`;
}
