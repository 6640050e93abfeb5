/** The versions in a row; and two pictures in one box, be they two versions or what a run took and what it made. */
/** @import {State} from '../store.js' */
/** @import {Kept} from '../version/versions.js' */
/** @import {Acts} from './app.js' */
import {html, nothing} from '../../vendor/lit-html/lit-html.js';
import {update} from '../store.js';
import {kept, numbered, ofPhoto} from '../version/versions.js';
import {pixels} from '../words.js';
import {icon} from './icons.js';
import {act, told} from './notice.js';

/**
 * @typedef {{width: number, height: number}} Size
 * @typedef {Size & {src: string, words: string, alt?: string, clear?: boolean}} Side clear: part of it may be transparent
 * @typedef {State['compare']} Mode
 */

const ALIGNED = 0.01;

/** Pictures of one shape can be laid over each other. @param {Size} one @param {Size} other */
export const isAligned = (one, other) => Math.abs(ratio(one) / ratio(other) - 1) < ALIGNED;

/** @param {Size} picture */
const ratio = ({width, height}) => width / height;

/** @param {readonly (readonly [Mode, string])[]} choices @param {Mode} mode @param {boolean} peek @param {string} first what is seen while it is held */
export function compareBar(choices, mode, peek, first) {
  return html`
    <div class="seg" role="group" aria-label="Compare">${choices.map(([name, label]) => html`
      <button class="btn" type="button" data-compare=${name} aria-pressed=${mode === name ? 'true' : 'false'} @click=${() => update({compare: name})}>${label}</button>`)}</div>
    <button class="btn" type="button" data-act="peek" aria-keyshortcuts="\\" aria-pressed=${peek ? 'true' : 'false'}
      @pointerdown=${() => update({peek: true})} @pointerup=${() => update({peek: false})} @pointerleave=${() => update({peek: false})}
      @keydown=${peekKey(true)} @keyup=${peekKey(false)} @blur=${() => update({peek: false})}>Hold to see ${first}</button>`;
}

/** @param {boolean} on */
function peekKey(on) {
  return (/** @type {KeyboardEvent} */ event) => {
    if (event.key === ' ' || event.key === 'Enter') update({peek: on});
  };
}

/** @param {Side | null} before @param {Side} after @param {Mode} mode @param {boolean} peek @param {unknown} [marks] drawn upon the second */
export function compareView(before, after, mode, peek, marks = nothing) {
  const second = html`${picture(after, 'after')}${marks}`;
  return html`
    <div class="compare" data-mode=${mode} data-wide=${mode === 'beside' && after.width > after.height ? 'true' : nothing}>
      ${mode === 'after' || !before ? html`<figure data-ratio=${ratio(after)}>${second}</figure>` : nothing}
      ${mode === 'beside' && before ? html`
        <figure data-ratio=${ratio(before)}>${picture(before, 'before')}<figcaption>${before.words}</figcaption></figure>
        <figure data-ratio=${ratio(after)}>${second}<figcaption>${after.words}</figcaption></figure>` : nothing}
      ${mode === 'slider' && before ? html`
        <figure data-ratio=${ratio(after)}>${picture(before, 'before')}${second}
          <span class="corner start" aria-hidden="true">${before.words}</span><span class="corner end" aria-hidden="true">${after.words}</span>
          <span class="edge" aria-hidden="true"><span>${icon('more')}</span></span>
          <input type="range" min="0" max="100" value="50" aria-label=${`Compare ${lower(before)} and ${lower(after)}`}
            aria-valuetext=${shares(before, after, 50)} @input=${slide(before, after)} @keydown=${leap}></figure>` : nothing}
      ${before && peek ? html`<div class="peeked"><figure data-ratio=${ratio(before)}>${picture(before, 'before')}<figcaption>${before.words}</figcaption></figure></div>` : nothing}
    </div>`;
}

/** @param {Side} side @param {string} place */
function picture({src, words, alt = words, clear}, place) {
  return html`<img class=${`${place} ${clear ? 'clear' : ''}`} src=${src} alt=${alt} draggable="false">`;
}

/** @param {Side} side */
const lower = ({words}) => words.toLowerCase();

/** @param {Side} before @param {Side} after @param {number} at */
const shares = (before, after, at) => `${at}% ${lower(before)}, ${100 - at}% ${lower(after)}`;

/** Through the style object: a strict policy allows no style attribute. @param {Side} before @param {Side} after */
function slide(before, after) {
  return (/** @type {any} */ {target}) => {
    const at = Number(target.value);
    target.parentElement.style.setProperty('--at', `${at}%`);
    target.setAttribute('aria-valuetext', shares(before, after, at));
  };
}

/** @param {any} event */
function leap(event) {
  const {key, target} = event;
  const by = {PageUp: 10, PageDown: -10}[/** @type {'PageUp'} */ (key)];
  if (!by) return;
  event.preventDefault();
  target.value = String(Number(target.value) + by);
  target.dispatchEvent(new Event('input'));
}

/** Each frame takes its picture's shape. @param {HTMLElement} main */
export function fitFrames(main) {
  for (const frame of /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll('[data-ratio]'))) {
    frame.style.setProperty('--ratio', frame.dataset.ratio ?? '1');
  }
}

/** @param {State} state @param {Acts} acts @param {boolean} [pairing] two are chosen */
export function strip(state, acts, pairing = false) {
  const all = kept();
  const now = ofPhoto(state.photo)?.number;
  const few = all.length < 2;
  return html`
    <section class="strip" aria-label="Versions">
      ${all.length ? html`<ol>${all.map((each) => html`
        <li><button type="button" data-version=${each.number} aria-current=${!pairing && each.number === now ? 'true' : nothing}
            aria-pressed=${pairing ? (state.pair.includes(each.number) ? 'true' : 'false') : nothing} @click=${() => acts.pick(each)}>
          <img src=${each.photo.src} alt="" width="48" height="48">
          <span class="number"><span class="visually-hidden">Version </span>${each.number}${each.words ? icon(each.mark, `icon mark ${each.mark}`) : nothing}</span>
          <span class="name">${nameOf(each, state)}</span>
          <span class="when">${when(each)}<span class="visually-hidden">${each.words ? `, ${each.words}` : ''}</span></span></button></li>`)}</ol>`
        : html`<p class="small quiet">Each picture stays here as a version.</p>`}
      ${pairing ? nothing : act('compare', 'Compare', acts.compare, {off: few})}
    </section>`;
}

/** @param {Kept} version @param {State} state */
export function nameOf({workflow}, {workflows}) {
  return workflow ? workflows?.find((each) => each.id === workflow)?.label ?? workflow : 'Original';
}

/** @param {Kept} version */
export function when({at, number, parent}) {
  const time = new Date(at).toLocaleTimeString([], {hour: '2-digit', minute: '2-digit'});
  return parent && parent !== number - 1 ? `${time}, from ${parent}` : time;
}

/** The newest comes into view. @param {HTMLElement} main */
export function followStrip(main) {
  const row = main.querySelector('.strip ol');
  if (row) row.scrollLeft = row.scrollWidth;
}

/** The address of this page, in the place of a workflow's. */
export const PAGE = 'versions';

/** @param {State} state @param {Acts} acts */
export function versionsPage(state, acts) {
  const [one, other] = pairOf(state).sort((a, b) => a.number - b.number);
  const fits = one && other && isAligned(one.photo, other.photo);
  const mode = state.compare === 'beside' || !fits ? 'beside' : 'slider';
  const choices = /** @type {const} */ ([['slider', 'Slider'], ['beside', 'Side by side']]);
  return html`
    <div class="bench">
      <header class="title">
        <button class="btn back" type="button" data-act="back" @click=${acts.back}>${icon('back')}Back</button>
        <h1 tabindex="-1">Compare versions</h1>
        ${told(state, acts)}
      </header>
      <section class="stage" aria-label="Two versions">
        <div class="bar">${other ? compareBar(fits ? choices : choices.slice(1), mode, state.peek, words(one).toLowerCase()) : nothing}</div>
        <div class="view">${other
          ? compareView(side(one, state), side(other, state), mode, state.peek)
          : html`<p class="empty">${icon('set')}<span>There is nothing to compare yet.</span></p>`}</div>
        <div class="status"><span>Choose two of them below.</span>
          <span class="quiet">What is deleted leaves this browser; what was made from it stays.</span></div>
        ${strip({...state, pair: other ? [one.number, other.number] : []}, acts, true)}
      </section>
      <div class="side">${other ? [one, other].map((each) => facts(each, state, acts)) : nothing}</div>
    </div>`;
}

/** The two that were chosen; else the photo and what it came of, or the last two. @param {State} state */
export function pairOf({pair, photo}) {
  const all = kept();
  const now = ofPhoto(photo);
  const wanted = [...pair.map(numbered), now, now && numbered(now.parent), ...all.toReversed()];
  return [...new Set(wanted.filter((each) => each !== undefined))].slice(0, 2);
}

/** @param {Kept} version */
const words = ({number}) => `Version ${number}`;

/** @param {Kept} version @param {State} state */
function side(version, state) {
  const {src, width, height} = version.photo;
  return {src, width, height, words: words(version), clear: isClear(version.workflow, state)};
}

/** @param {Kept} version @param {State} state @param {Acts} acts */
function facts(version, state, acts) {
  const {number, photo, mark} = version;
  return html`
    <section class="panel" aria-labelledby="version-${number}">
      <h2 id="version-${number}">${words(version)}</h2>
      <p class="small">${nameOf(version, state)} · ${when(version)}<br>
        <span class="quiet">${pixels(photo.width, photo.height)}</span>
        ${version.words ? html`<br><span class="judged">${icon(mark, `icon mark ${mark}`)}${version.words}</span>` : nothing}</p>
      <div class="actions">
        ${act('from', `Go on from version ${number}`, () => acts.from(version))}
        ${number > 1 ? act('delete', `Delete version ${number}`, () => acts.remove(version), {style: 'plain'}) : nothing}
      </div>
    </section>`;
}

/** Part of what it makes is transparent. @param {string} id @param {State} state */
export function isClear(id, {workflows}) {
  return ['cut-out', 'isolation'].includes(workflows?.find((each) => each.id === id)?.task ?? '');
}
