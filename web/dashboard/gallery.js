/** The newest windows with their pictures, and each of them large with its facts. */
import {html} from '../vendor/lit-html/lit-html.js';
import {repeat} from '../vendor/lit-html/directives/repeat.js';
import {mark, markOfResult} from './mark.js';
import {dollars, seconds, when} from './number.js';
import {label, meaning, provider} from './words.js';

/** @param {string} window @param {any} run */
export function keyOf(window, run) {
  return `${window}/${run.provider}`;
}

function picture(batch, run, thumbs, actions) {
  const key = keyOf(batch.window, run);
  if (!run.thumbnail) return html`<span class="missing">${mark(markOfResult(run.result))}<span>${label(run.result)}</span></span>`;
  if (thumbs.failed(key)) return EXPIRED;
  const url = thumbs.url(key);
  return html`<img src=${url} alt="" loading="lazy" decoding="async" width="320" height="180"
    @error=${() => actions.imageFailed(key, url)}>`;
}

const EXPIRED = html`<span class="missing">Picture expired</span>`;

/** As it came back. */
function whole(batch, run, actions) {
  const key = keyOf(batch.window, run);
  const {larges} = actions;
  if (larges.failed(key)) return EXPIRED;
  const url = larges.url(key);
  return html`<img src=${url} alt="What came back for: ${batch.prompt.text ?? batch.prompt.id}" width=${run.picture.width} height=${run.picture.height}
    @error=${() => actions.imageFailed(key, url)}>`;
}

function tile(batch, run, thumbs, actions) {
  const took = run.timing_ms?.decoded ?? run.timing_ms?.ended ?? null;
  return html`<li>
    <button type="button" class="tile" data-result=${run.result} @click=${() => actions.open(batch.window, run.provider)}>
      <span class="frame">${picture(batch, run, thumbs, actions)}</span>
      <span class="caption"><span class="name">${provider(run.provider)}</span>
        <span class="fact">${mark(markOfResult(run.result))}${run.result === 'success' ? seconds(took) : label(run.result)}</span></span>
    </button></li>`;
}

/** @param {any} page @param {number} shown @param {any} thumbs @param {any} actions */
export function gallery(page, shown, thumbs, actions) {
  const batches = page?.batches.slice(0, shown) ?? [];
  return html`
    <section aria-labelledby="batches-title" class="card" data-gallery>
      <h2 id="batches-title">Recent batches</h2>
      ${batches.length === 0 ? html`<p class="quiet">${page ? 'Nothing yet. First results in about five minutes.' : 'Not loaded.'}</p>` : ''}
      ${repeat(batches, (batch) => batch.window, (batch) => html`
        <section class="batch" aria-label="Window of ${batch.window}">
          <h3>${when(batch.window)} <span class="quiet small">UTC</span></h3>
          <p class="quiet small">${batch.prompt.text ?? batch.prompt.id}</p>
          <ul class="tiles">${repeat(batch.runs, (run) => run.provider, (run) => tile(batch, run, thumbs, actions))}</ul>
        </section>`)}
      ${page && page.batches.length > shown ? html`<button type="button" class="btn" @click=${actions.more}>Show older</button>` : ''}
    </section>`;
}

/** @param {any} page @param {{window: string, provider: string} | null} opened */
function find(page, opened) {
  const batch = page?.batches.find((one) => one.window === opened?.window);
  const run = batch?.runs.find((one) => one.provider === opened?.provider);
  return run ? {batch, run} : null;
}

/** What is in the dialog. @param {any} page @param {any} opened @param {any} actions */
export function large(page, opened, actions) {
  const found = find(page, opened);
  if (!found) return html`<div class="large"><h2 id="large-title">This run is not among the newest any more.</h2><button type="button" class="btn" @click=${actions.shut}>Close</button></div>`;
  const {batch, run} = found;
  const fact = (title, value) => value === null || value === undefined || value === '' ? '' : html`<div><dt>${title}</dt><dd>${value}</dd></div>`;
  const t = run.timing_ms ?? {};
  return html`
    <div class="large">
      <header><h2 id="large-title">${provider(run.provider)}, ${when(batch.window)} UTC</h2>
        <button type="button" class="btn" @click=${actions.shut}>Close</button></header>
      ${run.picture ? whole(batch, run, actions) : ''}
      <p class="state">${mark(markOfResult(run.result))}<strong>${label(run.result)}</strong> ${meaning(run.result)}</p>
      <dl>
        ${fact('Prompt', batch.prompt.text)}
        ${fact('Accepted after', run.timing_ms ? seconds(t.accepted) : null)}
        ${fact('First byte after', run.timing_ms ? seconds(t.first_byte) : null)}
        ${fact('Picture after', run.timing_ms ? seconds(t.decoded) : null)}
        ${fact('Size', run.picture ? `${run.picture.width} × ${run.picture.height}, ${run.picture.content_type}` : null)}
        ${fact('Cost by the price list', run.usd ? dollars(run.usd) : null)}
        ${fact('Billed', run.billed)}
        ${fact('Asked under contract', run.contract)}
        ${fact('Fires skipped', run.skipped)}
        ${fact('Source', run.simulated ? 'Simulated: made up, or answered by a simulator' : 'The provider itself')}
      </dl>
    </div>`;
}

/** The last windows of one provider, one by one: arrows move, Enter opens. */
export function strip(page, id, actions) {
  const runs = (page?.batches ?? []).map((batch) => ({batch, run: batch.runs.find((run) => run.provider === id)})).filter((one) => one.run).reverse();
  if (runs.length === 0) return html`<p class="quiet">${page ? 'No windows yet.' : 'Not loaded.'}</p>`;
  return html`
    <div class="strip" role="toolbar" aria-label="The last ${runs.length} windows of ${provider(id)}, oldest first" @keydown=${walk} @focusin=${(event) => actions.strip(event.target.dataset.words)} @pointerover=${(event) => event.target.closest('[data-words]') && actions.strip(event.target.closest('[data-words]').dataset.words)}>
      ${repeat(runs, ({batch}) => batch.window, ({batch, run}, i) => {
        const words = `${when(batch.window)} UTC: ${label(run.result)}${run.timing_ms?.decoded ? `, ${seconds(run.timing_ms.decoded)}` : ''}`;
        return html`<button type="button" class="window ${markOfResult(run.result)}" tabindex=${i === runs.length - 1 ? 0 : -1} data-words=${words} aria-label=${words}
          @click=${() => actions.open(batch.window, id)}>${mark(markOfResult(run.result))}</button>`;
      })}
    </div>`;
}

/** @param {KeyboardEvent} event */
function walk(event) {
  const buttons = [.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll('button')];
  const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target));
  const to = {ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1}[event.key];
  if (to === undefined || !buttons[to]) return;
  event.preventDefault();
  buttons.forEach((button) => { button.tabIndex = -1; });
  buttons[to].tabIndex = 0;
  buttons[to].focus();
}
