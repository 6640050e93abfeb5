/**
 * Keeps the work across reloads, in this browser: the photo and its versions, what is painted and written, what is under
 * way; and recipes. One tab keeps; a second only looks.
 */
/** @import {Photo, Reference, State} from '../store.js' */
import {here} from '../route.js';
import {leave} from '../run.js';
import {blankDraft, get, subscribe, update} from '../store.js';
import {editor} from '../view/stage.js';

const NAME = 'easel';
const PATIENCE_MS = 300;

/** @type {Promise<IDBDatabase> | null} */
let opened = null;
let mine = false;

/** By which each is kept, so that nothing is written twice. @type {WeakMap<Blob, string>} */
const keys = new WeakMap();

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** @returns {Promise<IDBDatabase>} */
function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('work');
      request.result.createObjectStore('blobs');
    };
    done(request).then(resolve, reject);
  });
  return opened;
}

/** Whether this is the tab that keeps, for as long as it is there. */
async function claim() {
  mine = await new Promise((resolve) => {
    if (!navigator.locks) return resolve(true);
    // A page that is just being left lets go a little later.
    const options = {signal: AbortSignal.timeout(PATIENCE_MS)};
    navigator.locks.request(NAME, options, () => (resolve(true), new Promise(() => {}))).catch(() => resolve(false));
  });
}

/** @returns {Promise<any>} undefined: nothing */
async function read() {
  const reading = (await database()).transaction(['work', 'blobs']);
  const record = await done(reading.objectStore('work').get('now'));
  /** @type {Map<string, Blob>} */
  const blobs = new Map();
  for (const key of await done(reading.objectStore('blobs').getAllKeys())) {
    const blob = await done(reading.objectStore('blobs').get(key));
    keys.set(blob, String(key));
    blobs.set(String(key), blob);
  }
  return unfold(record, blobs);
}

/** In the place of what was kept before. @param {unknown} work plain, but for blobs in it */
async function write(work) {
  if (!mine) return;
  /** @type {Map<string, Blob>} */
  const blobs = new Map();
  const record = fold(work, blobs);
  const writing = (await database()).transaction(['work', 'blobs'], 'readwrite');
  const pool = writing.objectStore('blobs');
  for (const key of await done(pool.getAllKeys())) blobs.delete(String(key)) || pool.delete(key);
  for (const [key, blob] of blobs) pool.put(blob, key);
  writing.objectStore('work').put(record, 'now');
  await new Promise((resolve, reject) => {
    writing.oncomplete = resolve;
    writing.onabort = () => reject(writing.error);
  });
}

/** @param {any} value @param {Map<string, Blob>} blobs found in it @returns {any} */
function fold(value, blobs) {
  if (value instanceof Blob) {
    const key = keys.get(value) ?? crypto.randomUUID();
    keys.set(value, key);
    blobs.set(key, value);
    return {blob: key};
  }
  return through(value, (each) => fold(each, blobs));
}

/** @param {any} value @param {Map<string, Blob>} blobs @returns {any} */
function unfold(value, blobs) {
  if (value && Object.keys(value).join() === 'blob' && typeof value.blob === 'string') return blobs.get(value.blob) ?? null;
  return through(value, (each) => unfold(each, blobs));
}

/** @param {any} value @param {(each: any) => any} make */
function through(value, make) {
  if (Array.isArray(value)) return value.map(make);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, make(each)]));
}

const SOON_MS = 400;

/** What is rare or was paid for, and is kept at once. @type {(keyof State)[]} */
const DEAR = ['photo', 'versions', 'open', 'course', 'recipes', 'workflow'];

/** @param {Photo | null} photo */
const alive = (photo) => photo && {...photo, src: URL.createObjectURL(photo.blob)};

/** Brings back what was kept, once, before anything is shown. */
export async function restore() {
  try {
    await claim();
    const work = await read();
    if (work) update({recipes: work.recipes});
    if (!mine) return tell('Easel is open in another tab, which keeps your work. This one keeps nothing.');
    if (work) revive(work);
  } catch {
    unkept();
  }
}

/** @param {any} work */
function revive({versions, photo, draft, open, course, workflow}) {
  const all = versions.map((/** @type {any} */ each) => ({...each, photo: each.photo?.blob ? alive(each.photo) : null}));
  const now = all.find((/** @type {any} */ each) => each.number === photo)?.photo ?? null;
  const references = draft.references.filter((/** @type {Reference} */ each) => each.blob).map((/** @type {Reference} */ each) => ({
    ...each, src: URL.createObjectURL(each.blob), share: 1, trouble: null, cancel() {},
  }));
  if (!now && !draft.prompt && !all.length) return;
  const fresh = () => (leave(), update({photo: null, versions: [], open: {}, course: null, pair: [], draft: blankDraft()}));
  update({
    versions: all, photo: now, open, course,
    draft: {...blankDraft(), ...draft, references},
    told: {words: 'Restored your last edit.', label: 'Start afresh', act: fresh},
    ...(here().workflow === workflow && {workflow}),
  });
}

/** Keeps what changes, soon after it did. */
export function begin() {
  let timer = 0;
  subscribe((state, before) => {
    if (DEAR.some((key) => state[key] !== before[key])) return void now();
    if (state.draft === before.draft && !isRepainted(state, before)) return;
    clearTimeout(timer);
    timer = window.setTimeout(now, SOON_MS);
  });
  document.addEventListener('visibilitychange', () => document.hidden && now());
  addEventListener('pagehide', now);
}

/** @param {State} state @param {State} before */
function isRepainted({brush}, {brush: before}) {
  return brush !== null && ['painted', 'canUndo', 'canRedo'].some((key) => brush[/** @type {'painted'} */ (key)] !== before?.[/** @type {'painted'} */ (key)]);
}

/** At once; whoever waits for it knows that it is kept, as far as it can be. */
export async function now() {
  try {
    const mask = await painted();
    const {versions, photo, draft, open, course, recipes, workflow} = get();
    const references = draft.references.filter((each) => each.upload).map(({key, name, blob, upload}) => ({key, name, blob, upload}));
    await write({
      versions: versions.map((each) => ({...each, photo: each.photo && {...each.photo, src: ''}})),
      photo: versions.find((each) => photo && each.photo?.src === photo.src)?.number ?? 0,
      draft: {...draft, references, mask},
      open, course, recipes, workflow,
    });
  } catch {
    unkept();
  }
}

/** Of the brush that is on the page; until that has taken up what was painted before, the latter. */
async function painted() {
  const brush = editor();
  const {brush: told, draft} = get();
  if (brush && brush.painted > 0) return brush.png();
  return told?.canUndo || told?.canRedo ? null : draft.mask;
}

let wasTold = false;

/** Full, or forbidden as in private windows: told once. */
function unkept() {
  if (!wasTold) tell('Your work cannot be kept in this browser: a reload would lose it.');
  wasTold = true;
}

/** @param {string} words */
function tell(words) {
  update({told: {words}});
}
