/** The result, in the box where the photo was: compared, judged, taken along. */
/** @import {Generation, Output, Workflow} from '../api.js' */
/** @import {Run, State} from '../store.js' */
/** @import {Acts} from './app.js' */
import {html, nothing} from '../../vendor/lit-html/lit-html.js';
import {update, updateRun} from '../store.js';
import {badge, costWords, isOpen, phaseOf} from '../verdict.js';
import {clock, count, pixels} from '../words.js';
import {boxes, drawer} from './drawer.js';
import {icon} from './icons.js';
import {notice} from './notice.js';
import {cancelling} from './run-panel.js';
import {tierChip} from './tools.js';

/** @typedef {{generation: Generation, output: Output | null, index: number, label: string}} Shot */

/** @typedef {Shot & {output: Output}} Made one that is there */

const ALIGNED = 0.01;

/** Pictures of one shape can be laid over each other. @param {Made} shot @param {State} state */
function isAligned({output}, {run}) {
  if (!run?.before) return false;
  const after = output.width / output.height;
  return Math.abs(run.before.width / run.before.height / after - 1) < ALIGNED;
}

/** @param {Workflow} workflow @param {Made} shot @param {State} state */
function modeOf(workflow, shot, state) {
  if (!state.run?.before || !workflow.requires.includes('image')) return 'after';
  return state.compare === 'slider' && !isAligned(shot, state) ? 'beside' : state.compare;
}

/** @param {Workflow} workflow @param {Made} shot @param {State} state */
export function resultBar(workflow, shot, state) {
  const mode = modeOf(workflow, shot, state);
  const {output, generation} = shot;
  const choices = /** @type {const} */ ([['slider', 'Slider'], ['beside', 'Side by side'], ['after', 'Result']]);
  const comparable = Boolean(state.run?.before) && workflow.requires.includes('image');
  return html`
    ${comparable ? html`
      <div class="seg" role="group" aria-label="Compare">${choices.filter(([name]) => name !== 'slider' || isAligned(shot, state)).map(([name, label]) => html`
        <button class="btn" type="button" data-compare=${name} aria-pressed=${mode === name ? 'true' : 'false'} @click=${() => update({compare: name})}>${label}</button>`)}</div>
      <button class="btn" type="button" data-act="peek" aria-keyshortcuts="\\" aria-pressed=${state.peek ? 'true' : 'false'}
        @pointerdown=${() => update({peek: true})} @pointerup=${() => update({peek: false})} @pointerleave=${() => update({peek: false})}
        @keydown=${peekKey(true)} @keyup=${peekKey(false)} @blur=${() => update({peek: false})}>Hold to see before</button>`
      : html`<p class="lead">${shot.label || 'Your picture'}</p>`}
    <span class="gap"></span>
    ${tierChip(generation.tier, `${generation.tier}: ${pixels(output.width, output.height)}`)}`;
}

/** @param {boolean} on */
function peekKey(on) {
  return (/** @type {KeyboardEvent} */ event) => {
    if (event.key === ' ' || event.key === 'Enter') update({peek: on});
  };
}

/** @param {Workflow} workflow @param {Made} shot @param {State} state */
export function resultView(workflow, shot, state) {
  const {output, generation} = shot;
  const {run} = state;
  const before = run?.before;
  const mode = modeOf(workflow, shot, state);
  const clear = ['cut-out', 'isolation'].includes(taskOf(generation.workflow, state)) ? 'clear' : '';
  const after = html`<img class="after ${clear}" src=${sourceOf(output)} alt=${mode === 'after' ? 'The result' : 'After'} draggable="false">`;
  const marks = state.drawer ? boxes(output, state) : nothing;
  return html`
    <div class="compare" data-mode=${mode} data-wide=${mode === 'beside' && output.width > output.height ? 'true' : nothing}>
      ${mode === 'after' ? html`<figure data-ratio=${ratio(output)}>${after}${marks}</figure>` : nothing}
      ${mode === 'beside' && before ? html`
        <figure data-ratio=${ratio(before)}><img class="before" src=${before.src} alt="Before" draggable="false"><figcaption>Before</figcaption></figure>
        <figure data-ratio=${ratio(output)}>${after}${marks}<figcaption>After</figcaption></figure>` : nothing}
      ${mode === 'slider' && before ? html`
        <figure data-ratio=${ratio(output)}><img class="before" src=${before.src} alt="Before" draggable="false">${after}${marks}
          <span class="corner start" aria-hidden="true">Before</span><span class="corner end" aria-hidden="true">After</span>
          <span class="edge" aria-hidden="true"><span>${icon('more')}</span></span>
          <input type="range" min="0" max="100" value="50" aria-label="Compare before and after" aria-valuetext="50% before, 50% after"
            @input=${slide} @keydown=${leap}></figure>` : nothing}
      ${before && state.peek ? html`<div class="peeked"><figure data-ratio=${ratio(before)}><img class="before" src=${before.src} alt="Before"><figcaption>Before</figcaption></figure></div>` : nothing}
    </div>`;
}

/** The same picture under a new signature is not fetched anew. @param {Output} output @returns {string} */
export function sourceOf({href, url, url_expires_at}) {
  const known = sources.get(href);
  if (known && known.until - Date.now() > 0) return known.url;
  sources.set(href, {url, until: Date.parse(url_expires_at) - 60_000});
  return url;
}

/** @type {Map<string, {url: string, until: number}>} */
const sources = new Map();

/** @param {string} id @param {State} state @returns {string} */
function taskOf(id, {workflows}) {
  return workflows?.find((each) => each.id === id)?.task ?? '';
}

/** Through the style object: a strict policy allows no style attribute. @param {any} event */
function slide({target}) {
  const at = Number(target.value);
  target.parentElement.style.setProperty('--at', `${at}%`);
  target.setAttribute('aria-valuetext', `${at}% before, ${100 - at}% after`);
}

/** @param {any} event */
function leap(event) {
  const by = {PageUp: 10, PageDown: -10}[/** @type {'PageUp'} */ (event.key)];
  if (!by) return;
  event.preventDefault();
  event.target.value = String(Number(event.target.value) + by);
  slide(event);
}

/** @param {{width: number, height: number}} picture */
const ratio = ({width, height}) => width / height;

/** Each frame takes its picture's shape. @param {HTMLElement} main */
export function fitFrames(main) {
  for (const frame of /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll('[data-ratio]'))) {
    frame.style.setProperty('--ratio', frame.dataset.ratio ?? '1');
  }
}

/** @param {Made} shot @param {State} state */
export function resultStatus({output, label}, {run, now}) {
  const took = run?.generation ? Date.parse(run.generation.updated_at) - Date.parse(run.generation.created_at) : 0;
  return html`<span>${label ? `${label} · ` : ''}${pixels(output.width, output.height)}</span>
    <span class="keys">${run?.before ? html`<kbd>\\</kbd> hold to see before` : nothing}</span>
    ${run && phaseOf(run) === 'done' && took > 0 ? html`<span class="quiet">${clock(took)} in all</span>` : nothing}`;
}

/** @param {Workflow} workflow @param {Shot[]} shots @param {State} state @param {Acts} acts */
export function resultPanel(workflow, shots, state, acts) {
  const {run, now} = state;
  if (!run) return nothing;
  const shot = shots[run.chosen] ?? shots[0];
  const said = badge(shot.generation, run.checkingSince ? now - run.checkingSince : 0);
  return html`
    <section class="panel result" aria-labelledby="run-title" data-verdict=${said.state}>
      <h2 id="run-title" tabindex="-1">${shots.length > 1 ? workflow.label : 'Result'}</h2>
      ${shots.length > 1 ? partList(shots, run) : nothing}
      ${shot.output ? judged(/** @type {Made} */ (shot), said, state, acts) : unmade(shot, run, acts)}
    </section>`;
}

/** A part that is not there, or not yet. @param {Shot} shot @param {Run} run @param {Acts} acts */
function unmade({generation}, run, acts) {
  const {failure} = generation;
  return html`
    ${failure ? notice({title: failure.title, detail: `${failure.detail} ${costWords(failure.billed)}`, requestId: generation.id}) : nothing}
    ${isOpen(phaseOf(run)) ? cancelling(run, acts) : html`<div class="actions more">${act('edit-again', 'Change the order', acts.editAgain, {wide: true})}</div>`}`;
}

/** @param {Made} shot @param {ReturnType<typeof badge>} said @param {State} state @param {Acts} acts */
function judged(shot, said, state, acts) {
  const {run, now} = state;
  const {generation} = shot;
  if (!run) return nothing;
  const waited = run.checkingSince ? now - run.checkingSince : 0;
  const red = generation.evaluation?.verdict === 'red' && !run.anyway;
  return html`
      <div class="verdict">
        ${badgeButton(said, state, acts)}
        <p class="small quiet">${remark(said.state, generation, run, waited)}</p>
      </div>
      ${generation.warnings.map((warning) => html`<p class="small caution">${icon('warn')}<span>${warning.detail}</span></p>`)}
      ${notice(run.trouble, {now, again: acts.lookAgain})}
      ${notice(state.trouble, {now})}
      <div class="actions">${red ? ofRed(acts) : main(said.state, acts)}</div>
      ${drawer(generation, state, acts)}
      <div class="actions more">
        ${red ? nothing : act('go-on', 'Go on with this picture', acts.goOn, {wide: true})}
        ${act('check-again', said.state === 'incomplete' ? 'Run check again' : 'Check again', acts.checkAgain,
    {off: ['unchecked', 'checking'].includes(said.state)})}
        ${act('edit-again', 'Change the order', acts.editAgain)}
      </div>`;
}

/**
 * @param {string} name @param {unknown} label @param {() => void} does
 * @param {{first?: boolean, off?: boolean, wide?: boolean}} [how] off: it keeps the focus and does nothing
 */
function act(name, label, does, {first = false, off = false, wide = false} = {}) {
  return html`<button class="btn ${first ? 'first' : ''} ${wide ? 'wide' : ''}" type="button" data-act=${name} aria-disabled=${off ? 'true' : nothing}
    @click=${() => off || does()}>${label}</button>`;
}

/** @param {Acts} acts */
function ofRed({retry, anyway}) {
  return html`${act('retry', html`${icon('again')}Try again with these notes`, retry, {first: true})}${act('anyway', 'Use anyway', anyway)}`;
}

/** @param {string} verdict @param {Acts} acts */
function main(verdict, {retry, download}) {
  return html`${act('download', html`${icon('download')}Download`, download, {first: true})}
    ${['amber', 'red'].includes(verdict) ? act('retry', html`${icon('again')}Try again with these notes`, retry) : nothing}`;
}

/** One line under the badge. @param {string} verdict @param {Generation} generation @param {Run} run @param {number} waited */
function remark(verdict, generation, run, waited) {
  const findings = generation.evaluation?.findings ?? [];
  const passed = findings.filter((each) => each.result === 'pass').length;
  switch (verdict) {
    case 'checking':
      return html`<span class="elapsed">${clock(waited)}</span> · usually 2 to 4 minutes`;
    case 'unchecked':
      return 'Nobody has looked at it yet.';
    case 'incomplete':
      return 'That says nothing about the picture.';
    case 'red':
      return run.anyway ? 'You chose to use it all the same.' : 'We would not use this one. It is yours to decide.';
    default:
      return findings.length ? `${passed} of ${count(findings.length, 'check')} passed.` : 'Every picture was checked.';
  }
}

/** @param {ReturnType<typeof badge>} said @param {State} state @param {Acts} acts */
function badgeButton({mark, words, state: verdict}, {drawer: open}, acts) {
  const readable = !['unchecked', 'checking'].includes(verdict);
  return html`<button class="badge" type="button" id="badge" data-verdict=${verdict} data-mark=${mark}
      aria-expanded=${open ? 'true' : 'false'} aria-controls="drawer" aria-disabled=${readable ? nothing : 'true'}
      @click=${() => readable && acts.toggleDrawer()}>${icon(mark)}<span>${words}</span></button>`;
}

/** @param {Shot[]} shots @param {Run} run */
function partList(shots, run) {
  return html`<ul class="parts">${shots.map(({generation, output, label}, i) => {
    const said = badge(generation, 0);
    const words = generation.failure?.title ?? (output ? said.words : 'Being made');
    return html`<li><button type="button" data-part=${i} aria-pressed=${run.chosen === i ? 'true' : 'false'} @click=${() => choose(run, i)}>
      <span class="thumb">${output ? html`<img src=${sourceOf(output)} alt="" width="56" height="56">` : icon(generation.failure ? 'fail' : 'clock')}</span>
      <span class="name">${label}</span><span class="small quiet">${words}</span>${icon(generation.failure ? 'fail' : said.mark, `icon mark ${generation.failure ? 'fail' : said.mark}`)}</button></li>`;
  })}</ul>`;
}

/** @param {Run} run @param {number} chosen */
function choose(run, chosen) {
  updateRun(run.id, {chosen});
  update({drawer: false, evaluation: null});
}
