/**
 * An order as the API wants it, made of what is on the page; and each file that it names, to one presigned URL: hashed and
 * measured before anything is asked for, sent with progress, asked for again once.
 */
/** @import {Workflow} from './api.js' */
/** @import {Draft, Photo} from './store.js' */
import * as api from './api.js';
import {Problem} from './api.js';
import {takes} from './catalog.js';
import {edit, get, update} from './store.js';

/** The mask that went up last, and of which photo and brush it is. @type {{png: Blob, photo: string, upload: string} | null} */
let sent = null;

/**
 * @param {Workflow} workflow @param {(() => Promise<Blob>) | null} mask paints the PNG
 * @param {AbortSignal} signal @param {() => {photo: Photo | null, draft: Draft}} [given] in the place of what is on the page
 */
export async function compose(workflow, mask, signal, given = get) {
  const {draft} = given();
  const order = {workflow: workflow.id, tier: draft.tier, inputs: /** @type {Record<string, unknown>} */ ({})};
  if (workflow.requires.includes('mask') && mask) order.inputs.mask = {upload: await putMask(await mask(), signal)};
  const {photo} = given();
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

/** @typedef {{upload_id: string, width: number, height: number, traits: string[], warnings: {code: string, detail: string}[]}} Arrived */

/**
 * @param {'image' | 'mask' | 'reference'} kind @param {Blob} blob
 * @param {{signal: AbortSignal, photo?: string | null, onShare?: (share: number) => void, onSent?: () => void}} options
 * @returns {Promise<Arrived>}
 */
export async function send(kind, blob, {signal, photo = null, onShare = () => {}, onSent = () => {}}) {
  const what = {kind, content_type: blob.type, bytes: blob.size, sha256: await sha256(blob)};
  signal.throwIfAborted();
  let place = await api.upload(what, signal);
  try {
    await put(place, blob, signal, onShare);
  } catch (error) {
    // Whoever thought it over for too long holds a URL that has expired.
    if (!(error instanceof Problem) || error.status !== 403) throw error;
    place = await api.upload(what, signal);
    await put(place, blob, signal, onShare);
  }
  onSent();
  return api.complete(place.upload_id, photo, signal);
}

/** @param {Blob} blob in base 64, as it is signed */
async function sha256(blob) {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/**
 * XMLHttpRequest: fetch tells nothing of what has been sent.
 *
 * @param {{method: string, url: string, headers: Record<string, string>}} place @param {Blob} blob
 * @param {AbortSignal} signal @param {(share: number) => void} onShare
 * @returns {Promise<void>}
 */
function put(place, blob, signal, onShare) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = (/** @type {() => void} */ how) => () => {
      signal.removeEventListener('abort', stop);
      how();
    };
    request.open(place.method, place.url);
    for (const [name, value] of Object.entries(place.headers)) {
      // The browser says the length itself.
      if (name.toLowerCase() !== 'content-length') request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({loaded}) => onShare(Math.min(1, loaded / blob.size));
    request.onload = end(() => (request.status < 300 ? resolve() : reject(refused(request.status))));
    request.onerror = end(() => reject(new Problem(0)));
    request.onabort = end(() => reject(signal.reason));
    signal.addEventListener('abort', stop);
    request.send(blob);
  });
}

/** @param {number} status */
function refused(status) {
  return new Problem(status, {
    title: 'The upload was refused',
    detail: 'It did not arrive where it should. Try it once more.',
    retryable: true,
  });
}
