/** What each judge said, and where: read at the side, seen on the picture. */
/** @import {Finding, Generation} from '../api.js' */
/** @import {State} from '../store.js' */
/** @import {Acts} from './app.js' */
import {html, nothing, svg} from '../../vendor/lit-html/lit-html.js';
import {judgeName, resultOf} from '../verdict.js';
import {icon} from './icons.js';

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
