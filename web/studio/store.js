/**
 * What the page knows, in one place. Whoever changes it says what is different; the view draws it anew.
 *
 * @typedef {{upload: string} | {generation: string, output: number}} Input a picture, as the API names it
 *
 * @typedef {object} Photo what is worked on
 * @property {Input} input
 * @property {string} src an object URL
 * @property {Blob} blob the same, to be kept
 * @property {string} name
 * @property {number} width as the server has it, upright
 * @property {number} height
 * @property {string[]} traits
 * @property {boolean} someone a person said that there is someone in it
 * @property {boolean} skewed the browser measures it otherwise than the server: nobody may paint on it
 *
 * @typedef {object} Sending a file on its way
 * @property {string} name
 * @property {string} src
 * @property {number} share from 0 to 1
 * @property {'reading' | 'sending' | 'looking'} step
 * @property {() => void} cancel
 *
 * @typedef {{key: string, name: string, src: string, blob: Blob, upload: string | null, share: number,
 *   trouble: Trouble | null, cancel: () => void}} Reference
 *
 * @typedef {object} Draft the next order, as far as it has been thought of
 * @property {string} prompt
 * @property {string} tier
 * @property {string} aspectRatio empty: as the photo is
 * @property {Reference[]} references
 * @property {{x: number, y: number} | null} pin
 * @property {Blob | null} mask of a brush that is not on the page now
 *
 * @typedef {object} Brush what the editor says of itself
 * @property {number} painted @property {number} total
 * @property {boolean} canUndo @property {boolean} canRedo
 * @property {number} zoom @property {number} size
 * @property {'brush' | 'eraser' | 'move'} tool
 *
 * @typedef {object} Run one order and what became of it
 * @property {string} workflow
 * @property {Photo | null} before
 * @property {string} id empty until it was taken
 * @property {Generation | null} generation as the API last told it
 * @property {number} since milliseconds
 * @property {number} checkingSince 0 unless it is being judged
 * @property {boolean} cancelling
 * @property {boolean} anyway somebody wants it although it is red
 * @property {number} chosen which picture of several
 * @property {Trouble | null} trouble
 *
 * @typedef {object} Version the photo that was brought, or what came of it
 * @property {number} number one more than the last; given once
 * @property {number} parent the number of what it was made from; 0: of nothing here
 * @property {string} workflow empty: it was brought
 * @property {number} at milliseconds
 * @property {string} run the order that it came of
 * @property {string} made which picture of which generation, such as `gen_1/0`
 * @property {Mark} mark of the panel's verdict @property {string} words for it
 * @property {Photo | null} photo null: somebody deleted it
 *
 * @typedef {{workflow: string, tier: string, prompt: string, aspectRatio: string}} RecipeStep
 *
 * @typedef {object} Recipe steps, each of which takes what the one before made
 * @property {string} id
 * @property {string} name
 * @property {boolean} stopOnRed
 * @property {RecipeStep[]} steps
 *
 * @typedef {object} Course a recipe under way
 * @property {Recipe} recipe as it was when it began
 * @property {number[]} made the version that it began with, and what each step made of it
 * @property {'going' | 'paused' | 'red' | 'failed' | 'cancelled' | 'done'} state
 * @property {{body: unknown, key: string} | null} order of the step, kept before it is sent
 * @property {string} generation of the step; empty until it was taken
 * @property {Trouble | null} trouble why it pauses or failed
 *
 * @typedef {object} State
 * @property {Workflow[] | null} workflows of the catalogue; null until it came
 * @property {Limits | null} limits
 * @property {Trouble | null} catalogueTrouble
 * @property {'browse' | 'configure'} mode
 * @property {string} workflow the id of the one that is configured
 * @property {Photo | null} photo
 * @property {Sending | null} sending
 * @property {Trouble | null} photoTrouble
 * @property {Draft} draft
 * @property {Brush | null} brush
 * @property {Trouble | null} trouble beside Apply
 * @property {Run | null} run
 * @property {boolean} drawer the judges' reasoning is open
 * @property {Evaluation | null} evaluation the one in the drawer, whole
 * @property {'slider' | 'beside' | 'after'} compare
 * @property {boolean} peek somebody holds to see before
 * @property {Version[]} versions the first is the photo that was brought
 * @property {Record<string, number>} open orders that have not come to rest, and of which version each is made
 * @property {Generation | null} rested the one that came to rest last
 * @property {number[]} pair the versions that are compared
 * @property {Recipe[]} recipes
 * @property {string} editing the id of the recipe that is open
 * @property {Course | null} course
 * @property {{words: string, label?: string, act?: () => void} | null} told what happened by itself, and the way back
 * @property {number} now milliseconds; moves while somebody waits
 */

/** @returns {Draft} */
/** @import {Evaluation, Generation, Limits, Workflow} from './api.js' */
/** @import {Trouble} from './trouble.js' */
/** @import {Mark} from './verdict.js' */
export const blankDraft = () => ({prompt: '', tier: '1K', aspectRatio: '', references: [], pin: null, mask: null});

/** @type {State} */
let state = {
  workflows: null,
  limits: null,
  catalogueTrouble: null,
  mode: 'browse',
  workflow: '',
  photo: null,
  sending: null,
  photoTrouble: null,
  draft: blankDraft(),
  brush: null,
  trouble: null,
  run: null,
  drawer: false,
  evaluation: null,
  compare: 'slider',
  peek: false,
  versions: [],
  open: {},
  rested: null,
  pair: [],
  recipes: [],
  editing: '',
  course: null,
  told: null,
  now: Date.now(),
};

/** @type {Set<(state: State, before: State) => void>} */
const listeners = new Set();
let seen = state;

/** @returns {State} never to be changed in place */
export function get() {
  return state;
}

/** @param {Partial<State>} change */
export function update(change) {
  const told = state !== seen;
  state = {...state, ...change};
  if (!told) queueMicrotask(tell);
}

/** @param {Partial<Draft>} change */
export function edit(change) {
  update({draft: {...state.draft, ...change}});
}

/** Changes the run that it is about, unless another has taken its place. @param {string} id @param {Partial<Run>} change */
export function updateRun(id, change) {
  if (state.run?.id === id) update({run: {...state.run, ...change}});
}

/** Several changes in one go are told once. @param {(state: State, before: State) => void} listener */
export function subscribe(listener) {
  listeners.add(listener);
}

function tell() {
  const before = seen;
  seen = state;
  for (const listener of listeners) listener(state, before);
}
