/** The photo that is worked on, or the ways in which one comes. */
/** @import {Photo, Sending, State} from '../store.js' */
/** @import {Acts} from './app.js' */
import {html, nothing} from '../../vendor/lit-html/lit-html.js';
import {SAMPLES} from '../photo.js';
import {SKEWED} from '../catalog.js';
import {pixels} from '../words.js';
import {icon} from './icons.js';
import {notice} from './notice.js';

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
