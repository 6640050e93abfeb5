/** The reliability page: asks, keeps the answers, draws. */
import {html, render} from '../vendor/lit-html/lit-html.js';
import * as api from './api.js';
import {compare} from './compare.js';
import {detail} from './detail.js';
import {embed} from './embed.js';
import {evaluations} from './evaluations.js';
import {Feed} from './feed.js';
import {gallery, keyOf, large} from './gallery.js';
import {choices, live, still, trouble} from './live.js';
import {goOn, isTurnOf, watch, whenChanged} from './plot.js';
import * as place from './place.js';
import {table} from './table.js';
import {Thumbs} from './thumb.js';

const BATCHES = 24;
const STEP = 4;
/** Pictures that do not load ask for new addresses at most so often; the next answer brings some anyway. */
const RENEW_MS = 10_000;

const root = /** @type {HTMLElement} */ (document.getElementById('page'));
const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('large'));
const thumbs = new Thumbs();
const larges = new Thumbs();

const state = {
  ...place.read(location.search),
  base: '',
  /** @type {any} */ report: null,
  /** @type {any} */ page: null,
  sort: {by: 'provider', down: false},
  shown: STEP,
  strip: {of: '', words: ''},
  /** @type {Error | null} */ absent: null,
  renewedAt: 0,
  /** @type {{window: string, provider: string} | null} */ opened: null,
};

const feed = new Feed(ask, draw);

async function ask() {
  const {window, source} = state;
  const [report, page] = await Promise.allSettled([
    api.metrics(state.base, window, source),
    source === 'benchmark' ? api.batches(state.base, BATCHES) : null,
  ]);
  if (window !== state.window || source !== state.source) return false; // Somebody asked for something else meanwhile.
  state.absent = page.status === 'rejected' ? page.reason : null;
  if (page.status === 'fulfilled' && page.value) {
    state.page = page.value;
    thumbs.renew(addresses(state.page, 'thumbnail'));
    larges.renew(addresses(state.page, 'picture'));
  }
  if (report.status === 'rejected') throw report.reason;
  state.report = report.value;
  return true;
}

/** @param {any} page @param {'thumbnail' | 'picture'} what @returns {[string, any][]} */
function addresses(page, what) {
  return page.batches.flatMap((batch) => batch.runs.filter((run) => run[what]).map((run) => [keyOf(batch.window, run), run[what]]));
}

const actions = {
  get base() { return state.base; },
  href: (change) => place.href({...state, ...change}),
  set(change) {
    const asks = ['window', 'source'].some((name) => name in change && change[name] !== state[name]);
    Object.assign(state, change);
    history.pushState(null, '', place.href(state));
    if (asks) feed.now();
    draw();
  },
  go(event, change) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0) return;
    event.preventDefault();
    actions.set(change);
    if ('provider' in change) document.getElementById('detail-title')?.focus();
  },
  sort(by) {
    state.sort = {by, down: state.sort.by === by ? !state.sort.down : false};
    draw();
  },
  more() {
    state.shown += STEP;
    draw();
  },
  strip(words) {
    if (words === state.strip.words && state.provider === state.strip.of) return;
    state.strip = {of: state.provider, words};
    draw();
  },
  larges,
  imageFailed(key, url) {
    for (const pictures of [thumbs, larges]) pictures.fail(key, url);
    draw();
    if (Date.now() - state.renewedAt < RENEW_MS) return;
    state.renewedAt = Date.now();
    feed.now();
  },
  open(window, provider) {
    state.opened = {window, provider};
    draw();
    dialog.showModal();
  },
  shut() {
    dialog.close();
  },
};

/** Who is looked at: who was chosen, or the first that is not well, or the first. */
function settle() {
  const ids = state.report.providers.map((one) => one.provider);
  if (!ids.includes(state.provider)) {
    state.provider = state.report.providers.find((one) => one.state === 'degraded')?.provider ?? ids[0];
  }
  if (!ids.includes(state.compare) || state.compare === state.provider) {
    state.compare = ids.find((id) => id !== state.provider) ?? '';
  }
}

function content() {
  const {report} = state;
  if (!report) {
    return feed.state === 'failed'
      ? html`<section class="card" role="alert"><p>${feed.trouble ? trouble(feed.trouble) : ''}</p><p><button type="button" class="btn" @click=${() => feed.now()}>Try again</button></p></section>`
      : html`<section class="card skeleton" aria-busy="true" aria-label="Loading"></section>`;
  }
  settle();
  const old = still(report, state, feed.asking);
  root.toggleAttribute('data-still', Boolean(old));
  return html`
    ${report.simulated ? html`<p class="notice" data-simulated><strong>Simulated data.</strong> Some or all of these runs were made up, or answered by a simulator.</p>` : ''}
    <section class="card" aria-labelledby="providers-title" aria-busy=${old ? 'true' : 'false'}>
      <div class="titled"><h2 id="providers-title">Providers</h2><p class="still" role="status">${old}</p></div>
      <p class="quiet small">${report.source === 'benchmark'
        ? 'One prompt for all, every few minutes. Success counts runs that say something about the provider, with the 95 % interval; latency is the time to a picture.'
        : 'Attempts of real generations, each with its own work: providers are not asked the same. Latency is the time to a picture that was kept.'}</p>
      ${table(report, state, actions)}
    </section>
    ${isTurnOf('windows') ? detail(report, state.page, state, actions) : ''}
    ${isTurnOf('compare') ? html`${compare(report, state.provider, state.compare, actions)}${evaluations(report.evaluations)}` : ''}
    ${isTurnOf('gallery') ? html`${report.source === 'benchmark' ? gallery(state.page, state.shown, thumbs, actions) : ''}${embed(report, state.provider, state.base)}` : ''}`;
}

function draw() {
  const start = performance.now();
  render(html`
    <div class="heading"><h1>Provider reliability</h1>${live(feed, state.absent)}</div>
    ${choices(state, actions)}
    ${content()}`, root);
  if (state.opened) render(large(state.page, state.opened, actions), dialog);
  watch(root);
  performance.measure('draw', {start});
  if (!state.report) return;
  if (goOn()) setTimeout(draw);
  else root.dataset.ready = 'true';
}

addEventListener('popstate', () => {
  Object.assign(state, place.read(location.search));
  feed.now();
  draw();
});
dialog.addEventListener('close', () => {
  state.opened = null;
});
whenChanged(draw);
draw();
api.config()
  .then((config) => { state.base = config.api; })
  .catch(() => {}) // Then the API is where the page is.
  .finally(() => feed.now());
