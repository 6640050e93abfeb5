/** A generation's life: one request a click, followed until it rests, also after a reload. */
/** @import {Generation, Workflow} from './api.js' */
/** @import {Photo, Run} from './store.js' */
import * as api from './api.js';
import {Problem} from './api.js';
import {obstacle} from './catalog.js';
import {jot, keepNow, recall} from './keep/keep.js';
import {compose, isGone, renew} from './order.js';
import {get, update, updateRun} from './store.js';
import {troubleOf} from './trouble.js';
import {isBeingChecked, isOpen, phaseOf} from './verdict.js';
import {expect, numbered, parentOf} from './version/versions.js';

const POLLS_MS = [1000, 2000, 3000, 5000];
const HIDDEN_MS = 300_000;

const PENDING = 'easel.order';
/** Whoever comes back later wants no order of before. */
const RECENT_MS = 600_000;

/** An order of which nobody knows whether it arrived: the same again goes under the same key. @type {{body: string, key: string} | null} */
let doubtful = null;
/** What goes on of which there may be only one. @type {unknown} */
let busy = null;
/** Somebody cancelled while it was handed over. */
let stopped = false;
let following = new AbortController();

/** Orders what is on the page. @param {(() => Promise<Blob>) | null} mask @returns {Promise<string>} what has to be looked at, if anything */
export async function apply(mask) {
  const {workflows, workflow: id, trouble} = get();
  if (busy || !workflows || (trouble?.until ?? 0) > Date.now()) return '';
  const wrong = obstacle(workflows, id, get());
  if (wrong) {
    if (wrong.model) console.error(wrong.model);
    update({trouble: wrong});
    return wrong.field ?? '';
  }
  const workflow = /** @type {Workflow} */ (workflows.find((each) => each.id === id));
  await begin(id, get().photo, (signal) => compose(workflow, mask, signal));
  return '';
}

/** The same order once more, with what was found told. */
export function retryWithNotes() {
  const {run} = get();
  if (busy || !run?.generation) return;
  const {id, workflow} = chosenOf(run, run.generation);
  // A part of a set goes on as what it is.
  update({workflow});
  return begin(workflow, run.before, async () => ({retry_of: id}));
}

/** Of a package, the part that is looked at. @param {Run} run @param {Generation} whole */
function chosenOf({chosen}, whole) {
  return whole.children[chosen] ?? whole;
}

/** @param {string} workflow @param {Photo | null} before @param {(signal: AbortSignal) => Promise<any>} make */
async function begin(workflow, before, make) {
  stopped = false;
  following.abort();
  following = new AbortController();
  const {signal} = following;
  busy = signal;
  const last = get().run;
  update({trouble: null, drawer: false, evaluation: null, run: fresh(workflow, before)});
  try {
    const generation = await handOver(make, signal).catch(async (error) => {
      if (!isGone(error)) throw error;
      await renew(signal);
      return handOver(make, signal);
    });
    expect(generation.id, parentOf(workflow, before));
    keepNow().then(() => jot(PENDING, ''));
    // Whoever left meanwhile finds it among the versions.
    if (signal.aborted && !stopped) return;
    update({run: {...fresh(workflow, before), id: generation.id, generation}});
    if (stopped) cancel();
    poke(generation.id);
  } catch (error) {
    const kept = last?.generation ? last : null;
    if (stopped || !signal.aborted) update({run: kept, trouble: signal.aborted ? null : troubleOf(error, Date.now())});
    if (kept && !signal.aborted) poke(kept.id);
  } finally {
    if (busy === signal) busy = null;
  }
}

/** @param {(signal: AbortSignal) => Promise<any>} make @param {AbortSignal} signal */
async function handOver(make, signal) {
  const order = await make(signal);
  signal.throwIfAborted();
  return place(order, signal);
}

/** @param {string} workflow @param {Photo | null} before @returns {Run} */
function fresh(workflow, before) {
  const now = Date.now();
  return {
    workflow, before, id: '', generation: null, since: now, checkingSince: 0,
    cancelling: false, anyway: false, chosen: 0, trouble: null,
  };
}

/** Whoever is too busy to take it asks for it again, under the same key. @param {any} order @param {AbortSignal} signal @returns {Promise<Generation>} */
async function place(order, signal, tries = 2) {
  const body = JSON.stringify(order);
  const key = doubtful?.body === body ? doubtful.key : crypto.randomUUID();
  doubtful = {body, key};
  const {workflow = '', before = null} = get().run ?? {};
  jot(PENDING, JSON.stringify({order, key, workflow, from: parentOf(workflow, before), at: Date.now()}));
  try {
    const generation = await api.order(order, key);
    doubtful = null;
    return generation;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.status > 0) jot(PENDING, '');
    if (error.status !== 503 || tries === 0) throw error;
    await wait(error.retryAfter * 1000, signal);
    return place(order, signal, tries - 1);
  }
}

/** What was on its way when the page went is handed over once more, under the same key: it goes on, and is paid once. */
export async function recover() {
  const {order, key, workflow, from, at = 0} = JSON.parse(recall(PENDING) || '{}');
  if (Date.now() - at > RECENT_MS) return;
  busy = order;
  const answer = await patiently(() => api.order(order, key)).catch((error) => error);
  busy = null;
  // As long as nobody answers it may be asked for again.
  if (answer.status !== 0) jot(PENDING, '');
  if (!answer.id) return;
  expect(answer.id, from);
  const now = get();
  if (now.workflow === workflow && !now.run) resume(workflow, answer.id, numbered(from)?.photo ?? null);
  else update({told: {words: 'Your last order goes on.'}});
}

/** Takes up a run that was begun before. @param {string} workflow @param {string} id @param {Photo | null} before */
export function resume(workflow, id, before) {
  following.abort();
  following = new AbortController();
  update({run: {...fresh(workflow, before), id}});
  return follow(id, following.signal);
}

/** @param {string} id @param {AbortSignal} signal */
async function follow(id, signal) {
  let etag = '';
  let polls = 0;
  try {
    for (;;) {
      const answer = await patiently(() => api.read(id, etag, signal), signal);
      etag = answer.etag;
      if (answer.generation) {
        if (progressed(id, answer.generation)) polls = 0;
      }
      if (answer.rests && !isJudged(get().run?.generation)) return;
      const pause = POLLS_MS[Math.min(polls++, POLLS_MS.length - 1)];
      await wait(Math.max(pause, answer.retryAfter * 1000), signal);
    }
  } catch (error) {
    if (!signal.aborted) updateRun(id, {trouble: troubleOf(error, Date.now())});
  }
}

/**
 * A line that breaks for a moment is no news. It also breaks when the page is left, and a script may live to see it.
 *
 * @template T @param {() => Promise<T>} ask @param {AbortSignal} [signal] @param {number} [limited] the status that is waited for, beside failures
 * @returns {Promise<T>}
 */
export async function patiently(ask, signal = undefined, limited = 429) {
  for (const pause of POLLS_MS) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Problem) || (error.status > 0 && error.status < 500 && error.status !== limited)) throw error;
      await wait(Math.max(pause, error.retryAfter * 1000), signal);
    }
  }
  return ask();
}

/** @param {string} id @param {Generation} generation @returns {boolean} whether it is in another phase than before */
function progressed(id, generation) {
  const {run} = get();
  if (run?.id !== id) return false;
  const before = phaseOf(run);
  const next = {...run, generation, trouble: null, since: run.generation ? run.since : Date.parse(generation.created_at)};
  const phase = phaseOf(next);
  next.checkingSince = phase === 'checking' || isJudged(generation) ? run.checkingSince || Date.now() : 0;
  update({run: next, now: Date.now()});
  return phase !== before;
}

/** A panel sits over it or over a part of it, be it for the second time. @param {Generation | null | undefined} generation @returns {boolean} */
export function isJudged(generation) {
  return isBeingChecked(generation) || (generation?.children ?? []).some(isBeingChecked);
}

/** A pause; whoever has not looked for long is not asked for. @param {number} ms @param {AbortSignal} [signal] @returns {Promise<void>} */
export function wait(ms, signal = new AbortController().signal) {
  return new Promise((resolve, reject) => {
    const done = () => {
      if (document.hidden && Date.now() - hiddenSince > HIDDEN_MS) return;
      clear();
      resolve();
    };
    const timer = setTimeout(done, ms);
    const shown = () => !document.hidden && (clear(), resolve());
    const stop = () => (clear(), reject(signal.reason));
    const clear = () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', shown);
      signal.removeEventListener('abort', stop);
    };
    document.addEventListener('visibilitychange', shown);
    signal.addEventListener('abort', stop);
  });
}

let hiddenSince = document.hidden ? Date.now() : 0;
document.addEventListener('visibilitychange', () => (hiddenSince = document.hidden ? Date.now() : 0));

/** Asks it to stop; before it was taken nothing has been asked for. */
export async function cancel() {
  const {run} = get();
  if (!run || run.cancelling) return;
  if (!run.id) {
    stopped = true;
    jot(PENDING, '');
    return following.abort();
  }
  updateRun(run.id, {cancelling: true});
  try {
    progressed(run.id, await api.cancel(run.id));
  } catch (error) {
    updateRun(run.id, {cancelling: false, trouble: error instanceof Problem && error.status === 409 ? null : troubleOf(error, Date.now())});
  }
}

/** Has the same picture judged once more, once a click. */
export async function checkAgain() {
  const {run} = get();
  if (busy || !run?.generation) return;
  busy = run;
  try {
    await api.judgeAgain(chosenOf(run, run.generation).id);
    updateRun(run.id, {checkingSince: Date.now(), trouble: null});
    update({drawer: false, evaluation: null});
    await poke(run.id);
  } catch (error) {
    updateRun(run.id, {trouble: troubleOf(error, Date.now())});
  } finally {
    if (busy === run) busy = null;
  }
}

/** Follows it anew. @param {string} id */
async function poke(id) {
  following.abort();
  following = new AbortController();
  follow(id, following.signal);
}

/** Goes on asking after it could not be asked. */
export function lookAgain() {
  const {run} = get();
  if (!run?.id) return;
  updateRun(run.id, {trouble: null});
  poke(run.id);
}

/** Leaves it to itself: it goes on, and what comes of it is a version. */
export function leave() {
  busy = null;
  following.abort();
  following = new AbortController();
  update({run: null, drawer: false, evaluation: null, trouble: null});
}

/** Somebody waits: the elapsed time moves, and once more when the wait is over. */
export function isWaiting() {
  const {run, trouble, photoTrouble, now} = get();
  return Boolean((run && (isOpen(phaseOf(run)) || run.checkingSince)) || Math.max(trouble?.until ?? 0, photoTrouble?.until ?? 0) > now);
}
