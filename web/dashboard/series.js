/** Success and latency over time: a line and a band, and a gap where nothing is known. */
import {html, svg} from '../vendor/lit-html/lit-html.js';
import {percent, seconds, when, NOTHING} from './number.js';
import {figure, widthOf} from './plot.js';
import {ASPECTS} from './words.js';

const HEIGHT = 180;
const LEFT = 52;
const TOP = 8;
const BOTTOM = 30;

/** Stretches without a gap. @param {any[]} points @param {number} step */
function stretches(points, step) {
  const out = [];
  for (const point of points) {
    const last = out.at(-1)?.at(-1);
    if (last && point.at - last.at <= step * 1.01) out.at(-1).push(point);
    else out.push([point]);
  }
  return out;
}

function frame(report, width) {
  const from = Date.parse(report.from);
  const to = Date.parse(report.to);
  const inner = width - LEFT - 8;
  return {
    from, to, width,
    x: (at) => LEFT + (Math.min(Math.max(at, from), to) - from) / (to - from) * inner,
    floor: HEIGHT - BOTTOM,
  };
}

function xAxis(f) {
  const ticks = Math.max(2, Math.min(6, Math.floor(f.width / 130)));
  return svg`<path class="axis" d="M${LEFT} ${f.floor + 0.5}H${f.width - 8}"/>
    ${Array.from({length: ticks}, (_, i) => {
      const at = f.from + (i / (ticks - 1)) * (f.to - f.from);
      return svg`<text class="tick" x=${f.x(at)} y=${HEIGHT - 8} text-anchor=${i === 0 ? 'start' : i === ticks - 1 ? 'end' : 'middle'}>${when(at)}</text>`;
    })}`;
}

function yAxis(f, values, y, told) {
  return values.map((value) => svg`<path class="grid" d="M${LEFT} ${Math.round(y(value)) + 0.5}H${f.width - 8}"/>
    <text class="tick" x=${LEFT - 6} y=${y(value) + 4} text-anchor="end">${told(value)}</text>`);
}

function spans(f, incidents, aspect) {
  return incidents.filter((incident) => incident.aspect === aspect).map((incident) => {
    const x = f.x(Date.parse(incident.began));
    const end = f.x(incident.ended ? Date.parse(incident.ended) : f.to);
    return svg`<rect class="incident" x=${x} y=${TOP} width=${Math.max(3, end - x)} height=${f.floor - TOP}/>`;
  });
}

function ticks(f, points, step) {
  return points.filter((point) => point.skipped || point.missed).map((point) =>
    svg`<path class=${point.missed ? 'missed' : 'skipped'} d="M${f.x(point.at + step / 2)} ${f.floor + 2}v6"/>`);
}

function line(stretch, x, y) {
  return stretch.map((point, i) => `${i ? 'L' : 'M'}${x(point).toFixed(1)} ${y(point).toFixed(1)}`).join('');
}

function successDrawing(report, one, points, step) {
  const f = frame(report, widthOf('success'));
  const known = points.filter((point) => point.n > 0);
  const least = Math.min(1, ...known.map((point) => point.successes / point.n));
  const bottom = least > 0.9 ? 0.9 : least > 0.5 ? 0.5 : 0;
  const y = (share) => TOP + (1 - share) / (1 - bottom) * (f.floor - TOP);
  const x = (point) => f.x(point.at + step / 2);
  return html`<svg class="chart" width=${f.width} height=${HEIGHT} viewBox="0 0 ${f.width} ${HEIGHT}" role="img" aria-labelledby="success-title">
    ${spans(f, one.incidents, 'success_rate')}
    ${yAxis(f, [bottom, (1 + bottom) / 2, 1], y, percent)}
    ${stretches(known, step).map((stretch) => svg`<path class="line" d=${line(stretch, x, (point) => y(point.successes / point.n))}/>`)}
    ${known.length <= 60 ? known.map((point) => svg`<circle class="dot" cx=${x(point)} cy=${y(point.successes / point.n)} r="2.5"/>`) : ''}
    ${xAxis(f)}${ticks(f, points, step)}
  </svg>`;
}

function latencyDrawing(report, one, points, step) {
  const f = frame(report, widthOf('latency'));
  const known = points.filter((point) => point.p50_ms !== null);
  const most = Math.max(1000, ...known.map((point) => point.p95_ms ?? point.p50_ms)) * 1.1;
  const y = (ms) => f.floor - ms / most * (f.floor - TOP);
  const x = (point) => f.x(point.at + step / 2);
  return html`<svg class="chart" width=${f.width} height=${HEIGHT} viewBox="0 0 ${f.width} ${HEIGHT}" role="img" aria-labelledby="latency-title">
    ${spans(f, one.incidents, 'latency')}
    ${yAxis(f, [0, most / 2, most], y, seconds)}
    ${stretches(known.filter((point) => point.p95_ms !== null), step).map((stretch) =>
      svg`<path class="band" d="${line(stretch, x, (point) => y(point.p95_ms))}${line([...stretch].reverse(), x, (point) => y(point.p50_ms)).replace('M', 'L')}Z"/>`)}
    ${stretches(known, step).map((stretch) => svg`<path class="line" d=${line(stretch, x, (point) => y(point.p50_ms))}/>`)}
    ${known.length <= 60 ? known.map((point) => svg`<circle class="dot" cx=${x(point)} cy=${y(point.p50_ms)} r="2.5"/>`) : ''}
    ${xAxis(f)}${ticks(f, points, step)}
  </svg>`;
}

/** @param {any} report @param {any} one @param {[string, string][]} links */
export function series(report, one, links) {
  const step = report.step_seconds * 1000;
  const points = one.points.map((point) => ({...point, at: Date.parse(point.from)}));
  const missed = points.reduce((sum, point) => sum + point.missed, 0);
  const skipped = points.reduce((sum, point) => sum + point.skipped, 0);
  const gaps = `${missed} windows missed, ${skipped} fires skipped: ticks below the line.`;
  return html`
    ${figure({
      id: 'success',
      title: 'Success over time',
      summary: report.source === 'benchmark' ? gaps : 'Attempts of real generations.',
      drawing: successDrawing(report, one, points, step),
      head: ['From (UTC)', 'Runs', 'Successes', 'Share', 'Missed', 'Skipped'],
      rows: points.map((point) => [when(point.at), point.n, point.successes, point.n ? percent(point.successes / point.n) : NOTHING, point.missed, point.skipped]),
      links,
    })}
    ${figure({
      id: 'latency',
      title: 'Time to a picture over time',
      summary: 'P50 as a line, up to P95 as a band; a step with under 6 successes has no P50, with under 20 no P95.',
      drawing: latencyDrawing(report, one, points, step),
      head: ['From (UTC)', 'P50', 'P95'],
      rows: points.map((point) => [when(point.at), seconds(point.p50_ms), seconds(point.p95_ms)]),
      links,
    })}`;
}

/** @param {any[]} incidents */
export function incidents(incidents) {
  const told = (incident, value) => incident.aspect === 'latency' ? seconds(value) : percent(value);
  return html`
    <section aria-labelledby="incidents-title" class="plot">
      <h3 id="incidents-title">Incidents</h3>
      ${incidents.length === 0 ? html`<p class="quiet">None in this window.</p>` : html`
        <ul class="incidents">${[...incidents].reverse().map((incident) => html`
          <li><strong>${ASPECTS[incident.aspect] ?? incident.aspect}</strong>
            ${told(incident, incident.before)} before, ${told(incident, incident.during)} during.
            <span class="quiet">From ${when(incident.began)} ${incident.ended ? `to ${when(incident.ended)}` : 'on, and it lasts'} (UTC); noticed ${when(incident.noticed)}.${incident.simulated ? ' Simulated.' : ''}</span>
          </li>`)}</ul>`}
    </section>`;
}
