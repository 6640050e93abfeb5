/** What is said of a run and of the panel's verdict: pure. Colour is the third cue, after a shape and words. */
/** @import {Generation, Workflow} from './api.js' */
/** @import {Run} from './store.js' */
import {count} from './words.js';

/** After this nobody waits for the panel any more; it says nothing about the picture. */
export const CHECK_MS = 300_000;

/** @typedef {'pass' | 'warn' | 'fail' | 'none'} Mark */

/**
 * @param {Generation | null | undefined} generation @param {number} checkingMs how long it has been judged for
 * @returns {{mark: Mark, words: string, state: 'unchecked' | 'checking' | 'incomplete' | 'green' | 'amber' | 'red'}}
 */
export function badge(generation, checkingMs) {
  const evaluation = generation?.evaluation;
  if (!evaluation) return {mark: 'none', words: 'Not checked', state: 'unchecked'};
  const verdict = evaluation.verdict;
  if (evaluation.status !== 'completed' || isBeingChecked(generation)) {
    return checkingMs > CHECK_MS
      ? {mark: 'none', words: 'Check did not finish', state: 'incomplete'}
      : {mark: 'none', words: 'Checking quality', state: 'checking'};
  }
  const issues = evaluation.issues ?? sum(generation.children);
  if (verdict === 'green') return {mark: 'pass', words: 'No quality issues', state: 'green'};
  if (verdict === 'amber') return {mark: 'warn', words: `${count(issues || 1, 'quality issue')} detected`, state: 'amber'};
  if (verdict === 'red') return {mark: 'fail', words: `${count(issues || 1, 'quality issue')} detected`, state: 'red'};
  return {mark: 'none', words: 'Check did not finish', state: 'incomplete'};
}

/** @param {Generation | null | undefined} generation @returns {boolean} */
export function isBeingChecked(generation) {
  return (generation?.evaluations ?? []).some((each) => each.status === 'running');
}

/** @param {Generation[]} children */
function sum(children = []) {
  return children.reduce((all, child) => all + (child.evaluation?.issues ?? 0), 0);
}

/** @type {Record<string, string>} */
const JUDGES = {
  technical: 'Image integrity',
  change: 'Change made',
  preservation: 'Rest preserved',
  usability: 'Ready to use',
  sentinel: 'Visual inspection',
  first_viewer: 'First viewer',
  second_viewer: 'Second viewer',
  third_viewer: 'Third viewer',
};

/** @param {string} judge */
export function judgeName(judge) {
  return JUDGES[judge] ?? 'Another check';
}

/** @type {Record<string, {mark: Mark, words: string}>} */
const RESULTS = {
  pass: {mark: 'pass', words: 'Passed'},
  fail: {mark: 'fail', words: 'Issue'},
  abstain: {mark: 'none', words: 'Could not check'},
};

/** @param {string} result */
export function resultOf(result) {
  return RESULTS[result] ?? RESULTS.abstain;
}

/** @typedef {'uploading' | 'queued' | 'running' | 'doubtful' | 'saving' | 'checking' | 'done' | 'failed' | 'cancelled'} Phase */

/** @param {Pick<Run, 'id' | 'generation' | 'trouble'>} run @returns {Phase} */
export function phaseOf({id, generation, trouble}) {
  if (trouble && !generation) return 'failed';
  if (!id || !generation) return 'uploading';
  if (generation.reconciling) return 'doubtful';
  const {status, evaluation, outputs} = generation;
  if (status === 'storing') return 'saving';
  if (status === 'failed' || status === 'cancelled' || status === 'queued') return status;
  const judged = evaluation?.status === 'completed';
  if (status === 'running') return evaluation && !judged && outputs.length === 0 && !generation.children.length ? 'checking' : 'running';
  return evaluation && !judged ? 'checking' : 'done';
}

/** @type {Record<Phase, string>} */
export const PHASES = {
  uploading: 'Sending',
  queued: 'Waiting in line',
  running: 'Working on it',
  doubtful: 'Finding out what became of it',
  saving: 'Saving the picture',
  checking: 'Checking quality',
  done: 'Done',
  failed: 'It did not work',
  cancelled: 'Cancelled',
};

/** @param {Phase} phase */
export const isOpen = (phase) => !['done', 'failed', 'cancelled'].includes(phase);

/** What a cancelled or failed run costs. @param {string} billed */
export function costWords(billed) {
  if (billed === 'no') return 'Nothing was charged for it; it still counts as a run.';
  if (billed === 'yes') return 'The work was charged all the same.';
  return 'Whether the work was charged is not known yet.';
}

/** What may be shown: the pictures of a generation, or of its parts. @param {Generation | null | undefined} generation @param {Workflow[] | null} workflows */
export function pictures(generation, workflows) {
  if (!generation) return [];
  if (generation.children.length === 0) {
    return generation.outputs.map((output, index) => ({generation, output, index, label: ''}));
  }
  const parts = workflows?.find((each) => each.id === generation.workflow)?.children ?? [];
  return generation.children.map((child, i) => {
    const label = workflows?.find((each) => each.id === child.workflow)?.label ?? child.workflow;
    const shape = parts[i]?.aspect_ratio;
    return {generation: child, output: child.outputs[0] ?? null, index: 0, label: shape ? `${label} ${shape}` : label};
  });
}
