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

/** How long whoever holds the lock is waited for. A page that is being left may let go late of what this tab held. */
const patience = () => (/** @type {any} */ (performance.getEntriesByType('navigation')[0])?.type === 'reload' && sessionStorage.getItem(NAME) ? 5000 : 300);

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
    const options = {signal: AbortSignal.timeout(patience())};
    navigator.locks.request(NAME, options, () => (resolve(true), new Promise(() => {}))).catch(() => resolve(false));
  });
  if (mine) sessionStorage.setItem(NAME, 'held');
}

/** @returns {Promise<any>} null: nothing */
async function read() {
  const reading = (await database()).transaction(['work', 'blobs']);
  /** @type {Map<string, Blob>} */
  const blobs = new Map();
  for (const key of await done(reading.objectStore('blobs').getAllKeys())) {
    const blob = await done(reading.objectStore('blobs').get(key));
    keys.set(blob, String(key));
    blobs.set(String(key), blob);
  }
  const text = await done(reading.objectStore('work').get('now'));
  return JSON.parse(text ?? 'null', (_, value) => (value?.kept ? blobs.get(value.kept) ?? null : value));
}

/** In the place of what was kept before. @param {unknown} work plain, but for blobs in it */
async function write(work) {
  if (!mine) return;
  /** @type {Map<string, Blob>} */
  const blobs = new Map();
  const text = JSON.stringify(work, (_, value) => {
    if (!(value instanceof Blob)) return value;
    const kept = keys.get(value) ?? crypto.randomUUID();
    keys.set(value, kept);
    blobs.set(kept, value);
    return {kept};
  });
  try {
    await commit(text, blobs);
  } catch (error) {
    // Too full for a picture: what was ordered is to be known all the same.
    await commit(text);
    throw error;
  }
}

/** @param {string} text @param {Map<string, Blob>} [blobs] all that it names; none: those that are there stay */
async function commit(text, blobs) {
  const writing = (await database()).transaction(['work', 'blobs'], 'readwrite');
  const pool = writing.objectStore('blobs');
  if (blobs) {
    for (const key of await done(pool.getAllKeys())) blobs.delete(String(key)) || pool.delete(key);
    for (const [key, blob] of blobs) pool.put(blob, key);
  }
  writing.objectStore('work').put(text, 'now');
  await new Promise((resolve, reject) => {
    writing.oncomplete = resolve;
    writing.onabort = () => reject(writing.error);
  });
}

const SOON_MS = 400;

/** What is rare or was paid for, and is kept at once. @type {(keyof State)[]} */
const DEAR = ['photo', 'versions', 'open', 'course', 'recipes', 'workflow'];

/** Addresses of blobs die with their page. @template {{blob: Blob} | null} T @param {T} kept @returns {T | null} */
const alive = (kept) => kept?.blob ? {...kept, src: URL.createObjectURL(kept.blob)} : null;

/** Brings back what was kept, once, before anything is shown. */
export async function restore() {
  try {
    await Promise.all([claim(), database()]);
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
  const all = versions.map((/** @type {any} */ each) => ({...each, photo: alive(each.photo)}));
  const now = all.find((/** @type {any} */ each) => each.number === photo)?.photo ?? null;
  const references = draft.references.map(alive).filter(Boolean).map((/** @type {Reference} */ each) => ({...each, cancel() {}}));
  if (!now && !draft.prompt && !all.length && !course && !Object.keys(open).length) return;
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
    if (DEAR.some((key) => state[key] !== before[key])) return void keepNow();
    if (state.draft === before.draft && !isRepainted(state, before)) return;
    clearTimeout(timer);
    timer = window.setTimeout(keepNow, SOON_MS);
  });
  document.addEventListener('visibilitychange', () => document.hidden && keepNow());
  addEventListener('pagehide', keepNow);
}

/** @param {State} state @param {State} before */
function isRepainted({brush}, {brush: before}) {
  return brush !== null && ['painted', 'canUndo', 'canRedo'].some((key) => brush[/** @type {'painted'} */ (key)] !== before?.[/** @type {'painted'} */ (key)]);
}

/** At once; whoever waits for it knows that it is kept, as far as it can be. */
export async function keepNow() {
  try {
    const mask = await painted();
    const {versions, photo, draft, open, course, recipes, workflow} = get();
    const references = draft.references.filter((each) => each.upload);
    await write({
      photo: versions.find((each) => photo && each.photo?.src === photo.src)?.number ?? 0,
      draft: {...draft, references, mask},
      versions, open, course, recipes, workflow,
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

/** Site data may be forbidden: then nothing is remembered. @param {string} place */
export function recall(place) {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

/** Keeps a line of text at once. @param {string} place @param {string} text */
export function jot(place, text) {
  try {
    localStorage.setItem(place, text);
  } catch {
    // The same.
  }
}
