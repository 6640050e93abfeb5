/** Photos that show what to follow: each goes up as soon as it is chosen. */
/** @import {Reference} from './store.js' */
import {edit, get, update} from './store.js';
import {TYPES, measure} from './photo.js';
import {send} from './order.js';
import {troubleOf} from './trouble.js';
import {bytes, list} from './words.js';

/** @returns {number} */
export const most = () => get().limits?.fixed?.references ?? 4;

/** As many as there is room for; whoever chose more hears which are not there. @param {File[]} files */
export function add(files) {
  const room = most() - get().draft.references.length;
  for (const file of files.slice(0, room)) addOne(file);
  const left = files.slice(room).map((file) => file.name);
  if (left.length) update({trouble: {title: `There is room for ${most()}`, detail: `Left out: ${list(left)}.`, field: 'references'}});
}

/** @param {File} file */
async function addOne(file) {
  const key = crypto.randomUUID();
  const stop = new AbortController();
  const src = URL.createObjectURL(file);
  const fresh = {key, name: file.name, src, blob: file, upload: null, share: 0, trouble: unfit(file), cancel: () => stop.abort()};
  edit({references: [...get().draft.references, fresh]});
  if (fresh.trouble) return;
  try {
    await measure(src);
    const arrived = await send('reference', file, {signal: stop.signal, onShare: (share) => change(key, {share})});
    change(key, {upload: arrived.upload_id, share: 1});
  } catch (error) {
    if (!stop.signal.aborted) change(key, {trouble: troubleOf(error, Date.now())});
  }
}

/** @param {File} file */
function unfit(file) {
  const limit = get().limits?.fixed?.upload_bytes ?? Infinity;
  if (!TYPES.includes(file.type)) return {title: 'No PNG, JPEG or WebP'};
  return file.size > limit ? {title: `${bytes(file.size)}; the limit is ${bytes(limit)}`} : null;
}

/** @param {string} key @param {Partial<Reference>} what */
function change(key, what) {
  edit({references: get().draft.references.map((each) => (each.key === key ? {...each, ...what} : each))});
}

/** @param {string} key */
export function remove(key) {
  const gone = get().draft.references.find((each) => each.key === key);
  gone?.cancel();
  if (gone) URL.revokeObjectURL(gone.src);
  edit({references: get().draft.references.filter((each) => each.key !== key)});
}
