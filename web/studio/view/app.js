/**
 * The page as a whole, drawn from the state.
 *
 * @typedef {object} Acts what a person can do; main.js says what happens then
 * @property {() => void} choose @property {() => void} camera @property {(src: string, file: string) => void} sample
 * @property {() => void} someone @property {() => void} reloadCatalogue
 * @property {(workflow: string) => void} open @property {() => void} back
 * @property {() => void} apply @property {() => void} cancel @property {() => void} editAgain
 * @property {() => void} retry @property {() => void} checkAgain @property {() => void} lookAgain
 * @property {() => void} anyway @property {() => void} download @property {() => void} goOn
 * @property {() => void} toggleDrawer @property {(judge: string, agrees: boolean) => void} respond
 * @property {() => void} help @property {() => void} undo what was told @property {() => void} hush
 * @property {(version: Kept) => void} pick @property {() => void} compare
 * @property {(version: Kept) => void} from @property {(version: Kept) => void} remove
 */
/** @import {State} from '../store.js' */
/** @import {Kept} from '../version/versions.js' */
import {html, nothing, render} from '../../vendor/lit-html/lit-html.js';
import {browse} from './browse.js';
import {count} from '../words.js';
import {configure} from './configure.js';

/** @param {HTMLElement} main @param {State} state @param {Acts} acts */
export function draw(main, state, acts) {
  main.dataset.mode = state.mode;
  render(state.mode === 'browse' ? browse(state, acts) : configure(state, acts), main);
}

/** @param {HTMLElement} header @param {State} state @param {Acts} acts */
export function drawHeader(header, {limits}, acts) {
  const runs = limits?.limits.find((each) => each.name === 'runs-per-address');
  render(html`
    <p class="left small quiet" data-runs=${runs?.remaining ?? ''}>${runs ? html`${count(runs.remaining, 'run')} left<span class="wide"> this hour</span>` : nothing}</p>
    <button class="btn plain" type="button" aria-haspopup="dialog" aria-keyshortcuts="?" data-act="help" @click=${acts.help}>Shortcuts</button>`, header);
}
