/**
 * Where one works: the stage that holds the photo, then the result, in the same box; and at the side what goes with it, which
 * is words, references, shape, resolution, and Apply, with what stands in its way beside it.
 */
/** @import {Workflow} from '../api.js' */
/** @import {Draft, Run, State} from '../store.js' */
/** @import {Trouble} from '../trouble.js' */
/** @import {Acts} from './app.js' */
/** @import {Made} from './result.js' */
import {html, nothing} from '../../vendor/lit-html/lit-html.js';
import {cardOf, takes} from '../catalog.js';
import * as prompts from '../prompts.js';
import {edit, get, update} from '../store.js';
import {addReferences, mostReferences, removeReference, TYPES} from '../photo.js';
import {costWords, isOpen, phaseOf, pictures} from '../verdict.js';
import {count} from '../words.js';
import {icon, shapeIcon} from './icons.js';
import {notice} from './notice.js';
import {coursePanel} from './recipe.js';
import {resultBar, resultPanel, resultStatus, resultView, runBar, runPanel} from './result.js';
import {byNumbers, stageStatus, stageView, tools} from './stage.js';
import {strip} from './versions.js';

/** @param {Workflow} workflow @param {State} state @param {Acts} acts */
export function bench(workflow, state, acts) {
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
        ${made ? resultView(workflow, made, state) : stageView(workflow, state, acts)}
        <div class="thin" ?hidden=${!waits}></div>
      </div>
      <div class="status">${made ? resultStatus(made, state) : stageStatus(workflow, state)}</div>
      ${strip(state, acts)}
    </section>
    <div class="side">
      ${told ? resultPanel(workflow, shots, state, acts) : waits ? runPanel(state, acts) : form(workflow, state, acts)}
      ${coursePanel(state, acts)}
    </div>`;
}

/** @param {Workflow} workflow @param {State} state @param {Acts} acts */
function form(workflow, state, acts) {
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    prompts.remember(get().draft.prompt);
    acts.apply();
  };
  return html`
    <form class="panel order" novalidate @submit=${submit} aria-label="What to do">
      ${notice(state.photoTrouble, {now: state.now})}
      ${byNumbers(workflow, state)}
      ${takes(workflow, 'prompt') ? prompt(workflow, state) : nothing}
      ${takes(workflow, 'reference') ? referenceField(workflow, state) : nothing}
      ${takes(workflow, 'aspect_ratio') ? shape(workflow, state) : nothing}
      ${parts(workflow, state)}
      ${tier(workflow, state)}
      ${applyBar(workflow, state, acts)}
    </form>`;
}

/** @param {Partial<Draft>} change @param {string} field a complaint about it is over */
function set(change, field) {
  if (get().trouble?.field === field) update({trouble: null});
  edit(change);
}

/** @param {Workflow} workflow @param {State} state */
function prompt(workflow, {draft, limits}) {
  const {prompt: label = 'What do you want?', hint = ''} = cardOf(workflow);
  const optional = !workflow.requires.includes('prompt');
  const most = limits?.fixed?.prompt_characters ?? 4000;
  const earlier = prompts.all();
  const keys = (/** @type {KeyboardEvent} */ event) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    set({prompt: prompts.step(event.key === 'ArrowUp' ? 1 : -1, get().draft.prompt)}, 'prompt');
  };
  return html`
    <div class="field" data-field="prompt">
      <label for="prompt">${label}${optional ? html` <span class="quiet">(optional)</span>` : nothing}</label>
      <textarea id="prompt" rows="3" maxlength=${most} placeholder=${hint} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown" .value=${draft.prompt}
        @input=${(/** @type {any} */ event) => set({prompt: event.target.value}, 'prompt')} @keydown=${keys}></textarea>
      ${earlier.length ? html`
        <details class="earlier"><summary>Earlier words</summary>
          <ul>${earlier.slice(0, 8).map((words) => html`<li><button type="button" class="link" @click=${(/** @type {any} */ event) => {
            set({prompt: words}, 'prompt');
            event.target.closest('details').open = false;
          }}>${words}</button></li>`)}</ul></details>` : nothing}
    </div>`;
}

/** @param {Workflow} workflow @param {State} state */
function referenceField(workflow, {draft}) {
  const most = mostReferences();
  const {reference: label = 'References'} = cardOf(workflow);
  const remove = (/** @type {string} */ key) => {
    set({}, 'references');
    removeReference(key);
  };
  const take = (/** @type {any} */ event) => {
    set({}, 'references');
    addReferences([...event.target.files]);
    event.target.value = '';
  };
  return html`
    <div class="field" role="group" aria-labelledby="references-label" data-field="references">
      <span class="label" id="references-label">${label} <span class="quiet">(up to ${most})</span></span>
      <ul class="references">
        ${draft.references.map((each) => html`
          <li data-state=${each.trouble ? 'failed' : each.upload ? 'there' : 'sending'}>
            <img src=${each.src} alt=${each.name} width="64" height="64" @error=${(/** @type {any} */ event) => { event.target.hidden = true; }}>
            ${each.upload || each.trouble ? nothing : html`<progress max="1" value=${each.share} aria-label=${`${each.name} is on its way`}></progress>`}
            ${each.trouble ? html`<span class="flaw">${icon('fail')}<span class="visually-hidden">${each.trouble.title}. ${each.trouble.detail ?? ''}</span></span>` : nothing}
            <button type="button" class="remove" aria-label=${`Remove ${each.name}`} @click=${() => remove(each.key)}>${icon('cross')}</button>
          </li>`)}
        ${draft.references.length < most ? html`
          <li class="add"><label>${icon('plus')}<span class="visually-hidden">Add a reference</span>
            <input type="file" id="reference-file" accept=${TYPES.join()} multiple @change=${take}></label></li>` : nothing}
      </ul>
      ${draft.references.filter((each) => each.trouble).map((each) => html`<p class="small flawed">${each.name}: ${each.trouble?.title}. ${each.trouble?.detail ?? ''}</p>`)}
    </div>`;
}

/** @param {Workflow} workflow @param {State} state */
function shape(workflow, {draft, photo}) {
  const tier = workflow.tiers.find((each) => each.tier === draft.tier) ?? workflow.tiers[0];
  const open = workflow.requires.includes('aspect_ratio') ? [] : [''];
  const asItIs = workflow.requires.includes('image') && photo ? 'As it is' : 'Any';
  return html`
    <fieldset class="field" data-field="shape"><legend>Shape</legend>
      <div class="shapes">${[...open, ...tier.aspect_ratios].map((ratio) => html`
        <label><input type="radio" name="shape" value=${ratio} .checked=${draft.aspectRatio === ratio}
            @change=${() => set({aspectRatio: ratio}, 'shape')}>
          <span>${ratio ? shapeIcon(ratio) : nothing}${ratio || asItIs}</span></label>`)}</div>
    </fieldset>`;
}

/** @param {Workflow} workflow @param {State} state */
function parts(workflow, {workflows}) {
  if (!workflow.children) return nothing;
  const name = (/** @type {{workflow: string, aspect_ratio?: string}} */ child) =>
    `${workflows?.find((each) => each.id === child.workflow)?.label ?? child.workflow}${child.aspect_ratio ? `, ${child.aspect_ratio}` : ''}`;
  return html`<div class="field"><span class="label">You get ${count(workflow.children.length, 'picture')}</span>
    <ul class="parts-list">${workflow.children.map((child) => html`<li>${name(child)}</li>`)}</ul></div>`;
}

/** @param {Workflow} workflow @param {State} state */
function tier(workflow, {draft}) {
  return html`
    <fieldset class="field" data-field="tier"><legend>Resolution</legend>
      <div class="tiers">${workflow.tiers.map((each) => {
        const absent = each.why?.code === 'not-offered';
        return html`<label data-why=${absent ? `${each.tier} is not offered for this.` : nothing} data-absent=${absent ? 'true' : nothing}>
          <input type="radio" name="tier" value=${each.tier} .checked=${draft.tier === each.tier} aria-disabled=${absent ? 'true' : nothing}
            aria-label=${absent ? `${each.tier}, not offered for this` : each.tier}
            @change=${(/** @type {any} */ event) => (absent ? stay(event) : set({tier: each.tier}, 'tier'))}><span aria-hidden="true">${each.tier}</span></label>`;
      })}</div>
    </fieldset>`;
}

/** What is not offered may be reached and read, not chosen. @param {any} event */
function stay({target}) {
  for (const radio of target.form.elements.tier) radio.checked = radio.value === get().draft.tier;
}

/** @param {Workflow} workflow @param {State} state @param {Acts} acts */
function applyBar(workflow, state, acts) {
  const {trouble, run, now, draft} = state;
  const waits = (trouble?.until ?? 0) > now;
  const offer = workflow.tiers.find((each) => each.tier === draft.tier);
  const runs = workflow.children?.length ?? 1;
  return html`
    <div class="go">
      <div id="beside-apply" role="alert">${notice(trouble ?? ended(run), {now, again: run?.id && !run.generation ? acts.lookAgain : undefined})}</div>
      <button class="btn first" type="submit" data-act="apply" aria-keyshortcuts="Control+Enter" aria-disabled=${waits ? 'true' : nothing}>${run?.generation ? 'Try again' : 'Apply'}</button>
      <p class="small quiet cost">Counts as ${count(runs, 'run')}${offer ? `, costs ${count(offer.cost_units, 'unit')}` : ''}</p>
    </div>`;
}

/** A run that came to nothing, and what was kept. @param {Run | null} run @returns {Trouble | null} */
function ended(run) {
  const generation = run?.generation;
  if (!generation) return run?.trouble ?? null;
  const {failure, status, id} = generation;
  if (status === 'cancelled') return {calm: true, title: 'It was cancelled', detail: costWords(failure?.billed ?? 'unknown')};
  if (status !== 'failed') return run.trouble;
  const part = generation.children.find((child) => child.failure)?.failure;
  const {title = 'It did not work', detail = '', billed = 'unknown'} = failure ?? part ?? {};
  return {title, detail: `${detail} ${costWords(billed)} Everything on this page is kept.`, requestId: id};
}
