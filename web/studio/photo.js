/**
 * How pictures come in. A photo is chosen, dropped, pasted, taken, or one of the samples; the one before stays until it has
 * arrived. References show what to follow; each goes up as soon as it is chosen.
 */
/** @import {Photo, Reference, Sending} from './store.js' */
/** @import {Trouble} from './trouble.js' */
/** @import {Arrived} from './order.js' */
import {picture, Problem} from './api.js';
import {edit, get, update} from './store.js';
import {send} from './order.js';
import {leave} from './run.js';
import {troubleOf} from './trouble.js';
import {bytes, list, pixels} from './words.js';

export const TYPES = ['image/png', 'image/jpeg', 'image/webp'];

export const SAMPLES = [
  {file: 'coffee.jpg', label: 'A cup of coffee'},
  {file: 'astronaut.jpg', label: 'An astronaut'},
  {file: 'dandelion.jpg', label: 'Dandelions'},
].map((sample) => ({...sample, src: new URL(`../samples/${sample.file}`, import.meta.url).href}));

/** @param {File} file @returns {Promise<boolean>} whether it is there now */
export async function choose(file) {
  get().sending?.cancel();
  const wrong = unfit(file);
  if (wrong) return refuse(wrong);
  const src = URL.createObjectURL(file);
  const stop = new AbortController();
  const sending = {name: file.name, src, share: 0, step: /** @type {const} */ ('reading'), cancel: () => stop.abort()};
  const progress = (/** @type {Partial<Sending>} */ change) => {
    if (get().sending?.src === src) update({sending: {.../** @type {any} */ (get().sending), ...change}});
  };
  update({sending, photoTrouble: null});
  try {
    const size = await measure(src);
    stop.signal.throwIfAborted();
    const large = oversized(size);
    if (large) return refuse(large);
    const arrived = await send('image', file, {
      signal: stop.signal,
      onShare: (share) => progress({share, step: 'sending'}),
      onSent: () => progress({share: 1, step: 'looking'}),
    });
    take(file, src, size, arrived);
    return true;
  } catch (error) {
    if (get().sending?.src !== src) return URL.revokeObjectURL(src), false;
    return refuse(stop.signal.aborted ? null : troubleOf(error, Date.now()));
  }
}

/** @param {string} src of a sample @param {string} name */
export async function chooseSample(src, name) {
  try {
    const blob = await picture(src);
    choose(new File([blob], name, {type: blob.type}));
  } catch (error) {
    refuse(troubleOf(error, Date.now()));
  }
}

/** What may be known before it is read. @param {File} file */
function unfit(file) {
  const most = get().limits?.fixed?.upload_bytes ?? Infinity;
  if (!TYPES.includes(file.type)) {
    return {title: 'This is no photo that can be used', detail: `“${file.name}” is no PNG, JPEG or WebP.`};
  }
  if (file.size > most) return {title: `This file is ${bytes(file.size)}`, detail: `The limit is ${bytes(most)}.`};
  return file.size === 0 ? {title: 'This file is empty', detail: 'Choose another.'} : null;
}

/** @param {{width: number, height: number}} size */
function oversized({width, height}) {
  const most = get().limits?.fixed?.upload_pixels ?? Infinity;
  if (width * height <= most) return null;
  return {title: `This photo has ${pixels(width, height)}`, detail: `The limit is ${Math.floor(most / 1e6)} megapixels.`};
}

/** As the browser shows it, upright. @param {string} src */
export async function measure(src) {
  const image = new Image();
  image.src = src;
  try {
    await image.decode();
  } catch {
    throw new Problem(422, {title: 'This file cannot be read as a picture', detail: 'It may be damaged. Choose another.'});
  }
  return {width: image.naturalWidth, height: image.naturalHeight};
}

/** @param {Trouble | null} photoTrouble */
function refuse(photoTrouble) {
  const {sending} = get();
  if (sending) URL.revokeObjectURL(sending.src);
  update({sending: null, photoTrouble});
  return false;
}

/**
 * @param {File} file @param {string} src @param {{width: number, height: number}} size
 * @param {Arrived} arrived
 */
function take(file, src, size, arrived) {
  set({
    input: {upload: arrived.upload_id},
    src,
    blob: file,
    name: file.name,
    width: arrived.width,
    height: arrived.height,
    traits: arrived.traits,
    someone: false,
    skewed: arrived.width !== size.width || arrived.height !== size.height,
  });
}

/** Puts a photo in the place of the one before; what was painted or pointed at there goes with it. @param {Photo} photo */
export function set(photo) {
  leave();
  update({photo, sending: null, photoTrouble: null, brush: null});
  edit({mask: null, pin: null});
}

/** A person knows better. */
export function declareSomeone() {
  const {photo} = get();
  if (photo) update({photo: {...photo, someone: true}});
}

/** The first picture among what was dropped or pasted. @param {DataTransfer | null} transfer @returns {File | null} */
export function fileOf(transfer) {
  const files = [...(transfer?.files ?? [])];
  return files.find((file) => file.type.startsWith('image/')) ?? files[0] ?? null;
}

/** @returns {number} */
export const mostReferences = () => get().limits?.fixed?.references ?? 4;

/** As many as there is room for; whoever chose more hears which are not there. @param {File[]} files */
export function addReferences(files) {
  const room = mostReferences() - get().draft.references.length;
  for (const file of files.slice(0, room)) addReference(file);
  const left = files.slice(room).map((file) => file.name);
  if (left.length) update({trouble: {title: `There is room for ${mostReferences()}`, detail: `Left out: ${list(left)}.`, field: 'references'}});
}

/** @param {File} file */
async function addReference(file) {
  const key = crypto.randomUUID();
  const stop = new AbortController();
  const src = URL.createObjectURL(file);
  const fresh = {key, name: file.name, src, blob: file, upload: null, share: 0, trouble: unfit(file), cancel: () => stop.abort()};
  edit({references: [...get().draft.references, fresh]});
  if (fresh.trouble) return;
  try {
    await measure(src);
    const arrived = await send('reference', file, {signal: stop.signal, onShare: (share) => changeReference(key, {share})});
    changeReference(key, {upload: arrived.upload_id, share: 1});
  } catch (error) {
    if (!stop.signal.aborted) changeReference(key, {trouble: troubleOf(error, Date.now())});
  }
}

/** @param {string} key @param {Partial<Reference>} what */
function changeReference(key, what) {
  edit({references: get().draft.references.map((each) => (each.key === key ? {...each, ...what} : each))});
}

/** @param {string} key */
export function removeReference(key) {
  const gone = get().draft.references.find((each) => each.key === key);
  gone?.cancel();
  if (gone) URL.revokeObjectURL(gone.src);
  edit({references: get().draft.references.filter((each) => each.key !== key)});
}
