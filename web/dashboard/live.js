/** How fresh the page is, in words; and what it is about. */
import {html} from '../vendor/lit-html/lit-html.js';
import {age, clock} from './number.js';
import {WINDOWS} from './place.js';
import {SOURCES} from './words.js';

/** @param {import('./feed.js').Feed} feed */
function words(feed) {
  const old = age(Date.now() - feed.updatedAt);
  switch (feed.state) {
    case 'loading': return 'Loading';
    case 'failed': return 'Not loaded';
    case 'live': return `Live, updated ${clock(feed.updatedAt)} UTC`;
    case 'paused': return `Paused, updated ${clock(feed.updatedAt)} UTC`;
    case 'offline': return `Offline, ${old} old`;
    default: return `Stale, ${old} old: the last refresh failed`;
  }
}

/** @param {import('./feed.js').Feed} feed */
export function live(feed) {
  return html`
    <p class="live" data-live=${feed.state}><span class="lamp" aria-hidden="true"></span>
      <span role="status">${feed.state === 'live' || feed.state === 'loading' ? '' : words(feed)}</span>${feed.state === 'live' || feed.state === 'loading' ? words(feed) : ''}
      <button type="button" class="btn" aria-pressed=${feed.pausedByHand ? 'true' : 'false'} @click=${() => feed.pause(!feed.pausedByHand)}>Pause</button></p>`;
}

/** @param {any} state @param {any} actions */
export function choices(state, actions) {
  const link = (change, text, current) => html`<a class="btn" href=${actions.href(change)} aria-current=${current ? 'true' : 'false'} @click=${(event) => actions.go(event, change)}>${text}</a>`;
  return html`
    <div class="filters">
      <nav aria-label="Source" class="group">${Object.entries(SOURCES).map(([source, text]) => link({source}, text, source === state.source))}</nav>
      <nav aria-label="Window" class="group">${WINDOWS.map((window) => link({window}, window, window === state.window))}</nav>
    </div>`;
}
