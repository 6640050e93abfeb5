/** All providers at a glance. */
import {html, svg} from '../vendor/lit-html/lit-html.js';
import {repeat} from '../vendor/lit-html/directives/repeat.js';
import {mark, markOfState} from './mark.js';
import {count, dollars, percent, seconds} from './number.js';
import {STATES, provider} from './words.js';

/** Shown from so many successes on. @type {Record<string, number>} */
const LEAST = {p50: 6, p95: 20, p99: 100};

/** @typedef {{id: string, title: string, value: (one: any) => number | string | null, cell: (one: any) => unknown, benchmark?: boolean}} Column */

/** @param {string} name @returns {Column} */
function percentile(name) {
  return {
    id: name,
    title: name.toUpperCase(),
    value: (one) => one.latency_ms[name]?.value ?? null,
    cell: ({latency_ms: latency}) => {
      const known = latency[name];
      if (!known) return html`<span class="quiet small" data-hidden>n under ${LEAST[name]}</span>`;
      return html`${seconds(known.value)}<br><span class="quiet small">${interval(known, seconds)}</span>`;
    },
  };
}

function interval({low, high}, told) {
  if (low === null && high === null) return '';
  return `${low === null ? '…' : told(low)} – ${high === null ? '…' : told(high)}`;
}

/** A picture of the success rate, for those who see it; the words are in the plot below. */
function trend(one) {
  const known = one.points.filter((point) => point.n > 0);
  if (known.length < 2) return html`<span class="quiet small">too short</span>`;
  const share = (point) => point.successes / point.n;
  const x = (i) => 1 + i / (known.length - 1) * 78;
  const y = (point) => 2 + (1 - Math.max(0, (share(point) - 0.5) * 2)) * 20;
  const third = Math.max(1, Math.floor(known.length / 3));
  const mean = (points) => points.reduce((sum, point) => sum + point.successes, 0) / points.reduce((sum, point) => sum + point.n, 0);
  const words = `${percent(mean(known.slice(0, third)))}, then ${percent(mean(known.slice(-third)))}`;
  return html`<svg class="spark" width="80" height="24" role="img" aria-label="Success rate ${words}">
    <title>${words}</title>${svg`<path class="line" d=${known.map((point, i) => `${i ? 'L' : 'M'}${x(i).toFixed(1)} ${y(point).toFixed(1)}`).join('')}/>`}</svg>`;
}

/** @type {Column[]} */
const COLUMNS = [
  {id: 'provider', title: 'Provider', value: (one) => one.provider, cell: () => ''},
  {id: 'state', title: 'State', value: (one) => one.state,
    cell: (one) => html`<span class="state">${mark(markOfState(one.state))}${STATES[one.state] ?? one.state}</span>`},
  {id: 'success', title: 'Success', value: (one) => one.success_rate?.value ?? null,
    cell: ({success_rate: rate}) => rate
      ? html`<strong data-success=${rate.value}>${percent(rate.value)}</strong> <span class="quiet small">n ${count(rate.n)}</span><br>
          <span class="quiet small">${interval(rate, percent)}</span>`
      : html`<span class="quiet small">no runs</span>`},
  percentile('p50'), percentile('p95'), percentile('p99'),
  {id: 'picture', title: 'Cost', value: (one) => one.cost.usd_per_picture,
    cell: (one) => html`${dollars(one.cost.usd_per_picture)}<br><span class="quiet small">a picture</span>`},
  {id: 'usable', title: 'Usable cost', value: (one) => one.cost.usd_per_usable_picture,
    cell: (one) => html`${dollars(one.cost.usd_per_usable_picture)}<br><span class="quiet small">a usable one</span>`},
  {id: 'trend', title: 'Trend', value: () => null, cell: trend},
  {id: 'skipped', title: 'Skipped', benchmark: true, value: (one) => one.skipped, cell: (one) => count(one.skipped)},
  {id: 'missed', title: 'Missed', benchmark: true, value: (one) => one.missed, cell: (one) => count(one.missed)},
  {id: 'lost', title: 'Lost', benchmark: true, value: (one) => one.lost, cell: (one) => count(one.lost)},
];

/** @param {any[]} providers @param {{by: string, down: boolean}} sort what nobody knows comes last */
function sorted(providers, sort) {
  const column = COLUMNS.find((one) => one.id === sort.by) ?? COLUMNS[0];
  const known = (one) => column.value(one) !== null && column.value(one) !== undefined;
  const compare = (a, b) => {
    if (known(a) !== known(b)) return known(a) ? -1 : 1;
    const [x, y] = [column.value(a) ?? 0, column.value(b) ?? 0];
    const order = x < y ? -1 : x > y ? 1 : 0;
    return (sort.down ? -order : order) || (a.provider < b.provider ? -1 : 1);
  };
  return [...providers].sort(compare);
}

function head(column, sort, actions) {
  if (column.id === 'trend') return html`<th scope="col">${column.title}</th>`;
  const by = sort.by === column.id;
  return html`<th scope="col" aria-sort=${by ? (sort.down ? 'descending' : 'ascending') : 'none'}>
    <button type="button" class="sort" @click=${() => actions.sort(column.id)}>${column.title}<span aria-hidden="true">${by ? (sort.down ? ' ↓' : ' ↑') : ''}</span></button></th>`;
}

/** @param {any} report @param {{sort: {by: string, down: boolean}, provider: string}} state @param {any} actions */
export function table(report, state, actions) {
  const columns = COLUMNS.filter((column) => !column.benchmark || report.source === 'benchmark');
  return html`
    <div class="scroll" tabindex="0" role="region" aria-label="All providers, side by side">
      <table class="providers">
        <thead><tr>${columns.map((column) => head(column, state.sort, actions))}</tr></thead>
        <tbody>${repeat(sorted(report.providers, state.sort), (one) => one.provider, (one) => html`
          <tr data-provider=${one.provider} class=${one.provider === state.provider ? 'chosen' : ''}>
            ${columns.map((column) => column.id === 'provider'
              ? html`<th scope="row"><a href=${actions.href({provider: one.provider})} aria-current=${one.provider === state.provider ? 'true' : 'false'}
                  @click=${(event) => actions.go(event, {provider: one.provider})}>${provider(one.provider)}</a></th>`
              : html`<td data-column=${column.id}>${column.cell(one)}</td>`)}
          </tr>`)}</tbody>
      </table>
    </div>`;
}
