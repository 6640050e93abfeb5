/** One provider, as far as the numbers go. */
import {html} from '../vendor/lit-html/lit-html.js';
import {strip} from './gallery.js';
import {histogram} from './histogram.js';
import {count, percent} from './number.js';
import {isTurnOf} from './plot.js';
import {incidents, series} from './series.js';
import {label, meaning, provider} from './words.js';

/** @param {any} one */
function failures(one, links) {
  const rows = Object.entries(one.results).filter(([result]) => result !== 'success').sort((a, b) => b[1] - a[1]);
  const all = Object.values(one.results).reduce((sum, n) => sum + n, 0);
  return html`
    <section class="plot" aria-labelledby="failures-title">
      <h3 id="failures-title">What went wrong</h3>
      ${rows.length === 0 ? html`<p class="quiet">Nothing in this window.</p>` : html`
        <div class="scroll" tabindex="0" role="region" aria-label="What went wrong, by class">
          <table data-table="failures"><thead><tr><th scope="col">Class</th><th scope="col" class="number">Runs</th><th scope="col" class="number">Share</th><th scope="col">What it means</th></tr></thead>
            <tbody>${rows.map(([result, n]) => html`<tr data-class=${result}><th scope="row">${label(result)}</th><td class="number">${count(n)}</td><td class="number">${percent(n / all)}</td><td class="prose">${meaning(result)}</td></tr>`)}</tbody></table>
        </div>`}
      <p class="links">${links.map(([text, href]) => html`<a href=${href}>${text}<span class="visually-hidden">, what went wrong</span></a>`)}</p>
    </section>`;
}

/** @param {any} report @param {any} page @param {any} state @param {any} actions */
export function detail(report, page, state, actions) {
  const one = report.providers.find((candidate) => candidate.provider === state.provider);
  if (!one) return '';
  const href = `${actions.base}/v1/metrics?window=${report.window}&source=${report.source}&provider=${one.provider}`;
  const links = (table) => [['JSON', href], ['CSV', `${href}&format=csv&table=${table}`]];
  return html`
    <section class="card" aria-labelledby="detail-title" data-detail=${one.provider}>
      <h2 id="detail-title" tabindex="-1">${provider(one.provider)}</h2>
      ${report.source === 'benchmark' ? html`
        <section aria-labelledby="strip-title" class="plot">
          <h3 id="strip-title">Last windows</h3>
          ${strip(page, one.provider, actions)}
          <p class="quiet small" data-strip>${state.strip.of === one.provider ? state.strip.words : 'Point at a window, or walk along with the arrow keys.'}</p>
        </section>` : ''}
      ${isTurnOf('latency') ? html`
        <div class="plots">${histogram(one, links('histogram'))}${failures(one, links('results'))}${isTurnOf('success') ? series(report, one, links('points')) : ''}</div>
        ${isTurnOf('success') ? incidents(one.incidents) : ''}` : ''}
    </section>`;
}
