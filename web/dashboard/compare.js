/** Two providers on the same windows, and whether the runs are enough to tell them apart. */
import {html} from '../vendor/lit-html/lit-html.js';
import {count, dollars, percent, seconds, NOTHING} from './number.js';
import {provider} from './words.js';

/**
 * The difference of two shares with its 95 % interval: Newcombe's, made of the two Wilson intervals.
 * @param {{value: number, low: number, high: number}} a
 * @param {{value: number, low: number, high: number}} b
 */
function difference(a, b) {
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}

/** @param {any} a @param {any} b @returns {string} */
function successVerdict(a, b) {
  if (!a.success_rate || !b.success_rate) return 'One of them has no runs: nothing can be said.';
  const {value, low, high} = difference(a.success_rate, b.success_rate);
  const points = (share) => (share * 100).toFixed(1).replace('-', '−');
  const told = `${points(value)} points (95 %: ${points(low)} to ${points(high)})`;
  if (low > 0) return `${provider(a.provider)} succeeds more often, by ${told}.`;
  if (high < 0) return `${provider(b.provider)} succeeds more often: ${told}.`;
  return `The runs cannot tell their success rates apart: ${told}.`;
}

/** Percentiles whose intervals do not meet are apart; others may or may not be. */
function latencyVerdict(a, b) {
  const [x, y] = [a.latency_ms.p50, b.latency_ms.p50];
  if (!x || !y || x.low === null || x.high === null || y.low === null || y.high === null) {
    return 'Too few successes to compare their P50.';
  }
  if (x.high < y.low) return `${provider(a.provider)} is quicker: its P50 lies below the other's interval.`;
  if (y.high < x.low) return `${provider(b.provider)} is quicker: its P50 lies below the other's interval.`;
  return 'The intervals of their P50 overlap: the successes cannot tell which is quicker.';
}

/** @param {any} report @param {string} first @param {string} second @param {any} actions */
export function compare(report, first, second, actions) {
  const find = (id) => report.providers.find((one) => one.provider === id);
  const [a, b] = [find(first), find(second)];
  const choice = (name, value, other) => html`
    <label>${name === 'provider' ? 'Compare' : 'with'}
      <select name=${name} @change=${(event) => actions.set({[name]: event.target.value})}>
        ${report.providers.filter((one) => one.provider !== other)
          .map((one) => html`<option value=${one.provider} .selected=${one.provider === value}>${provider(one.provider)}</option>`)}
      </select></label>`;
  const row = (title, told) => html`<tr><th scope="row">${title}</th><td>${told(a)}</td><td>${told(b)}</td></tr>`;
  const p = (name) => (one) => one.latency_ms[name] ? seconds(one.latency_ms[name].value) : NOTHING;
  return html`
    <section aria-labelledby="compare-title" class="card" data-compare>
      <h2 id="compare-title">Compare</h2>
      <p class="choices">${choice('provider', first, second)} ${choice('compare', second, first)}</p>
      ${!a || !b ? '' : html`
        <div class="scroll" tabindex="0" role="region" aria-label="Two providers compared">
          <table><thead><tr><td></td><th scope="col">${provider(a.provider)}</th><th scope="col">${provider(b.provider)}</th></tr></thead><tbody>
            ${row('Success', (one) => one.success_rate ? `${percent(one.success_rate.value)} of ${count(one.success_rate.n)}` : NOTHING)}
            ${row('P50', p('p50'))}${row('P95', p('p95'))}${row('P99', p('p99'))}
            ${row('Cost of a usable picture', (one) => dollars(one.cost.usd_per_usable_picture))}
          </tbody></table>
        </div>
        <p data-verdict="success">${successVerdict(a, b)}</p>
        <p data-verdict="latency">${latencyVerdict(a, b)}</p>`}
    </section>`;
}
