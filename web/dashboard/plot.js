/**
 * What all plots have in common: they are drawn at the width of their container, so that their text is
 * never scaled, and the same data stands as a table under them.
 */
import {html} from '../vendor/lit-html/lit-html.js';

const WIDTH = 600;

/** @type {Map<string, number>} */
const widths = new Map();
/** Plots whose table is open. @type {Set<string>} */
const unfolded = new Set();
let redraw = () => {};

const observer = new ResizeObserver((entries) => {
  let changed = false;
  for (const entry of entries) {
    const id = /** @type {HTMLElement} */ (entry.target).dataset.plot ?? '';
    const width = Math.floor(entry.contentRect.width);
    if (width > 0 && widths.get(id) !== width) {
      widths.set(id, width);
      changed = true;
    }
  }
  if (changed) redraw();
});

/** When a plot has another width, or its table is opened. @param {() => void} draw draws the page anew */
export function whenChanged(draw) {
  redraw = draw;
}

/** A table has hundreds of cells, which nobody sees while it is shut. @param {string} id @param {boolean} open */
function unfold(id, open) {
  if (open) unfolded.add(id);
  else unfolded.delete(id);
  redraw();
}

/** After each drawing: there may be new plots. @param {ParentNode} root */
export function watch(root) {
  for (const plot of root.querySelectorAll('[data-plot]')) observer.observe(plot);
}

/** @param {string} id @returns {number} in pixels */
export function widthOf(id) {
  return widths.get(id) ?? WIDTH;
}

/** While the page loads each part is drawn in a turn of its own, from the top down, so that none holds up a frame. */
const PARTS = /** @type {const} */ (['providers', 'windows', 'latency', 'success', 'compare', 'gallery']);
let drawn = 0;

/** @param {typeof PARTS[number]} part @returns {boolean} whether its turn has come */
export const isTurnOf = (part) => drawn >= PARTS.indexOf(part);

/** @returns {boolean} whether there is more to draw now */
export const goOn = () => drawn < PARTS.length - 1 && Boolean(++drawn);

/**
 * @param {{id: string, title: string, summary: string, drawing: unknown, head: string[], rows: unknown[][], links: [string, string][], note?: unknown}} plot
 *   `summary` says in a sentence what can be seen; `rows` hold the same data
 */
export function figure(plot) {
  return html`
    <figure class="plot" aria-labelledby="${plot.id}-title">
      <h3 id="${plot.id}-title">${plot.title}</h3>
      <p class="quiet small">${plot.summary}</p>
      <div class="drawing" data-plot=${plot.id}>${plot.drawing}</div>
      ${plot.note ?? ''}
      <div class="under">
        <details @toggle=${(event) => unfold(plot.id, event.target.open)}>
          <summary>Show as a table</summary>
          <div class="scroll" tabindex="0" role="region" aria-label="${plot.title}, as a table">
            <table data-table=${plot.id}>
              <thead><tr>${plot.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
              <tbody>${unfolded.has(plot.id) ? plot.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`) : ''}</tbody>
            </table>
          </div>
        </details>
        <p class="links">${plot.links.map(([text, href]) => html`<a href=${href}>${text}<span class="visually-hidden">, ${plot.title}</span></a>`)}</p>
      </div>
    </figure>`;
}
