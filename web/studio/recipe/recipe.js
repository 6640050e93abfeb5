/**
 * Recipes: up to five workflows, each of which takes what the one before made; and the one that is under way. Each step is
 * ordered once, whenever the page is reloaded.
 */
/** @import {Generation, Workflow} from '../api.js' */
/** @import {Course, Photo, Recipe, RecipeStep, State} from '../store.js' */
import * as api from '../api.js';
import {Problem} from '../api.js';
import {closed, obstacle, tierFor, tierOf} from '../catalog.js';
import {keepNow} from '../keep/keep.js';
import {compose, isGone, sendAgain} from '../order.js';
import {patiently} from '../run.js';
import {blankDraft, get, subscribe, update} from '../store.js';
import {troubleOf} from '../trouble.js';
import {costWords} from '../verdict.js';
import {choose, expect, gotOf, numbered, ofPhoto} from '../version/versions.js';
import {list, sentence} from '../words.js';

const STEPS_MAX = 5;

/** Of what a step before will make nothing is known. */
const ANYONE = /** @type {any} */ ({traits: [], someone: true});

/** @param {string | undefined} id */
export const workflowOf = (id) => get().workflows?.find((each) => each.id === id);

/** Why these steps cannot follow each other, or empty. @param {RecipeStep[]} steps */
export function flaw(steps) {
  for (const [i, {workflow: id}] of steps.entries()) {
    const workflow = workflowOf(id);
    if (!workflow) return 'One of its steps is not offered here any more.';
    const {label, requires, tiers, children} = workflow;
    const shut = closed(workflow, (i === 0 && get().photo) || ANYONE);
    if (shut) return `${label}: ${shut.why}`;
    if (!tiers.some((each) => each.dispatchable)) return `${label} is not possible right now.`;
    if (i > 0 && !requires.includes('image')) return `${label} starts from words alone: it can only come first.`;
    if (children && i < steps.length - 1) return `${label} gives several pictures: nothing can follow it.`;
  }
  return steps.length > STEPS_MAX ? `A recipe has at most ${STEPS_MAX} steps.` : '';
}

/** Why it cannot be run now, or empty. @param {Recipe} recipe */
export function hindrance({steps}) {
  const {photo, course} = get();
  if (course && ['going', 'paused', 'red'].includes(course.state)) return 'One recipe runs at a time.';
  return !photo && workflowOf(steps[0]?.workflow)?.requires.includes('image') ? 'This works on a photo. Choose one first.' : flaw(steps);
}

/** @type {Record<string, string>} */
const BY_HAND = {mask: 'paint', pin: 'point at something', reference: 'add a reference'};

/** What no recipe holds, in words; empty: it goes by itself. @param {string} id */
export function byHand(id) {
  const {requires = []} = workflowOf(id) ?? {};
  const what = Object.keys(BY_HAND).filter((each) => requires.includes(each)).map((each) => BY_HAND[each]);
  return what.length ? `${sentence(list(what))} to continue` : '';
}

/** @param {Workflow} workflow @returns {RecipeStep} */
export function blankStep(workflow) {
  const tier = tierFor(workflow, '');
  const aspectRatio = workflow.requires.includes('aspect_ratio') ? tierOf(workflow, tier)?.aspect_ratios[0] ?? '' : '';
  return {workflow: workflow.id, tier, prompt: '', aspectRatio};
}

/** In the place of the one of its name, or as a new one. @param {Recipe} recipe */
export function change(recipe) {
  const {recipes} = get();
  const known = recipes.some((each) => each.id === recipe.id);
  update({recipes: known ? recipes.map((each) => (each.id === recipe.id ? recipe : each)) : [...recipes, recipe]});
}

/** @param {Recipe} recipe */
export function remove(recipe) {
  const told = {words: `“${recipe.name}” is deleted.`, label: 'Bring it back', act: () => change(recipe)};
  update({recipes: get().recipes.filter((each) => each !== recipe), told});
}

/** The step that is to be taken. @param {Course} course */
export const stepOf = ({recipe, made}) => recipe.steps[made.length - 1];

/** What it takes. @param {Course} course */
export const sourceOf = ({made}) => numbered(made[made.length - 1]);

/** @param {Partial<Course>} what */
function set(what) {
  const {course} = get();
  if (course) update({course: {...course, ...what}});
}

/** @param {Recipe} recipe */
export function start(recipe) {
  const made = [ofPhoto(get().photo)?.number ?? 0];
  update({course: {recipe, made, state: 'going', order: null, generation: '', trouble: null}});
}

/** Drives what is under way, also what was before a reload. */
export function begin() {
  subscribe(({course, run, rested, workflows}, before) => {
    if (!course) return;
    const waits = ['paused', 'red', 'failed'].includes(course.state);
    if (waits && run?.generation && run.id !== before.run?.id && run.workflow === stepOf(course).workflow && run.before?.src === sourceOf(course)?.photo.src) {
      // Somebody ordered what it waits for.
      set({state: 'going', generation: run.id, order: null, trouble: null});
    } else if (course.state === 'going' && rested !== before.rested && rested?.id === course.generation) decide(course, rested);
    else if (course !== before.course || workflows !== before.workflows) drive();
  });
  drive();
}

let driving = false;

async function drive() {
  const {course, open, workflows} = get();
  if (driving || !workflows || course?.state !== 'going') return;
  const {generation, made} = course;
  if (generation) {
    // Whoever asks after it may have gone with the page.
    if (!(generation in open)) expect(generation, made[made.length - 1]);
    return;
  }
  driving = true;
  try {
    await order(course);
  } catch (error) {
    // Too many at once says nothing of an order that went before under the same key.
    const isRefused = error instanceof Problem && error.status > 0 && error.status < 500 && error.status !== 429;
    const {course: now} = get();
    if (now?.made === made && now.state === 'going') set({state: 'failed', trouble: troubleOf(error, Date.now()), ...(isRefused && {order: null})});
  }
  driving = false;
  drive();
}

/** State first, side effect second: what is ordered, and under which key, is kept before it goes. @param {Course} course */
async function order(course, again = false) {
  const photo = sourceOf(course)?.photo ?? null;
  let {order: sent} = course;
  if (!sent) {
    const {workflows, limits} = get();
    const {workflow: id, ...step} = stepOf(course);
    const given = {photo, draft: {...blankDraft(), ...step}, brush: null, limits};
    const trouble = obstacle(workflows ?? [], id, given);
    if (trouble) return set(trouble.field && trouble.field !== 'photo' ? {state: 'paused', trouble: byHand(id) ? null : trouble} : {state: 'failed', trouble});
    sent = {body: await compose(/** @type {Workflow} */ (workflowOf(id)), null, new AbortController().signal, () => given), key: crypto.randomUUID()};
    set({order: sent});
  }
  await keepNow();
  try {
    const {body, key} = sent;
    const {id} = await patiently(() => api.order(body, key), undefined, 0);
    const {course: now} = get();
    const goes = now?.order === sent && now.state === 'going';
    if (now?.order === sent) set({generation: goes ? id : '', order: null});
    if (goes) return;
    // If it is made all the same, it is a version.
    expect(id, course.made[course.made.length - 1]);
    await api.cancel(id).catch(() => {});
  } catch (error) {
    if (again || !photo || !isGone(error)) throw error;
    await sendAgain(photo);
    await order({...course, order: null}, true);
  }
}

/** It came to rest. @param {Course} course @param {Generation} generation */
function decide(course, {id, failure, evaluation}) {
  if (gotOf(id)) return course.recipe.stopOnRed && evaluation?.verdict === 'red' ? set({state: 'red'}) : goOn();
  const {title = 'It did not work', detail = '', billed = 'unknown'} = failure ?? {};
  set({state: 'failed', trouble: {title, detail: `${detail} ${costWords(billed)}`, requestId: id}});
}

/** With what the step made, whatever was said of it. */
export function goOn() {
  const {course, mode, photo} = get();
  const got = gotOf(course?.generation);
  if (!course || !got) return;
  const made = [...course.made, got.number];
  set({made, generation: '', trouble: null, state: made.length > course.recipe.steps.length ? 'done' : 'going'});
  // Whoever looks on sees it come along.
  if (mode === 'browse' && photo?.src === sourceOf(course)?.photo.src) choose(got);
}

/** The step once more. An order of which nobody knows whether it arrived stays the same. */
export const retry = () => set({state: 'going', generation: '', trouble: null});

/** What has been made stays. */
export function cancel() {
  const {generation} = get().course ?? {};
  set({state: 'cancelled', trouble: null});
  // A picture that is there was paid for.
  if (generation && !gotOf(generation)) api.cancel(generation).catch(() => {});
}

export const close = () => update({course: null});
