/** The sheet of keys. */
import {html, render} from '../../vendor/lit-html/lit-html.js';

/** @type {[string, string][]} */
const PAGE = [
  ['Ctrl+Enter', 'Apply'],
  ['Escape', 'Close, or go back'],
  ['Alt+Up and Alt+Down', 'Earlier words, in the description'],
  ['\\', 'Hold to see before'],
  ['?', 'This sheet'],
];

/** @type {[string, string][]} */
const CANVAS = [
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

/** @param {HTMLDialogElement} sheet */
export function drawHelp(sheet) {
  const list = (/** @type {[string, string][]} */ keys) => html`<dl>${keys.map(([key, what]) => html`<div><dt>${what}</dt><dd><kbd>${key}</kbd></dd></div>`)}</dl>`;
  render(html`
    <header><h2 id="help-title">Shortcuts</h2>
      <form method="dialog"><button class="btn" type="submit">Close</button></form></header>
    <div class="sheet" tabindex="0" role="group" aria-labelledby="help-title">
      <section><h3>Anywhere</h3>${list(PAGE)}
        <label class="check"><input type="checkbox" id="single-keys"><span>Use single-letter keys outside the canvas</span></label></section>
      <section><h3>While the canvas has the focus</h3>${list(CANVAS)}</section>
    </div>`, sheet);
}
