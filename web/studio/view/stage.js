/** The stage: the photo with the brush or the pin where the workflow wants one, and above it the tools that belong to it. */
/** @import {Workflow} from '../api.js' */
/** @import {Brush, Photo, State} from '../store.js' */
/** @import {Acts} from './app.js' */
import {html, nothing} from '../../vendor/lit-html/lit-html.js';
import {dimensions, maskWarning, ratioOf} from '../catalog.js';
import {edit, get, update} from '../store.js';
import {isOpen, phaseOf} from '../verdict.js';
import {pixels} from '../words.js';
import {icon} from './icons.js';

/** @type {import('../mask/editor.js').Editor | null} */
let brush = null;
/** @type {ReturnType<typeof import('../mask/photo.js').mountPin> | null} */
let point = null;
/** What paints and points, when it is there. @type {typeof import('../mask/editor.js') | null} */
let hands = null;
/** @param {typeof import('../mask/editor.js')} module */
export const equip = (module) => void (hands = module);
/** A mask that is being put away. */
let putAway = Promise.resolve();
let mounted = '';

export const editor = () => brush;
export const pin = () => point;

/** @param {Workflow} workflow */
const toolOf = (workflow) => (workflow.requires.includes('mask') ? 'mask' : workflow.requires.includes('pin') ? 'pin' : '');

/** @param {Workflow} workflow @param {State} state @param {Acts} acts */
export function stageView(workflow, {photo, sending}, acts) {
  if (!workflow.requires.includes('image')) return html`<p class="empty">${icon('spark')}<span>Your picture appears here.</span></p>`;
  if (!photo) {
    return html`<p class="empty" data-field="photo">${icon('scene')}${sending
      ? html`<span>${sending.name} is on its way, ${Math.round(sending.share * 100)}%</span>`
      : html`<button class="btn first" type="button" data-act="choose" @click=${acts.choose}>Choose a photo</button><span>or drop or paste one here</span>`}</p>`;
  }
  return toolOf(workflow) && !photo.skewed ? nothing : html`<img class="whole" src=${photo.src} alt=${`Your photo, ${photo.name}`}>`;
}

/** @param {Workflow} workflow @param {State} state */
export function stageStatus(workflow, {brush: now, run, photo}) {
  if (run && isOpen(phaseOf(run))) return html`<span>${run.id ? 'You may leave this page; its address finds the result again.' : ''}</span>`;
  if (toolOf(workflow) !== 'mask' || !photo) return html`<span>${photo && workflow.requires.includes('image') ? `${photo.width} × ${photo.height} pixels` : ''}</span>`;
  const share = now ? (now.painted / now.total) * 100 : 0;
  const warning = maskWarning(now);
  return html`
    <span id="coverage" data-painted=${now?.painted ?? 0}>${!now || now.painted === 0 ? 'Nothing painted' : `${share < 0.1 ? '< 0.1' : share.toFixed(1)}% painted`}</span>
    ${warning ? html`<span class="caution" role="status">${icon('warn')}${warning}</span>` : nothing}
    <span class="keys" id="canvas-keys"><kbd>B</kbd> paint <kbd>E</kbd> erase <kbd>[</kbd> <kbd>]</kbd> size <kbd>Space</kbd> move</span>`;
}

/** After each drawing: the tool that the workflow wants is on the stage, and no other. @param {HTMLElement} main @param {State} state */
export function settle(main, {mode, workflows, workflow: id, photo}) {
  const workflow = mode === 'configure' ? workflows?.find((each) => each.id === id) : null;
  const tool = hands && workflow && photo && !photo.skewed ? toolOf(workflow) : '';
  const wanted = tool ? `${tool} ${id} ${photo?.src}` : '';
  const host = /** @type {HTMLElement | null} */ (main.querySelector('.host'));
  if (wanted === mounted && (!wanted || host?.hasChildNodes())) return;
  unmount();
  mounted = wanted;
  if (!hands || !tool || !host || !photo) return;
  const {src, width, height} = photo;
  if (tool === 'pin') {
    point = hands.mountPin(host, {src, width, height, onChange: pointed, describedBy: 'canvas-keys'});
    point.ready.catch(() => unusable(src));
    const {pin: before} = get().draft;
    if (before) point.set(before);
    return;
  }
  const mine = brush = hands.mountEditor(host, {src, width, height, describedBy: 'canvas-keys', onChange: painted});
  brush.ready.catch(() => unusable(src));
  putAway.then(() => {
    const {mask} = get().draft;
    if (mask) mine.load(mask).catch(console.error);
  });
}

/** What was painted is kept as a picture until the next brush takes it up. */
function unmount() {
  const old = brush;
  if (old && old.painted > 0 && mounted.endsWith(get().photo?.src ?? '-')) putAway = old.png().then((mask) => edit({mask}), console.error);
  // Whoever took it all away wants nothing of it back.
  else if (get().brush?.canUndo) edit({mask: null});
  old?.destroy();
  point?.destroy();
  brush = null;
  point = null;
  if (get().brush) update({brush: null});
}

/** @param {Brush} now */
function painted(now) {
  const {trouble} = get();
  update({brush: {...now}, ...(now.painted > 0 && trouble?.field === 'canvas' && {trouble: null})});
}

/** @param {{pin: {x: number, y: number} | null}} notice */
function pointed({pin: at}) {
  edit({pin: at});
  if (at && get().trouble?.field === 'canvas') update({trouble: null});
}

/** The photo is not what the server said: nobody paints on it. */
function unusable(/** @type {string} */ src) {
  const {photo} = get();
  if (photo?.src === src) update({photo: {...photo, skewed: true}});
}

export const canvas = () => /** @type {HTMLElement | null} */ (document.querySelector('.host [tabindex="0"]'));

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
        ${button('drop', 'Another colour', 'C', off, () => editor()?.recolour())}
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
  return workflow.requires.includes('pin') ? pointForm(photo, draft.pin) : nothing;
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
function pointForm({width, height}, at) {
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
