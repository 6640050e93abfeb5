/** What comes in over the whole page: keys, and the sheet that tells of them; dropped and pasted files, files that were chosen. */
/** @import {Acts} from './view/app.js' */
import {html, render} from '../vendor/lit-html/lit-html.js';
import {jot, recall} from './keep/keep.js';
import * as photo from './photo.js';
import {get, update} from './store.js';
import {isOpen, phaseOf} from './verdict.js';

const PLACE = 'easel.keys';

/** @type {[string, string][]} */
const ANYWHERE = [
  ['Ctrl+Enter', 'Apply'],
  ['Escape', 'Close, or go back'],
  ['Alt+Up and Alt+Down', 'Earlier words, in the description'],
  ['\\', 'Hold to see before'],
  ['?', 'This sheet'],
];

/** @type {[string, string][]} */
const ON_CANVAS = [
  ['B', 'Brush'],
  ['E', 'Eraser'],
  ['H', 'Move the photo'],
  ['[ and ]', 'Smaller and larger; with Shift by 10 pixels'],
  ['Ctrl+Z', 'Undo'],
  ['Ctrl+Shift+Z, Ctrl+Y', 'Redo'],
  ['Shift+I', 'Invert the mask'],
  ['C', 'Show the mask in another colour'],
  ['0', 'Fit the photo'],
  ['1', 'Show it at 100 %'],
  ['+ and -', 'Zoom in and out'],
  ['Arrow keys', 'Move the cursor; with Shift farther'],
  ['Enter, Space', 'Paint at the cursor'],
  ['Shift+Enter, Shift+click', 'Paint straight from the last point'],
  ['Alt+drag, right button', 'Erase for one stroke'],
  ['Space+drag, middle button', 'Move the photo'],
  ['Wheel, pinch', 'Zoom; Shift+wheel moves sideways'],
  ['Escape', 'Take back the stroke in hand'],
];

/** Keys of one letter can be turned off (WCAG 2.1.4); those of the canvas work only while it has the focus. */
const single = () => recall(PLACE) !== 'off';

/**
 * @param {{acts: Acts, help: HTMLDialogElement, file: HTMLInputElement, camera: HTMLInputElement, page: HTMLElement}} of
 */
export function listen({acts, help, file, camera, page}) {
  document.addEventListener('keydown', (event) => down(event, acts, help));
  document.addEventListener('keyup', (event) => event.key === '\\' && get().peek && update({peek: false}));
  for (const input of [file, camera]) {
    input.addEventListener('change', () => {
      const [chosen] = input.files ?? [];
      input.value = '';
      if (chosen) photo.choose(chosen);
    });
  }
  document.addEventListener('paste', (event) => {
    // Whoever copied words with a picture of them wants the words, where words go.
    const words = /** @type {HTMLElement} */ (event.target).matches('textarea, input') && event.clipboardData?.types.includes('text/plain');
    const pasted = photo.fileOf(event.clipboardData);
    if (pasted && !words && isFree()) photo.choose(pasted);
  });
  dropping(page);
  drawHelp(help);
}

/** @param {HTMLDialogElement} sheet */
function drawHelp(sheet) {
  const list = (/** @type {[string, string][]} */ keys) => html`<dl>${keys.map(([key, what]) => html`<div><dt>${what}</dt><dd><kbd>${key}</kbd></dd></div>`)}</dl>`;
  render(html`
    <header><h2 id="help-title">Shortcuts</h2>
      <form method="dialog"><button class="btn" type="submit">Close</button></form></header>
    <div class="sheet" tabindex="0" role="group" aria-labelledby="help-title">
      <section><h3>Anywhere</h3>${list(ANYWHERE)}
        <label class="check"><input type="checkbox" id="single-keys" .checked=${single()}
          @change=${(/** @type {any} */ event) => jot(PLACE, event.target.checked ? 'on' : 'off')}><span>Use single-letter keys outside the canvas</span></label></section>
      <section><h3>While the canvas has the focus</h3>${list(ON_CANVAS)}</section>
    </div>`, sheet);
}

/** @param {KeyboardEvent} event @param {Acts} acts @param {HTMLDialogElement} help */
function down(event, acts, help) {
  if (event.defaultPrevented || help.open) return;
  const target = /** @type {HTMLElement} */ (event.target);
  const typing = target.matches('textarea, select, input:not([type=range], [type=radio], [type=checkbox])');
  const {mode, drawer} = get();
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && mode === 'configure') {
    event.preventDefault();
    /** @type {HTMLFormElement | null} */ (document.querySelector('form.order'))?.requestSubmit();
  } else if (event.key === 'Escape' && mode === 'configure' && !typing) {
    event.preventDefault();
    if (drawer) acts.toggleDrawer();
    else acts.back();
  } else if (!typing && single() && !event.ctrlKey && !event.metaKey && !event.altKey) {
    if (event.key === '?') acts.help();
    if (event.key === '\\' && !event.repeat && document.querySelector('[data-act="peek"]')) update({peek: true});
  }
}

/** A new photo may come at any time but while a run is under way with the old one. */
function isFree() {
  const {run} = get();
  return !run || !isOpen(phaseOf(run));
}

/** @param {HTMLElement} page */
function dropping(page) {
  let depth = 0;
  const carries = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files');
  const mark = () => page.toggleAttribute('data-over', depth > 0);
  document.addEventListener('dragenter', (event) => carries(event) && (depth++, mark()));
  document.addEventListener('dragleave', (event) => carries(event) && (depth = Math.max(0, depth - 1), mark()));
  document.addEventListener('dragover', (event) => carries(event) && event.preventDefault());
  document.addEventListener('drop', (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    depth = 0;
    mark();
    const dropped = photo.fileOf(event.dataTransfer);
    if (dropped && isFree()) photo.choose(dropped);
  });
}
