/** An order as the API wants it, made of what is on the page. */
/** @import {Workflow} from './api.js' */
/** @import {Photo} from './store.js' */
import {Problem} from './api.js';
import {takes} from './catalog.js';
import {edit, get, update} from './store.js';
import {send} from './upload.js';

/** The mask that went up last, and of which photo and brush it is. @type {{png: Blob, photo: string, upload: string} | null} */
let sent = null;

/**
 * @param {Workflow} workflow @param {(() => Promise<Blob>) | null} mask paints the PNG
 * @param {AbortSignal} signal
 */
export async function compose(workflow, mask, signal) {
  const {draft} = get();
  const order = {workflow: workflow.id, tier: draft.tier, inputs: /** @type {Record<string, unknown>} */ ({})};
  if (workflow.requires.includes('mask') && mask) order.inputs.mask = {upload: await putMask(await mask(), signal)};
  const {photo} = get();
  if (takes(workflow, 'image') && photo) order.inputs.image = photo.input;
  const references = draft.references.flatMap((each) => (each.upload ? [{upload: each.upload}] : []));
  if (takes(workflow, 'reference') && references.length) order.inputs.references = references;
  return {
    ...order,
    ...(takes(workflow, 'prompt') && draft.prompt.trim() && {prompt: draft.prompt.trim()}),
    ...(takes(workflow, 'pin') && draft.pin && {pin: {x: Math.round(draft.pin.x), y: Math.round(draft.pin.y)}}),
    ...(takes(workflow, 'aspect_ratio') && draft.aspectRatio && {aspect_ratio: draft.aspectRatio}),
  };
}

/** The same mask goes up once. @param {Blob} png @param {AbortSignal} signal */
async function putMask(png, signal) {
  const photo = await uploaded(signal);
  if (sent?.photo === photo && (await same(sent.png, png))) return sent.upload;
  const arrived = await send('mask', png, {signal, photo});
  sent = {png, photo, upload: arrived.upload_id};
  return arrived.upload_id;
}

/** A mask belongs to an upload: what came out of a run before goes up as a photo of its own. @param {AbortSignal} signal */
async function uploaded(signal) {
  const photo = get().photo;
  if (!photo) throw new Error('a mask without a photo');
  return 'upload' in photo.input ? photo.input.upload : sendAgain(photo, signal);
}

/** @param {Photo} photo @param {AbortSignal} [signal] @returns {Promise<string>} the upload that takes its place everywhere */
export async function sendAgain(photo, signal = new AbortController().signal) {
  const {upload_id: upload, traits} = await send('image', photo.blob, {signal});
  const anew = (/** @type {Photo} */ old) => ({...old, input: {upload}, traits});
  const {photo: now, versions} = get();
  update({
    ...(now?.src === photo.src && {photo: anew(now)}),
    versions: versions.map((each) => (each.photo?.src === photo.src ? {...each, photo: anew(each.photo)} : each)),
  });
  return upload;
}

/** Pictures are kept there for a while only. @param {unknown} error */
export function isGone(error) {
  return error instanceof Problem && ([404, 410].includes(error.status) || error.violations.some(({reason}) => reason.startsWith('is not there')));
}

/** Sends whatever the next order names once more. @param {AbortSignal} signal */
export async function renew(signal) {
  const {photo, draft} = get();
  sent = null;
  if (photo) await sendAgain(photo, signal);
  const references = draft.references.map(async (each) => ({...each, upload: (await send('reference', each.blob, {signal})).upload_id}));
  edit({references: await Promise.all(references)});
}

/** @param {Blob} one @param {Blob} other */
async function same(one, other) {
  if (one.size !== other.size) return false;
  const [a, b] = (await Promise.all([one.arrayBuffer(), other.arrayBuffer()])).map((each) => new Uint8Array(each));
  return a.every((byte, i) => byte === b[i]);
}
