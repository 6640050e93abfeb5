/** The versions of a photo: what was brought, and each picture that came of it, with where it came from. */
/** @import {Generation} from '../api.js' */
/** @import {Photo, State, Version} from '../store.js' */
/** @import {Made} from '../view/result.js' */
import * as api from '../api.js';
import * as photos from '../photo.js';
import {isJudged, wait} from '../run.js';
import {get, subscribe, update} from '../store.js';
import {badge, isOpen, phaseOf, pictures} from '../verdict.js';

const LOOK_MS = 2000;

/** @typedef {Version & {photo: Photo}} Kept one that was not deleted */

/** @returns {Kept[]} */
export const kept = () => get().versions.filter(/** @returns {each is Kept} */ (each) => each.photo !== null);

/** @param {number} number */
export const numbered = (number) => kept().find((each) => each.number === number);

/** @param {Photo | null | undefined} photo */
export const ofPhoto = (photo) => kept().find((each) => each.photo.src === photo?.src);

/** What a run has made last. @param {string | undefined} run */
export const gotOf = (run) => kept().findLast((each) => run && each.run === run);

/** What a run was made from, if it is one of this project. @param {string} run */
export function sourceOf(run) {
  const {open, versions} = get();
  return numbered(open[run] ?? versions.find((each) => each.run === run)?.parent ?? 0)?.photo ?? null;
}

/** Sees to it that whatever comes to be is a version. */
export function begin() {
  subscribe((state, before) => {
    if (state.photo && state.photo !== before.photo) hold(state.photo, before);
    const {run} = state;
    if (run?.generation && run.generation !== before.run?.generation) absorb(run.generation);
    // With the catalogue it can begin, also with what was kept.
    if (state.open !== before.open || run?.id !== before.run?.id || state.workflows !== before.workflows) watch();
  });
}

/** @param {string} id */
const needsPhoto = (id) => get().workflows?.find((each) => each.id === id)?.requires.includes('image') ?? true;

/** A photo that came of nothing here begins a new project. @param {Photo} photo @param {State} before */
function hold(photo, before) {
  const known = ofPhoto(photo);
  if (known) return change(known.number, {photo});
  const {versions, open, course} = before;
  const first = {number: 1, parent: 0, workflow: '', at: Date.now(), run: '', made: '', mark: /** @type {const} */ ('none'), words: '', photo};
  const back = () => (photos.set(/** @type {Photo} */ (before.photo)), update({versions, open, course}));
  update({
    versions: [first], open: {}, pair: [], course: null,
    ...(before.photo && (versions.length > 1 || course) && {told: {words: 'A new photo begins anew.', label: 'Back to the one before', act: back}}),
  });
}

/** @param {number} number @param {Partial<Version>} what */
function change(number, what) {
  update({versions: get().versions.map((each) => (each.number === number ? {...each, ...what} : each))});
}

/** An order was taken: what comes of it is a version. @param {string} run @param {number} parent */
export function expect(run, parent) {
  update({open: {...get().open, [run]: parent}});
}

/** The number of what an order is made from; 0: of nothing here. @param {string} workflow @param {Photo | null} photo */
export const parentOf = (workflow, photo) => (needsPhoto(workflow) && ofPhoto(photo)?.number) || 0;

/** Takes up what a generation has made so far, and what the panel says of it. @param {Generation} whole */
export async function absorb(whole) {
  let gone = false;
  const shots = pictures(whole, get().workflows);
  for (const {generation, output, index} of shots) {
    if (!output) continue;
    const made = `${generation.id}/${index}`;
    const {mark, words} = badge(generation, 0);
    const known = get().versions.find((each) => each.made === made);
    if (!known) await add(whole.id, made, {generation, output, index, label: ''}).catch(({status}) => (gone ||= status >= 400 && status < 500));
    else if (known.words !== words) change(known.number, {mark, words});
  }
  const {open, versions} = get();
  const missing = shots.some(({generation, output, index}) => output && !versions.some((each) => each.made === `${generation.id}/${index}`));
  if (!(whole.id in open) || (missing && !gone) || isJudged(whole) || isOpen(phaseOf({id: whole.id, generation: whole, trouble: null}))) return;
  close(whole);
}

/** Nothing more comes of it. @param {Pick<Generation, 'id'>} rested */
function close(rested) {
  const {[rested.id]: _, ...open} = get().open;
  update({open, rested: /** @type {Generation} */ (rested)});
}

/** @type {Map<string, Promise<void>>} */
const coming = new Map();

/** Whoever asks for the same meanwhile waits for it. @param {string} run @param {string} made @param {Made} shot */
function add(run, made, shot) {
  const under = coming.get(made) ?? bring(run, made, shot).finally(() => coming.delete(made));
  coming.set(made, under);
  return under;
}

/** @param {string} run @param {string} made @param {Made} shot */
async function bring(run, made, shot) {
  const parent = get().open[run];
  if (parent === undefined) return;
  const photo = await photoOf(shot, numbered(parent)?.photo ?? null);
  // By now somebody may have begun with another photo.
  if (get().open[run] !== parent) return;
  const {versions} = get();
  const {mark, words} = badge(shot.generation, 0);
  const number = (versions.at(-1)?.number ?? 0) + 1;
  const at = Date.parse(shot.generation.created_at);
  update({versions: [...versions, {number, parent, workflow: shot.generation.workflow, at, run, made, mark, words, photo}]});
}

/** A picture as a photo to go on with. @param {Made} shot @param {Photo | null} from @returns {Promise<Photo>} */
export async function photoOf(shot, from) {
  const {generation, output, index} = shot;
  const known = kept().find((each) => each.made === `${generation.id}/${index}`);
  if (known) return known.photo;
  const blob = await freshly(shot);
  return {
    input: {generation: generation.id, output: index},
    src: URL.createObjectURL(blob),
    blob,
    name: nameOf(shot, from),
    width: output.width,
    height: output.height,
    traits: [],
    someone: from?.someone ?? false,
    skewed: false,
  };
}

/** Its address may have died while it was looked at. @param {Made} shot */
async function freshly({generation, output, index}) {
  if (Date.parse(output.url_expires_at) - Date.now() > 10_000) return api.picture(output.url);
  const {generation: anew} = await api.read(generation.id, '');
  return api.picture(anew?.outputs[index].url ?? output.url);
}

/** @param {Made} shot @param {Photo | null | undefined} from */
function nameOf({generation, output}, from) {
  const name = from?.name.replace(/\.\w+$/, '') ?? 'picture';
  return `${name}-${generation.workflow}.${output.content_type.split('/')[1].replace('jpeg', 'jpg')}`;
}

let watching = false;

/** Asks after what is under way and on nobody's stage. */
async function watch() {
  const left = () => Object.keys(get().open).filter((id) => id !== get().run?.id || !isOpen(phaseOf(/** @type {any} */ (get().run))));
  if (watching) return;
  watching = true;
  for (; left().length; await wait(LOOK_MS)) {
    for (const id of left()) {
      const answer = await api.read(id, '').catch((error) => error);
      if (answer.generation) await absorb(answer.generation);
      else if (answer.status === 404) close({id});
    }
  }
  watching = false;
}

/** Goes on from this one. @param {Version} version */
export function choose({photo}) {
  if (photo && photo.src !== get().photo?.src) photos.set(photo);
}

/** What was made from it stays. @param {Kept} version */
export function remove(version) {
  const {number, parent, photo} = version;
  const {photo: now, pair} = get();
  change(number, {photo: null});
  if (now?.src === photo.src) choose(numbered(parent) ?? get().versions[0]);
  update({
    pair: pair.filter((each) => each !== number),
    told: {words: `Version ${number} is deleted.`, label: 'Bring it back', act: () => change(number, {photo})},
  });
}
