/** How latencies are spread: the bars of the API, as they are. */
import {html, svg} from '../vendor/lit-html/lit-html.js';
import {seconds} from './number.js';
import {figure, widthOf} from './plot.js';

const HEIGHT = 200;
const TOP = 44;
const BOTTOM = 24;
const LABELLED = [250, 1000, 4000, 16_000, 64_000, 256_000];

/** @param {{from_ms: number, to_ms: number | null}} bar */
function bounds(bar) {
  if (bar.to_ms === null) return `from ${seconds(bar.from_ms)} on`;
  return bar.from_ms === 0 ? `under ${seconds(bar.to_ms)}` : `${seconds(bar.from_ms)} to ${seconds(bar.to_ms)}`;
}

/** Where a latency lies between the first bar and the last one: bars are as wide as each other. */
function position(bars, ms) {
  const i = bars.findIndex((bar) => bar.to_ms === null || ms < bar.to_ms);
  const bar = bars[i];
  if (bar.to_ms === null || bar.from_ms === 0) return i + 0.5;
  return i + Math.log(ms / bar.from_ms) / Math.log(bar.to_ms / bar.from_ms);
}

function percentiles(latency) {
  return ['p50', 'p95', 'p99'].filter((name) => latency[name]).map((name) => ({name: name.toUpperCase(), ...latency[name]}));
}

function drawing(id, bars, latency) {
  const width = widthOf(id);
  const step = width / bars.length;
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const floor = HEIGHT - BOTTOM;
  return html`<svg class="chart" width=${width} height=${HEIGHT} viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-labelledby="${id}-title">
    ${bars.map((bar, i) => {
      const height = bar.count === 0 ? 0 : Math.max(2, (bar.count / most) * (floor - TOP));
      return svg`<rect class="bar" data-count=${bar.count} x=${i * step + 1} y=${floor - height} width=${Math.max(1, step - 2)} height=${height}/>`;
    })}
    <path class="axis" d="M0 ${floor + 0.5}H${width}"/>
    ${bars.map((bar, i) => LABELLED.includes(bar.from_ms) && (step > 16 || LABELLED.indexOf(bar.from_ms) % 2 === 1)
      ? svg`<text class="tick" x=${i * step} y=${HEIGHT - 6} text-anchor="middle">${seconds(bar.from_ms).replace('.00', '').replace('.0', '')}</text>` : '')}
    ${percentiles(latency).map((one, i) => {
      const x = position(bars, one.value) * step;
      const end = x > width - 90;
      return svg`<path class="marker" d="M${x} ${10 + i * 14}V${floor}"/>
        <text class="tick" x=${end ? x - 4 : x + 4} y=${14 + i * 14} text-anchor=${end ? 'end' : 'start'}>${one.name} ${seconds(one.value)}</text>`;
    })}
  </svg>`;
}

/** @param {any} one a provider of the answer @param {[string, string][]} links */
export function histogram(one, links) {
  const {latency_ms: latency, histogram: bars} = one;
  const hidden = [['p50', 6], ['p95', 20], ['p99', 100]].filter(([name]) => !latency[name]);
  return figure({
    id: 'histogram',
    title: 'Time to a picture',
    summary: latency.n === 0 ? 'No success in this window.' : `${latency.n} successes; how long failures took is not in it.`,
    drawing: drawing('histogram', bars, latency),
    note: hidden.length && latency.n
      ? html`<p class="quiet small" data-hidden-percentiles>${hidden.map(([name, n]) => `${String(name).toUpperCase()} is told from ${n} successes on`).join('; ')}.</p>` : '',
    head: ['Time', 'Runs'],
    rows: bars.map((bar) => [bounds(bar), bar.count]),
    links,
  });
}
