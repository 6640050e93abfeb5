/**
 * The page as a whole, drawn from the state: the way in, which is the photo at the side, or the ways in which one comes, and
 * fourteen cards that never move; and one workflow.
 */
/** @import {Closed} from '../catalog.js' */
/** @import {Photo, Sending, State} from '../store.js' */
/** @import {Kept} from '../version/versions.js' */
import {html, nothing, render} from '../../vendor/lit-html/lit-html.js';
import {cardOf, closed, SKEWED} from '../catalog.js';
import {SAMPLES} from '../photo.js';
import {count, pixels} from '../words.js';
import {icon} from './icons.js';
import {notice, told} from './notice.js';
import {coursePanel, recipePanel} from './recipe.js';
import {PAGE, strip, versionsPage} from './versions.js';

/**
 * @typedef {object} Acts what a person can do; main.js says what happens then
 * @property {() => void} choose @property {() => void} camera @property {(src: string, file: string) => void} sample
 * @property {() => void} someone @property {() => void} reloadCatalogue
 * @property {(workflow: string) => void} open @property {() => void} back
 * @property {() => void} apply @property {() => void} cancel @property {() => void} editAgain
 * @property {() => void} retry @property {() => void} checkAgain @property {() => void} lookAgain
 * @property {() => void} anyway @property {() => void} download @property {() => void} goOn
 * @property {() => void} toggleDrawer @property {(judge: string, agrees: boolean) => void} respond
 * @property {() => void} help @property {() => void} undo what was told @property {() => void} hush
 * @property {(version: Kept) => void} pick @property {() => void} compare
 * @property {() => void} byHand what a recipe waits for
 * @property {(version: Kept) => void} from @property {(version: Kept) => void} remove
 */

/** @param {HTMLElement} main @param {State} state @param {Acts} acts */
export function draw(main, state, acts) {
  main.dataset.mode = state.mode;
  render(state.mode === 'browse' ? browse(state, acts) : configure(state, acts), main);
}

/** @param {HTMLElement} header @param {State} state @param {Acts} acts */
export function drawHeader(header, {limits}, acts) {
  const runs = limits?.limits.find((each) => each.name === 'runs-per-address');
  render(html`
    <p class="left small quiet" data-runs=${runs?.remaining ?? ''}>${runs ? html`${count(runs.remaining, 'run')} left<span class="wide"> this hour</span>` : nothing}</p>
    <button class="btn plain" type="button" aria-haspopup="dialog" aria-keyshortcuts="?" data-act="help" @click=${acts.help}>Shortcuts</button>`, header);
}

/** Where one works, when it is there. @type {typeof import('./bench.js') | null} */
let workbench = null;
/** @param {typeof import('./bench.js')} module */
export const furnish = (module) => void (workbench = module);

const BLANKS = [4, 4, 3, 3];

/** @param {State} state @param {Acts} acts */
export function browse(state, acts) {
  return html`
    <header class="title ask"><h1 tabindex="-1">What would you like to change?</h1>${told(state, acts)}</header>
    <div class="browse">
      <div class="own">
        ${photoPanel(state, acts)}
        ${strip(state, acts)}
        ${recipePanel(state)}
        ${coursePanel(state, acts)}
      </div>
      <div class="shelf" aria-busy=${state.workflows || state.catalogueTrouble ? 'false' : 'true'}>${shelf(state, acts)}</div>
    </div>`;
}

/** @param {State} state @param {Acts} acts */
function shelf({workflows, catalogueTrouble, photo}, acts) {
  if (!workflows && catalogueTrouble) {
    return html`<div class="failed" role="alert">
      <p><strong>The list of workflows did not load.</strong> ${catalogueTrouble.requestId ? catalogueTrouble.detail : 'Check the connection.'}</p>
      <button class="btn" type="button" @click=${acts.reloadCatalogue}>Try again</button>
    </div>`;
  }
  if (!workflows) return BLANKS.map((n) => html`<ul class="cards blank">${Array.from({length: n}, () => html`<li class="card"></li>`)}</ul>`);
  const groups = [...new Set(workflows.map((each) => each.group))];
  return groups.map((group) => html`
    <section class="group" aria-labelledby="group-${group}">
      <h2 id="group-${group}">${group}</h2>
      <ul class="cards">${workflows.filter((each) => each.group === group).map((each) => card(each, photo, acts))}</ul>
    </section>`);
}

/** The short reason is always printed; the whole of it is a description, and the bubble's. */
function card(/** @type {any} */ workflow, /** @type {Photo | null} */ photo, /** @type {Acts} */ acts) {
  const {icon: sign, says} = cardOf(workflow);
  const shut = closed(workflow, photo);
  return html`
    <li class="card" data-workflow=${workflow.id} data-kind=${shut?.kind ?? 'ready'} data-why=${shut?.why ?? nothing}
        data-actions=${actions(shut)}>
      <button type="button" aria-disabled=${shut ? 'true' : nothing} aria-describedby=${shut ? `why-${workflow.id}` : nothing}
          @click=${() => acts.open(workflow.id)}>
        ${icon(sign)}
        <span class="name">${workflow.label}</span>
        <span class="says">${shut?.kind === 'soon' ? html`<span class="soon">${shut.short}</span>` : shut?.short ?? says}</span>
      </button>
      <span hidden id="why-${workflow.id}">${shut?.why ?? ''}</span>
    </li>`;
}

/** @param {Closed | null} shut */
function actions(shut) {
  if (!shut?.action) return '';
  return shut.action === 'someone' ? 'photo someone' : 'first';
}

/** @param {State} state @param {Acts} acts */
export function photoPanel({photo, sending, photoTrouble, now}, acts) {
  const shown = sending ?? photo;
  return html`
    <section class="photo" aria-label="Your photo" data-state=${sending ? 'sending' : photo ? 'there' : 'empty'}>
      ${shown
        ? html`<div class="frame"><img src=${shown.src} alt=${`Your photo, ${shown.name}`} width="280" height="210"></div>`
        : html`<div class="frame drop">${icon('scene')}<p><strong>Drop a photo here</strong><br>or paste one, or choose a file</p></div>`}
      <div class="about">
        ${sending ? onItsWay(sending) : photo ? about(photo, acts) : nothing}
        ${notice(photoTrouble, {now})}
        ${sending
          ? html`<button class="btn" type="button" data-act="cancel-upload" @click=${sending.cancel}>Cancel</button>`
          : ways(photo, acts)}
      </div>
    </section>`;
}

/** @param {Sending} sending */
function onItsWay({name, share, step}) {
  const percent = Math.round(share * 100);
  const words = step === 'sending' ? `${percent}%` : step === 'reading' ? 'Reading' : 'Having a look';
  return html`
    <p class="named" id="upload-name">${name}</p>
    <div class="progress"><progress max="100" value=${percent} aria-labelledby="upload-name"></progress><span>${words}</span></div>`;
}

/** @param {Photo} photo @param {Acts} acts */
function about(photo, acts) {
  const nobody = photo.traits.includes('no-person') && !photo.someone;
  return html`
    <p class="named">${photo.name}</p>
    <p class="small quiet">${pixels(photo.width, photo.height)}${traits(photo)}</p>
    ${nobody ? html`<button class="link small" type="button" data-act="someone" @click=${acts.someone}>There is someone in this photo</button>` : nothing}
    ${photo.skewed ? notice({title: 'This photo cannot be painted on', detail: SKEWED}) : nothing}`;
}

/** @param {Photo} photo */
function traits({traits, someone}) {
  const told = [
    traits.includes('transparent') && 'transparent',
    traits.includes('white-border') && 'white border',
    traits.includes('small') && 'small',
    someone || traits.includes('person') ? 'a person' : traits.includes('no-person') && 'no person',
  ].filter(Boolean);
  return told.length ? ` · ${told.join(' · ')}` : '';
}

/** @param {Photo | null} photo @param {Acts} acts */
function ways(photo, acts) {
  return html`
    <div class="ways">
      <button class="btn ${photo ? '' : 'first'}" type="button" data-act="choose" @click=${acts.choose}>${photo ? 'Change photo' : 'Choose a photo'}</button>
      <button class="btn camera" type="button" data-act="camera" @click=${acts.camera}>${icon('camera')}Camera</button>
    </div>
    ${photo ? nothing : html`
      <p class="small quiet" id="samples">Or try one of these</p>
      <ul class="samples" aria-labelledby="samples">${SAMPLES.map(({src, file, label}) => html`
        <li><button type="button" aria-label=${label} data-sample=${file} @click=${() => acts.sample(src, file)}>
          <img src=${src} alt="" width="80" height="60" loading="lazy"></button></li>`)}</ul>`}`;
}

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
      ${workflow && workbench ? workbench.bench(workflow, state, acts) : nothing}
    </div>`;
}
