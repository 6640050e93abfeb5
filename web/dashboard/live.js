/** How fresh the page is, in words; and what it is about. */
import {html} from '../vendor/lit-html/lit-html.js';
import {age, clock} from './number.js';
import {WINDOWS} from './place.js';
import {SOURCES} from './words.js';

/**
 * What is read out when it changes, which is nothing while all is well; and what grows old beside it.
 *
 * @param {import('./feed.js').Feed} feed @returns {[string, string]}
 */
function words(feed) {
  const updated = `updated ${clock(feed.updatedAt)} UTC`;
  const old = `\u00a0· ${age(Date.now() - feed.updatedAt)} old`;
  switch (feed.state) {
    case 'loading': return ['', 'Loading'];
    case 'failed': return ['Not loaded', ''];
    case 'live': return ['', `Live, ${updated}`];
    case 'paused': return ['Paused', `\u00a0· ${updated}`];
    case 'offline': return ['Offline', old];
    default: return [`Stale: ${feed.trouble ? 'the last refresh failed' : 'no answer yet'}`, old];
  }
}

/** @param {Error & {requestId?: string}} error */
export function trouble(error) {
  return html`${error.message}${error.requestId ? html` <span class="mono">Request ${error.requestId}</span>` : ''}`;
}

/** @param {import('./feed.js').Feed} feed @param {Error | null} absent why windows and pictures did not come, though numbers did */
export function live(feed, absent) {
  const [state, beside] = words(feed);
  return html`
    <p class="live" data-live=${feed.state}><span class="lamp" aria-hidden="true"></span>
      <span role="status">${state}</span>${beside}
      <span role="status" class="absent">${absent && !feed.trouble ? html`Last windows and batches did not load: ${trouble(absent)}` : ''}</span>
      <button type="button" class="btn" aria-pressed=${feed.pausedByHand ? 'true' : 'false'} @click=${() => feed.pause(!feed.pausedByHand)}>Pause</button></p>`;
}

/** What is shown while it is not yet, or not, what was asked for. @param {any} report @param {any} state @param {boolean} asking */
export function still(report, state, asking) {
  const other = (name) => report[name] !== state[name];
  const named = (of) => [other('source') && SOURCES[of.source], other('window') && of.window].filter(Boolean).join(', ');
  return named(report) && `Still ${named(report)}: ${named(state)} ${asking ? 'is loading' : 'did not load'}.`;
}

/** @param {any} state @param {any} actions */
export function choices(state, actions) {
  const link = (change, text, current) => html`<a class="btn" href=${actions.href(change)} aria-current=${current ? 'true' : 'false'} @click=${(event) => actions.go(event, change)}>${text}</a>`;
  return html`
    <div class="filters">
      <nav aria-label="Source" class="seg">${Object.entries(SOURCES).map(([source, text]) => link({source}, text, source === state.source))}</nav>
      <nav aria-label="Window" class="seg">${WINDOWS.map((window) => link({window}, window, window === state.window))}</nav>
    </div>`;
}
