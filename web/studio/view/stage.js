/** The photo on the stage: the brush or the pin where the workflow wants one, else the photo alone. */
/** @import {Workflow} from '../api.js' */
/** @import {Brush, State} from '../store.js' */
import {html, nothing} from '../../vendor/lit-html/lit-html.js';
import {maskWarning} from '../catalog.js';
import {mountEditor} from '../mask/editor.js';
import {mountPin} from '../mask/pin.js';
import {edit, get, update} from '../store.js';
import {icon} from './icons.js';
import {isOpen, phaseOf} from '../verdict.js';

/** @type {ReturnType<typeof mountEditor> | null} */
let brush = null;
/** @type {ReturnType<typeof mountPin> | null} */
let point = null;
let mounted = '';

export const editor = () => brush;
export const pin = () => point;

/** @param {Workflow} workflow */
const toolOf = (workflow) => (workflow.requires.includes('mask') ? 'mask' : workflow.requires.includes('pin') ? 'pin' : '');

/** @param {Workflow} workflow @param {State} state */
export function stageView(workflow, {photo, sending}) {
  if (!workflow.requires.includes('image')) return html`<p class="empty">${icon('spark')}<span>Your picture appears here.</span></p>`;
  if (!photo) {
    return html`<p class="empty">${icon('scene')}<span>${sending ? `${sending.name} is on its way, ${Math.round(sending.share * 100)}%` : 'Choose a photo first.'}</span></p>`;
  }
  return toolOf(workflow) && !photo.skewed ? nothing : html`<img class="whole" src=${photo.src} alt=${`Your photo, ${photo.name}`}>`;
}

/** @param {Workflow} workflow @param {State} state */
export function stageStatus(workflow, {brush: now, run, photo}) {
  if (run && isOpen(phaseOf(run))) return html`<span>You may leave this page; its address finds the result again.</span>`;
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
  const tool = workflow && photo && !photo.skewed ? toolOf(workflow) : '';
  const wanted = tool ? `${tool} ${id} ${photo?.src}` : '';
  const host = /** @type {HTMLElement | null} */ (main.querySelector('.host'));
  if (wanted === mounted && (!wanted || host?.hasChildNodes())) return;
  unmount();
  mounted = wanted;
  if (!tool || !host || !photo) return;
  const {src, width, height} = photo;
  if (tool === 'pin') {
    point = mountPin(host, {src, width, height, onChange: pointed, describedBy: 'canvas-keys'});
    point.ready.catch(unusable);
    const {pin: before} = get().draft;
    if (before) point.set(before);
    return;
  }
  brush = mountEditor(host, {src, width, height, describedBy: 'canvas-keys', onChange: painted});
  brush.ready.catch(unusable);
  const {mask} = get().draft;
  if (mask) brush.load(mask).catch(console.error);
}

/** What was painted is kept as a picture until the next brush takes it up. */
function unmount() {
  const old = brush;
  if (old && old.painted > 0 && mounted.endsWith(get().photo?.src ?? '-')) old.png().then((mask) => edit({mask}), console.error).finally(() => old.destroy());
  else old?.destroy();
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
function unusable() {
  const {photo} = get();
  if (photo) update({photo: {...photo, skewed: true}});
}

export const canvas = () => /** @type {HTMLElement | null} */ (document.querySelector('.host [tabindex="0"]'));
