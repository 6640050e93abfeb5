/** The Studio: what is known, what a person can do, and what happens then. */
/** @import {Acts} from './view/app.js' */
/** @import {Kept} from './version/versions.js' */
/** @import {Made, Shot} from './view/result.js' */
import {announce, focus} from './announce.js';
import * as api from './api.js';
import {tierFor} from './catalog.js';
import * as keep from './keep/keep.js';
import {listen} from './keys.js';
import * as photo from './photo.js';
import * as recipes from './recipe/recipe.js';
import * as route from './route.js';
import * as run from './run.js';
import {edit, get, subscribe, update, updateRun} from './store.js';
import {troubleOf} from './trouble.js';
import {pictures} from './verdict.js';
import * as versions from './version/versions.js';
import {draw, drawHeader, furnish} from './view/app.js';
import {explain} from './view/explain.js';
import {drawRecipe} from './view/recipe.js';
import {canvas, editor, equip, settle} from './view/stage.js';
import {fitFrames, followStrip, PAGE, pairOf} from './view/versions.js';

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const main = byId('page');
const file = /** @type {HTMLInputElement} */ (byId('file'));
const camera = /** @type {HTMLInputElement} */ (byId('camera'));
const sheet = /** @type {HTMLDialogElement} */ (byId('recipe'));
const help = /** @type {HTMLDialogElement} */ (byId('help'));

// What takes its time begins first.
const configured = api.config().catch(() => ({api: ''}));
const restored = keep.restore();
// Nobody needs these to see the page, so the page does not wait for them.
const later = [
  late('form', import('./view/bench.js'), furnish),
  late('brush', import('./mask/editor.js'), equip),
];

/** @type {Acts} */
const acts = {
  choose: () => file.click(),
  camera: () => camera.click(),
  sample: photo.chooseSample,
  someone: photo.declareSomeone,
  reloadCatalogue: loadCatalogue,
  open(workflow) {
    route.enter(workflow);
    arrive();
  },
  back: () => route.leave(arrive),
  apply,
  cancel: run.cancel,
  editAgain() {
    run.leave();
    focus('h1');
  },
  retry: run.retryWithNotes,
  checkAgain: run.checkAgain,
  lookAgain: run.lookAgain,
  anyway() {
    const now = get().run;
    if (now) updateRun(now.id, {anyway: true});
    focus('[data-act="download"]');
  },
  download,
  goOn,
  pick,
  compare: () => acts.open(PAGE),
  from(version) {
    versions.choose(version);
    route.home();
    arrive();
  },
  byHand() {
    const {course} = get();
    if (!course) return;
    const {workflow, ...step} = recipes.stepOf(course);
    const source = recipes.sourceOf(course);
    if (source) versions.choose(source);
    acts.open(workflow);
    edit(step);
  },
  remove(version) {
    versions.remove(version);
    focus('[data-act="undo"]');
  },
  hush() {
    update({told: null});
    focus('h1');
  },
  undo() {
    get().told?.act?.();
    acts.hush();
  },
  toggleDrawer,
  respond,
  help: () => help.showModal(),
};

main.replaceChildren();
subscribe((state, before) => {
  const held = document.activeElement;
  draw(main, state, acts);
  if (state.open !== before.open) loadLimits();
  if (state.limits !== before.limits) drawHeader(byId('account'), state, acts);
  settle(main, state);
  fitFrames(main);
  if (state.editing) drawRecipe(sheet, state, before);
  if (state.versions !== before.versions) followStrip(main);
  if (held && (!held.isConnected || held.closest('[inert]'))) catchFocus();
  announce(byId('live'), state, before);
  if (state.mode === 'configure' && before.mode === 'configure' && state.run?.id !== before.run?.id) route.remark(state.workflow, state.run?.id ?? '');
});

/** @template T @param {string} name @param {Promise<T>} coming @param {(module: T) => void} take */
function late(name, coming, take) {
  // Nothing is shown before what was kept: it would move when that comes.
  return coming.finally(() => restored).then((module) => {
    take(module);
    update({});
  }, () => update({told: {words: `The ${name} did not load: reload this page before you go on.`}}));
}

async function loadCatalogue() {
  if (get().catalogueTrouble) update({catalogueTrouble: null});
  try {
    update({workflows: await api.catalogue()});
  } catch (error) {
    update({catalogueTrouble: troubleOf(error, Date.now())});
  }
}

async function loadLimits() {
  const limits = await api.limits().catch(() => null);
  if (limits) update({limits});
}

/** Shows what the address names. */
async function arrive() {
  const {workflow, run: id} = route.here();
  const last = get();
  // What is told at the start is read there.
  if (document.documentElement.dataset.ready) update({told: null});
  if (!workflow) {
    if (last.run) run.leave();
    update({mode: 'browse', workflow: '', trouble: null});
    if (last.workflow) focus(last.workflow === PAGE ? '[data-act="compare"]' : `[data-workflow="${last.workflow}"] button`);
    return;
  }
  if (workflow !== last.workflow || last.mode === 'browse' || !id) {
    if (last.run) run.leave();
    const known = last.workflows?.find((each) => each.id === workflow);
    update({mode: 'configure', workflow, trouble: null, drawer: false, compare: 'slider'});
    if (known) edit({tier: tierFor(known, last.draft.tier), ...(workflow !== last.workflow && {aspectRatio: ''})});
    focus('h1');
  }
  if (id && get().run?.id !== id) run.resume(workflow, id, versions.sourceOf(id) ?? get().photo);
}

async function apply() {
  update({told: null});
  const brush = editor();
  const field = await run.apply(brush ? () => brush.png() : null);
  if (field === 'canvas') canvas()?.focus();
  else if (field) focus(`[data-field="${field}"] :is(textarea, input, [data-act="choose"])`);
}

/** What had the focus is gone: it goes to what took its place. */
function catchFocus() {
  const next = ['#run-title', '[data-act="apply"]', '[data-act="cancel-upload"]', '[data-act="choose"]', 'h1'];
  for (const selector of next) {
    const found = /** @type {HTMLElement | null} */ (main.querySelector(selector));
    if (found) return found.focus();
  }
}

/** @returns {Shot | undefined} */
function shown() {
  const {run: now, workflows} = get();
  return pictures(now?.generation, workflows)[now?.chosen ?? 0];
}

/** @returns {Made | undefined} */
function made() {
  const shot = shown();
  return shot?.output ? /** @type {Made} */ (shot) : undefined;
}

async function download() {
  const shot = made();
  const now = get().run;
  if (!shot || !now) return;
  try {
    const link = document.createElement('a');
    const picture = await versions.photoOf(shot, now.before);
    link.href = picture.src;
    link.download = picture.name;
    link.click();
  } catch (error) {
    updateRun(now.id, {trouble: troubleOf(error, Date.now())});
  }
}

/** The result becomes the photo; nothing goes up for it unless somebody paints on it. */
async function goOn() {
  const shot = made();
  const now = get().run;
  if (!shot || !now) return;
  try {
    // Whoever is quick goes on with a version that is not there yet.
    if (now.generation) await versions.absorb(now.generation);
    photo.set(await versions.photoOf(shot, now.before));
    acts.back();
  } catch (error) {
    updateRun(now.id, {trouble: troubleOf(error, Date.now())});
  }
}

/** Goes on from a version; where versions are compared, it is one of the two. @param {Kept} version */
function pick(version) {
  if (get().workflow !== PAGE) return versions.choose(version);
  const {number} = version;
  update({pair: [...pairOf(get()).map((each) => each.number).filter((each) => each !== number), number].slice(-2)});
}

async function toggleDrawer() {
  const open = !get().drawer;
  update({drawer: open});
  focus(open ? '#drawer-title' : '#badge');
  // On a small screen the drawer comes up from below: the picture moves out of its way.
  if (open && matchMedia('(max-width: 900px)').matches) document.querySelector('.view')?.scrollIntoView();
  const {generation} = shown() ?? {};
  if (open && generation?.evaluation?.id) {
    const evaluation = await api.evaluation(generation.id, generation.evaluation.id).catch(() => null);
    if (shown()?.generation.evaluation?.id === generation.evaluation.id) update({evaluation});
  }
}

/** @param {string} judge @param {boolean} agrees */
async function respond(judge, agrees) {
  const {evaluation} = get();
  const generation = shown()?.generation;
  if (!evaluation || !generation) return;
  try {
    const said = await api.respond(generation.id, evaluation.id, {judge, agrees});
    const now = get().evaluation;
    if (now?.id === evaluation.id) update({evaluation: {...now, feedback: [...(now.feedback ?? []), said]}});
  } catch (error) {
    updateRun(get().run?.id ?? '', {trouble: troubleOf(error, Date.now())});
  }
}

drawHeader(byId('account'), get(), acts);
sheet.addEventListener('close', () => update({editing: '', recipes: get().recipes.filter((each) => each.steps.length)}));
explain(document.body, byId('bubble'), (action) => (action === 'someone' ? photo.declareSomeone() : acts.choose()));
listen({acts, help, file, camera, page: byId('page')});
addEventListener('popstate', arrive);
document.addEventListener('visibilitychange', () => document.hidden || loadCatalogue());
byId('skip').addEventListener('click', (event) => {
  // The address is the way through the page: it stays.
  event.preventDefault();
  main.focus();
});
setInterval(() => run.isWaiting() && update({now: Date.now()}), 1000);

await restored;
versions.begin();
keep.begin();
update({now: Date.now()});
api.speakTo((await configured).api);
await Promise.all([loadCatalogue(), loadLimits()]);
// Somebody may have gone in already.
if (get().mode === 'browse') await arrive();
recipes.begin();
run.recover();
await Promise.all(later);
document.documentElement.dataset.ready = 'true';
