/** Recipes: the saved ones, the one under way, and the sheet where one is written. */
/** @import {Course, Recipe, RecipeStep, State} from '../store.js' */
/** @import {Acts} from './app.js' */
import {html, nothing, render} from '../../vendor/lit-html/lit-html.js';
import {focus} from '../announce.js';
import {takes, tierOf} from '../catalog.js';
import * as recipes from '../recipe/recipe.js';
import {get, update} from '../store.js';
import {gotOf, numbered} from '../version/versions.js';
import {count} from '../words.js';
import {icon} from './icons.js';
import {act, notice} from './notice.js';

/** @param {RecipeStep} step */
const nameOf = ({workflow}) => recipes.workflowOf(workflow)?.label ?? workflow;

/** @param {State} state */
export function recipePanel({recipes: all}) {
  const open = (/** @type {Recipe} */ recipe) => (recipes.change(recipe), update({editing: recipe.id}));
  const blank = () => ({id: crypto.randomUUID(), name: `Recipe ${all.length + 1}`, stopOnRed: true, steps: []});
  return html`
    <section class="panel recipes" aria-labelledby="recipes">
      <h2 id="recipes" tabindex="-1">Recipes</h2>
      ${all.length ? html`<ul>${all.map((recipe) => html`<li><span class="name">${recipe.name} <span class="small quiet">${count(recipe.steps.length, 'step')}</span></span>
        ${act('edit-recipe', 'Edit', () => open(recipe), {style: 'plain', label: `Edit ${recipe.name}`})}
        ${act('run-recipe', 'Run', () => (recipes.start(recipe), focus('#course')), {label: `Run ${recipe.name}`, why: recipes.hindrance(recipe)})}</li>`)}</ul>`
        : html`<p class="small quiet">Several steps in a row, as often as you like.</p>`}
      ${act('new-recipe', 'New recipe', () => open(blank()))}
    </section>`;
}

/** @type {Record<Course['state'], string>} */
const STATES = {
  going: 'Under way', paused: 'Complete it to continue', red: 'Stopped: the check found issues', failed: 'It did not work', cancelled: 'Cancelled', done: 'Done',
};

/** What is said of the step that it is at. @param {Course} course */
function saidOf(course) {
  const {state, generation} = course;
  const got = state === 'going' && gotOf(generation);
  return got ? `Version ${got.number}, checking quality` : (state === 'paused' && recipes.byHand(recipes.stepOf(course).workflow)) || STATES[state];
}

/** @param {State} state */
export function courseWords({course}) {
  if (!course) return '';
  const {recipe, made, state} = course;
  return `${recipe.name}: ${state === 'done' ? STATES.done : `step ${made.length} of ${recipe.steps.length}, ${saidOf(course)}`}`;
}

/** @param {State} state @param {Acts} acts */
export function coursePanel({course, now}, acts) {
  if (!course) return nothing;
  const {recipe, made, state, trouble} = course;
  const at = made.length - 1;
  const isOver = ['failed', 'cancelled', 'done'].includes(state);
  const also = (/** @type {string} */ name, /** @type {string} */ words, /** @type {() => void} */ does) => act(name, words, () => (does(), focus(get().course ? '#course' : '#recipes')));
  return html`
    <section class="panel course" aria-labelledby="course" data-state=${state}>
      <h2 id="course" tabindex="-1">${recipe.name}</h2>
      <ol class="steps">${recipe.steps.map((step, i) => html`
        <li data-step=${i} data-state=${i < at ? 'past' : i === at ? 'now' : 'ahead'} aria-current=${i === at ? 'step' : nothing}>
          ${icon(i < at ? numbered(made[i + 1])?.mark ?? 'none' : i > at ? 'none' : isOver || state === 'red' ? 'fail' : 'clock')}
          <span>${nameOf(step)} <span class="small quiet">${i < at ? `Version ${made[i + 1]}` : i > at ? 'Not yet' : saidOf(course)}</span></span></li>`)}</ol>
      ${notice(trouble && {...trouble, calm: state === 'paused'}, {now})}
      <div class="actions">
        ${state === 'paused' ? act('by-hand', saidOf(course), acts.byHand, {style: 'first'}) : nothing}
        ${state === 'red' ? also('course-anyway', 'Go on anyway', recipes.goOn) : nothing}
        ${['red', 'failed', 'cancelled'].includes(state) ? also('course-retry', 'Retry from here', recipes.retry) : nothing}
        ${isOver ? also('course-close', 'Close', recipes.close) : also('course-cancel', 'Cancel the recipe', recipes.cancel)}
      </div>
    </section>`;
}

let refused = '';
let said = '';

/** Opens the sheet, keeps it up to date, closes it. @param {HTMLDialogElement} sheet @param {State} state @param {State} before */
export function drawRecipe(sheet, {recipes: all, editing, workflows}, before) {
  const recipe = all.find((each) => each.id === editing);
  if (!recipe || !workflows) return sheet.close();
  const {name, steps, stopOnRed} = recipe;
  const opens = editing !== before.editing;
  if (opens) refused = said = '';
  /** Takes other steps, unless something is against them. */
  const attempt = (/** @type {RecipeStep[]} */ other, /** @type {string} */ words, /** @type {string} */ next) => {
    refused = recipes.flaw(other);
    said = refused ? '' : words;
    recipes.change({...recipe, steps: refused ? steps : other});
    focus(refused ? '#beside-step' : next);
  };
  const add = (/** @type {any} */ event) => {
    event.preventDefault();
    const chosen = workflows.find((each) => each.id === event.target.step.value);
    if (chosen) attempt([...steps, recipes.blankStep(chosen)], `${chosen.label} is step ${steps.length + 1}`, '#step');
  };
  render(html`
    <header><h2 id="recipe-title">Recipe</h2><form method="dialog"><button class="btn" type="submit">Done</button></form></header>
    <div class="sheet">
      <label class="field"><span class="label">Name</span>
        <input id="recipe-name" maxlength="60" .value=${name} @change=${(/** @type {any} */ {target}) => recipes.change({...recipe, name: target.value.trim() || name})}></label>
      ${steps.length ? html`<ol>${steps.map((step, i) => row(step, i, recipe, attempt))}</ol>`
        : html`<p class="small quiet">No steps yet. Each step takes the picture that the one before made.</p>`}
      <form class="add" @submit=${add}>
        <label class="field"><span class="label">Add a step</span>
          <select id="step" name="step">${workflows.map(({id, label}) => html`<option value=${id}>${label}</option>`)}</select></label>
        <button class="btn" type="submit" data-act="add-step">Add</button>
      </form>
      <div id="beside-step" role="alert" tabindex="-1">${notice(refused ? {title: 'This step cannot be there', detail: refused} : null)}</div>
      <p class="visually-hidden" role="status">${said}</p>
      <label class="check"><input type="checkbox" id="stop-on-red" .checked=${stopOnRed} @change=${() => recipes.change({...recipe, stopOnRed: !stopOnRed})}>
        <span>Stop when a quality check fails</span></label>
      ${act('delete-recipe', 'Delete this recipe', () => (recipes.remove(recipe), focus('[data-act="undo"]')), {style: 'plain'})}
    </div>`, sheet);
  // Once it is closed it is not opened again by what is drawn until that is heard.
  if (opens) sheet.showModal();
}

/** @param {RecipeStep} step @param {number} i @param {Recipe} recipe @param {(other: RecipeStep[], words: string, next: string) => void} attempt */
function row(step, i, recipe, attempt) {
  const {steps} = recipe;
  const workflow = recipes.workflowOf(step.workflow);
  const name = nameOf(step);
  const set = (/** @type {keyof RecipeStep} */ key) => (/** @type {any} */ {target}) => recipes.change({...recipe, steps: steps.with(i, {...step, [key]: target.value})});
  const move = (/** @type {string} */ way, /** @type {number} */ to) => act(way, icon('up'), () =>
    attempt(steps.with(i, steps[to]).with(to, step), `${name} is step ${to + 1} of ${steps.length}`, `[data-row="${to}"] [data-act="${way}"]`),
  {style: 'sign', label: `Move ${name} ${way}`, off: !steps[to]});
  const choice = (/** @type {keyof RecipeStep} */ key, /** @type {string} */ title, /** @type {string[]} */ values) => html`
    <label><span class="small quiet">${title}</span><select data-field=${key} @change=${set(key)}>
      ${values.map((value) => html`<option value=${value} .selected=${step[key] === value}>${value || 'As it is'}</option>`)}</select></label>`;
  const pause = recipes.byHand(step.workflow);
  return html`<li data-row=${i}>
    <strong>${i + 1}. ${name}</strong>
    <span class="set">${move('up', i - 1)}${move('down', i + 1)}
      ${act('remove', icon('cross'), () => attempt(steps.toSpliced(i, 1), `${name} is removed`, '#step'), {style: 'sign', label: `Remove ${name}`})}</span>
    ${workflow ? html`<span class="fields">
      ${takes(workflow, 'prompt') ? html`<label><span class="small quiet">Words</span>
        <input data-field="prompt" maxlength=${get().limits?.fixed?.prompt_characters ?? 4000} .value=${step.prompt} @input=${set('prompt')}></label>` : nothing}
      ${takes(workflow, 'aspect_ratio') ? choice('aspectRatio', 'Shape', [...(workflow.requires.includes('aspect_ratio') ? [] : ['']), ...(tierOf(workflow, step.tier)?.aspect_ratios ?? [])]) : nothing}
      ${choice('tier', 'Resolution', workflow.tiers.filter((each) => each.dispatchable).map((each) => each.tier))}
      ${pause ? html`<span class="small quiet">Pauses here: ${pause}.</span>` : nothing}</span>` : nothing}
  </li>`;
}
