/** The way in: the photo at the side, fourteen cards in their groups. Nothing here ever moves. */
/** @import {Closed} from '../catalog.js' */
/** @import {Photo, State} from '../store.js' */
/** @import {Acts} from './app.js' */
import {html, nothing} from '../../vendor/lit-html/lit-html.js';
import {closed} from '../catalog.js';
import {cardOf} from '../shelf.js';
import {icon} from './icons.js';
import {told} from './notice.js';
import {photoPanel} from './photo-panel.js';
import {strip} from './versions.js';

const BLANKS = [4, 4, 3, 3];

/** @param {State} state @param {Acts} acts */
export function browse(state, acts) {
  return html`
    <header class="title ask"><h1 tabindex="-1">What would you like to change?</h1>${told(state, acts)}</header>
    <div class="browse">
      <div class="own">
        ${photoPanel(state, acts)}
        ${strip(state, acts)}
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
