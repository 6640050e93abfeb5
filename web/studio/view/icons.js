/** Signs, drawn with one line. None says anything alone: each stands beside its word. */
import {html, svg} from '../../vendor/lit-html/lit-html.js';

/** @type {Record<string, ReturnType<typeof svg>>} */
const PATHS = {
  brush: svg`<path d="M9.5 14.5 19 5a2.1 2.1 0 0 0-3-3l-9.5 9.5M9 12c-3 0-4 2-4 4s-1 3-2 3c1 2 9 2 9-3 0-2-1-4-3-4z"/>`,
  eraser: svg`<path d="m8 20-5-5L14 4l6 6-10 10zM7 20h14M9 9l6 6"/>`,
  move: svg`<path d="M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3"/>`,
  tag: svg`<path d="M3 12V4h8l10 10-8 8z"/><circle cx="7.5" cy="8.5" r="1.5"/>`,
  patch: svg`<rect x="3" y="3" width="18" height="18" rx="3" stroke-dasharray="3.5 3"/><rect x="8" y="8" width="8" height="8" rx="1.5"/>`,
  pin: svg`<path d="M12 21s-7-6.2-7-11a7 7 0 0 1 14 0c0 4.8-7 11-7 11z"/><circle cx="12" cy="10" r="2.5"/>`,
  scissors: svg`<circle cx="6" cy="6" r="3"/><circle cx="6" cy="18" r="3"/><path d="m8.5 8 12 9M8.5 16l12-9"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4"/>`,
  scene: svg`<rect x="3" y="4" width="18" height="16" rx="2"/><path d="m3 17 5-5 4 4 4-5 5 6"/><circle cx="9" cy="8.5" r="1.2"/>`,
  expand: svg`<path d="M9 3H3v6M15 3h6v6M9 21H3v-6M15 21h6v-6"/><rect x="8.5" y="8.5" width="7" height="7" rx="1"/>`,
  person: svg`<circle cx="12" cy="7" r="4"/><path d="M4 21c0-5 4-7 8-7s8 2 8 7"/>`,
  words: svg`<path d="M4 6h16M4 11h16M4 16h9"/>`,
  spark: svg`<path d="M12 3c.6 5.4 3.6 8.4 9 9-5.4.6-8.4 3.6-9 9-.6-5.4-3.6-8.4-9-9 5.4-.6 8.4-3.6 9-9z"/>`,
  frame: svg`<path d="M4 8V4h4M20 8V4h-4M4 16v4h4M20 16v4h-4"/><circle cx="12" cy="12" r="3.5"/>`,
  up: svg`<path d="M12 19V5M6 11l6-6 6 6"/>`,
  set: svg`<rect x="3" y="3" width="8" height="8" rx="1.5"/><rect x="13" y="3" width="8" height="8" rx="1.5"/><rect x="3" y="13" width="8" height="8" rx="1.5"/><rect x="13" y="13" width="8" height="8" rx="1.5"/>`,
  pass: svg`<circle cx="12" cy="12" r="9"/><path d="m8 12.2 2.8 2.8L16 9.5"/>`,
  warn: svg`<path d="M12 3 2 20h20z"/><path d="M12 10v4.5M12 17.2v.1"/>`,
  fail: svg`<path d="M8 2.5h8l5.5 5.5v8L16 21.5H8L2.5 16V8z"/><path d="m9 9 6 6M15 9l-6 6"/>`,
  none: svg`<circle cx="12" cy="12" r="9" stroke-dasharray="3.2 3"/>`,
  undo: svg`<path d="M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3"/>`,
  redo: svg`<path d="m16 5 4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h3"/>`,
  invert: svg`<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"/>`,
  clear: svg`<path d="M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14"/>`,
  fit: svg`<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  minus: svg`<path d="M5 12h14"/>`,
  cross: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  back: svg`<path d="M15 5 8 12l7 7"/>`,
  download: svg`<path d="M12 4v12M7 11l5 5 5-5M4 20h16"/>`,
  again: svg`<path d="M20 11a8 8 0 1 0-2.3 6M20 5v6h-6"/>`,
  camera: svg`<path d="M4 8h4l1.5-3h5L16 8h4v11H4z"/><circle cx="12" cy="13" r="3.5"/>`,
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>`,
  box: svg`<rect x="4" y="6" width="16" height="12" rx="1" stroke-dasharray="3 2.5"/>`,
  drop: svg`<path d="M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11z"/>`,
  more: svg`<path d="M9 6 4 12l5 6M15 6l5 6-5 6"/>`,
};

/** @param {string} name @param {string} [className] */
export function icon(name, className = 'icon') {
  return html`<svg class=${className} data-icon=${name} viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor"
    stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${PATHS[name]}</svg>`;
}

/** A shape as it is, within a square of 18. @param {string} wire such as "4:5" */
export function shapeIcon(wire) {
  const [w, h] = wire.split(':').map(Number);
  const scale = 16 / Math.max(w, h);
  const width = Math.max(5, Math.round(w * scale));
  const height = Math.max(5, Math.round(h * scale));
  return html`<svg class="shape" viewBox="0 0 18 18" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">
    <rect x=${(18 - width) / 2} y=${(18 - height) / 2} width=${width} height=${height} rx="1.5"></rect></svg>`;
}
