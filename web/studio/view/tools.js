/** Above the stage: the brush and what belongs to it, the size of what will come. */
/** @import {Workflow} from '../api.js' */
/** @import {Brush, Photo, State} from '../store.js' */
import {html, nothing} from '../../vendor/lit-html/lit-html.js';
import {dimensions, ratioOf} from '../catalog.js';
import {pixels} from '../words.js';
import {icon} from './icons.js';
import {editor, pin} from './stage.js';

const SIZE_MAX = 400;

/** @param {Workflow} workflow @param {State} state */
export function tools(workflow, state) {
  const paints = workflow.requires.includes('mask') && state.photo && !state.photo.skewed;
  return html`
    ${paints ? brushTools(state.brush) : html`<p class="lead">${leadOf(workflow, state)}</p>`}
    <span class="gap"></span>
    ${tierChip(state.draft.tier, expected(state))}`;
}

/** @param {Workflow} workflow @param {State} state */
function leadOf(workflow, {photo, draft}) {
  if (workflow.requires.includes('pin')) {
    return draft.pin ? `The point is at ${Math.round(draft.pin.x)}, ${Math.round(draft.pin.y)}` : 'Click on what should change';
  }
  if (photo && workflow.requires.includes('image')) return photo.name;
  return 'The picture will be here';
}

/** @param {Brush | null} brush */
function brushTools(brush) {
  const tool = brush?.tool ?? 'brush';
  const off = !brush;
  /** A button that says whether it is of use now, and keeps the focus if not. */
  const button = (/** @type {string} */ sign, /** @type {string} */ label, /** @type {string} */ keys, /** @type {boolean} */ unusable, /** @type {() => void} */ act) => html`
    <button class="btn sign" type="button" aria-label=${label} aria-keyshortcuts=${keys || nothing} title=${keys ? `${label} (${keys.replace('Control', 'Ctrl')})` : label}
        aria-disabled=${unusable ? 'true' : nothing} @click=${() => unusable || act()}>${icon(sign)}</button>`;
  return html`
    <div class="tools" role="toolbar" aria-label="Brush">
      <div class="seg" role="group" aria-label="Tool">
        ${[['brush', 'Paint', 'B'], ['eraser', 'Erase', 'E'], ['move', 'Move', 'H']].map(([name, label, key]) => html`
          <button class="btn" type="button" aria-pressed=${tool === name ? 'true' : 'false'} aria-keyshortcuts=${key} data-tool=${name}
            @click=${() => editor()?.setTool(/** @type {any} */ (name))}>${icon(name)}<span>${label}</span></button>`)}
      </div>
      <label class="size"><span class="label">Size</span>
        <input type="range" min="2" max=${SIZE_MAX} aria-label="Brush size in pixels" .value=${String(brush?.size ?? 40)}
          @input=${(/** @type {any} */ event) => editor()?.setSize(Number(event.target.value))}>
        <output>${Math.round(brush?.size ?? 40)}</output></label>
      <div class="set">
        ${button('undo', 'Undo', 'Control+Z', off || !brush.canUndo, () => editor()?.undo())}
        ${button('redo', 'Redo', 'Control+Shift+Z', off || !brush.canRedo, () => editor()?.redo())}
        ${button('invert', 'Invert', 'Shift+I', off, () => editor()?.invert())}
        ${button('clear', 'Clear', '', off || brush.painted === 0, () => editor()?.clear())}
      </div>
      <div class="set">
        ${button('minus', 'Zoom out', '-', off, () => editor()?.zoom(1 / 1.25))}
        <output class="zoom" aria-label="Zoom">${Math.round((brush?.zoom ?? 1) * 100)}%</output>
        ${button('plus', 'Zoom in', '+', off, () => editor()?.zoom(1.25))}
        ${button('fit', 'Fit', '0', off, () => editor()?.fit())}
      </div>
    </div>`;
}

/** Always of one size, whatever stands in it; the pixels are in the bubble. @param {string} tier @param {string} why */
export function tierChip(tier, why) {
  return html`<button class="chip" type="button" data-tier=${tier} data-why=${why} aria-describedby="chip-why">${tier}</button>
    <span hidden id="chip-why">${why}</span>`;
}

/** @param {State} state */
function expected({draft, photo}) {
  const ratio = draft.aspectRatio ? ratioOf(draft.aspectRatio) : photo ? photo.width / photo.height : 1;
  const {width, height} = dimensions(draft.tier, ratio);
  return `${draft.tier}: about ${pixels(width, height)}`;
}

/** The way without dragging: numbers. @param {Workflow} workflow @param {State} state */
export function byNumbers(workflow, {photo, brush, draft}) {
  if (!photo || photo.skewed) return nothing;
  if (workflow.requires.includes('mask')) return rectangle(photo, brush);
  return workflow.requires.includes('pin') ? point(photo, draft.pin) : nothing;
}

/** @param {Photo} photo @param {Brush | null} brush */
function rectangle({width, height}, brush) {
  const act = (/** @type {boolean} */ erase) => (/** @type {any} */ event) => {
    event.preventDefault();
    const form = event.target.closest('form');
    if (!form.reportValidity()) return;
    const values = Object.fromEntries(new FormData(form));
    editor()?.rectangle({x: +values.x, y: +values.y, width: +values.width, height: +values.height}, erase);
  };
  return html`
    <details class="numbers" data-form="rectangle">
      <summary>Paint a rectangle by numbers</summary>
      <form @submit=${act(false)}>
        ${numberField('x', 'From the left', 0, width - 1, Math.round(width / 4))}
        ${numberField('y', 'From the top', 0, height - 1, Math.round(height / 4))}
        ${numberField('width', 'Width', 1, width, Math.round(width / 2))}
        ${numberField('height', 'Height', 1, height, Math.round(height / 2))}
        <div class="row"><button class="btn" type="submit" ?disabled=${!brush}>Paint it</button>
          <button class="btn" type="button" ?disabled=${!brush} @click=${act(true)}>Erase it</button></div>
      </form>
    </details>`;
}

/** @param {Photo} photo @param {{x: number, y: number} | null} at */
function point({width, height}, at) {
  const set = (/** @type {any} */ event) => {
    event.preventDefault();
    if (!event.target.reportValidity()) return;
    const values = Object.fromEntries(new FormData(event.target));
    pin()?.set({x: +values.x, y: +values.y});
  };
  return html`
    <details class="numbers" data-form="point">
      <summary>Set the point by numbers</summary>
      <form @submit=${set}>
        ${numberField('x', 'From the left', 0, width - 1, Math.round(at?.x ?? width / 2))}
        ${numberField('y', 'From the top', 0, height - 1, Math.round(at?.y ?? height / 2))}
        <div class="row"><button class="btn" type="submit">Set it</button></div>
      </form>
    </details>`;
}

/** @param {string} name @param {string} label @param {number} min @param {number} max @param {number} value */
function numberField(name, label, min, max, value) {
  return html`<label><span>${label}</span><input type="number" inputmode="numeric" required name=${name} min=${min} max=${max} value=${value}></label>`;
}
