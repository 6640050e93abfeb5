/** A run at the side and on the stage: under way, then the result, compared and judged, taken along. */
/** @import {Finding, Generation, Output, Workflow} from '../api.js' */
/** @import {Run, State} from '../store.js' */
/** @import {Phase} from '../verdict.js' */
/** @import {Acts} from './app.js' */
import {html, nothing, svg} from '../../vendor/lit-html/lit-html.js';
import {update, updateRun} from '../store.js';
import {badge, costWords, isOpen, judgeName, phaseOf, PHASES, resultOf} from '../verdict.js';
import {clock, count, pixels} from '../words.js';
import {icon} from './icons.js';
import {act, notice} from './notice.js';
import {tierChip} from './stage.js';
import {compareBar, compareView, isAligned, isClear} from './versions.js';

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
      : 'What is not ordered by now will not be.'}</p>`;
}

/** @typedef {{generation: Generation, output: Output | null, index: number, label: string}} Shot */

/** @typedef {Shot & {output: Output}} Made one that is there */

/** @param {Made} shot @param {State} state */
const fits = ({output}, {run}) => Boolean(run?.before && isAligned(run.before, output));

/** @param {Workflow} workflow @param {Made} shot @param {State} state */
function modeOf(workflow, shot, state) {
  if (!state.run?.before || !workflow.requires.includes('image')) return 'after';
  return state.compare === 'slider' && !fits(shot, state) ? 'beside' : state.compare;
}

/** @param {Workflow} workflow @param {Made} shot @param {State} state */
export function resultBar(workflow, shot, state) {
  const mode = modeOf(workflow, shot, state);
  const {output, generation} = shot;
  const choices = /** @type {const} */ ([['slider', 'Slider'], ['beside', 'Side by side'], ['after', 'Result']]);
  const comparable = Boolean(state.run?.before) && workflow.requires.includes('image');
  return html`
    ${comparable ? compareBar(choices.filter(([name]) => name !== 'slider' || fits(shot, state)), mode, state.peek, 'before')
      : html`<p class="lead">${shot.label || 'Your picture'}</p>`}
    <span class="gap"></span>
    ${tierChip(generation.tier, `${generation.tier}: ${pixels(output.width, output.height)}`)}`;
}

/** @param {Workflow} workflow @param {Made} shot @param {State} state */
export function resultView(workflow, shot, state) {
  const {output, generation} = shot;
  const before = state.run?.before;
  const mode = modeOf(workflow, shot, state);
  const after = {
    src: sourceOf(output),
    width: output.width,
    height: output.height,
    words: 'After',
    alt: mode === 'after' ? 'The result' : 'After',
    clear: isClear(generation.workflow, state),
  };
  return compareView(before ? {...before, words: 'Before'} : null, after, mode, state.peek, state.drawer ? boxes(output, state) : nothing);
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
    ${isOpen(phaseOf(run)) ? cancelling(run, acts) : html`<div class="actions more">${act('edit-again', 'Change the order', acts.editAgain, {style: 'wide'})}</div>`}`;
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
        ${red ? nothing : act('go-on', 'Go on with this picture', acts.goOn, {style: 'wide'})}
        ${act('check-again', said.state === 'incomplete' ? 'Run check again' : 'Check again', acts.checkAgain,
    {off: ['unchecked', 'checking'].includes(said.state)})}
        ${act('edit-again', 'Change the order', acts.editAgain)}
      </div>`;
}

/** @param {Acts} acts */
function ofRed({retry, anyway}) {
  return html`${act('retry', html`${icon('again')}Try again with these notes`, retry, {style: 'first'})}${act('anyway', 'Use anyway', anyway)}`;
}

/** @param {string} verdict @param {Acts} acts */
function main(verdict, {retry, download}) {
  return html`${act('download', html`${icon('download')}Download`, download, {style: 'first'})}
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

/** What is wrong is read first. */
const ORDER = ['fail', 'abstain', 'pass'];

/** @param {Generation} generation @param {State} state @param {Acts} acts */
export function drawer(generation, state, acts) {
  const findings = (generation.evaluation?.findings ?? []).toSorted((one, other) => ORDER.indexOf(one.result) - ORDER.indexOf(other.result));
  return html`
    <section class="drawer" id="drawer" role="region" aria-labelledby="drawer-title" ?hidden=${!state.drawer}>
      <header><h3 id="drawer-title" tabindex="-1">What was looked at</h3>
        <button class="btn plain sign" type="button" aria-label="Close" data-act="close-drawer" @click=${acts.toggleDrawer}>${icon('cross')}</button></header>
      <ul class="judges">${findings.map((finding) => judge(finding, state, acts))}</ul>
      ${findings.length === 0 ? html`<p class="small quiet">Nobody has said anything yet.</p>` : nothing}
    </section>`;
}

/** @param {Finding} finding @param {State} state @param {Acts} acts */
function judge(finding, {evaluation}, acts) {
  const {mark, words} = resultOf(finding.result);
  const said = evaluation?.feedback?.findLast((each) => each.judge === finding.judge);
  const name = judgeName(finding.judge);
  const opinion = (/** @type {boolean} */ agrees, /** @type {string} */ label) => html`
    <button class="btn plain" type="button" aria-pressed=${said?.agrees === agrees ? 'true' : 'false'} aria-label=${`${label}: ${name}`}
      data-agrees=${String(agrees)} @click=${() => acts.respond(finding.judge, agrees)}>${label}</button>`;
  return html`
    <li data-judge=${finding.judge} data-result=${finding.result}>
      <p class="head">${icon(mark, `icon mark ${mark}`)}<strong>${name}</strong><span class="small quiet">${words}</span></p>
      <p class="reason">${finding.reasoning}</p>
      ${finding.boxes.length ? html`<p class="small quiet where">${icon('box')}Marked on the picture</p>` : nothing}
      ${evaluation ? html`<div class="opinions" role="group" aria-label=${`Your opinion of ${name}`}>${opinion(true, 'Agree')}${opinion(false, 'Disagree')}</div>` : nothing}
    </li>`;
}

/** In pixels of the output, laid over it as it lies in its box. @param {{width: number, height: number}} output @param {State} state */
export function boxes({width, height}, {run}) {
  const generation = run?.generation?.children[run.chosen] ?? run?.generation;
  const findings = generation?.evaluation?.findings ?? [];
  const drawn = findings.flatMap((finding) =>
    finding.boxes.map((box) => svg`
      <rect class=${resultOf(finding.result).mark} data-judge=${finding.judge} x=${box.x} y=${box.y} width=${box.width} height=${box.height}></rect>`));
  return html`<svg class="boxes" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMid meet" aria-hidden="true">${drawn}</svg>`;
}
