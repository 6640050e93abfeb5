/** How long verdicts take: of real generations only. */
import {html} from '../vendor/lit-html/lit-html.js';
import {count, percent, seconds, NOTHING} from './number.js';

const told = (known) => known ? seconds(known.value) : NOTHING;

/** @param {any} evaluations */
export function evaluations(evaluations) {
  if (!evaluations) return '';
  const {n, verdicts, incomplete, time_to_verdict_ms: time, judges} = evaluations;
  return html`
    <section class="card" aria-labelledby="evaluations-title" data-evaluations>
      <h2 id="evaluations-title">Quality checks</h2>
      ${n === 0 ? html`<p class="quiet">None in this window.</p>` : html`
        <p>${count(n)} in this window: ${Object.entries(verdicts).map(([verdict, m]) => `${count(m)} ${verdict}`).join(', ')}.
          Did not finish: ${percent(incomplete.value)} <span class="quiet small">(${percent(incomplete.low)} – ${percent(incomplete.high)})</span>.</p>
        <div class="scroll" tabindex="0" role="region" aria-label="Time of quality checks">
          <table><thead><tr><th scope="col">Time of</th><th scope="col" class="number">n</th><th scope="col" class="number">P50</th><th scope="col" class="number">P95</th><th scope="col" class="number">P99</th></tr></thead><tbody>
            <tr><th scope="row">the verdict</th><td class="number">${count(time.n)}</td><td class="number">${told(time.p50)}</td><td class="number">${told(time.p95)}</td><td class="number">${told(time.p99)}</td></tr>
            ${judges.map(({judge, latency_ms: latency}) => html`<tr><th scope="row">${judge}</th><td class="number">${count(latency.n)}</td><td class="number">${told(latency.p50)}</td><td class="number">${told(latency.p95)}</td><td class="number">${told(latency.p99)}</td></tr>`)}
          </tbody></table>
        </div>`}
    </section>`;
}
