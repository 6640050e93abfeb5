/**
 * What can be ordered of a photo, and whether an order is complete: pure, and the server looks again. And what is said of each
 * workflow, with its sign: the catalogue says what there is; whatever is not told here is told by its kind.
 */
/** @import {Limits, Workflow} from './api.js' */
/** @import {Brush, Draft, Photo, State} from './store.js' */
/** @import {Trouble} from './trouble.js' */
import {count} from './words.js';

const PROMPT_MIN = 3;
const MASK_PIXELS_MIN = 64;
const MASK_SHARE_MAX = 0.98;
const MASK_SHARE_WARN = 0.95;
const MASK_SHARE_TINY = 0.0005;

/** @typedef {{kind: 'off' | 'soon', short: string, why: string, action: 'photo' | 'someone' | ''}} Closed */

/** Why a card cannot be opened, or null. What is supplied later closes none. @param {Workflow} workflow @param {Photo | null} photo @returns {Closed | null} */
export function closed(workflow, photo) {
  const {status, notice = ''} = workflow.availability;
  if (status === 'coming_soon') return {kind: 'soon', short: 'Coming soon', why: notice, action: ''};
  if (status === 'parked') return {kind: 'soon', short: 'Resting', why: notice, action: ''};
  if (!workflow.requires.includes('image')) return null;
  if (!photo) {
    return {kind: 'off', short: 'Needs a photo', why: 'This works on a photo. Choose one to unlock it.', action: 'photo'};
  }
  if (workflow.requires.includes('person') && photo.traits.includes('no-person') && !photo.someone) {
    return {
      kind: 'off',
      short: 'Needs a person in the photo',
      why: 'Nobody was found in this photo. A different photo would unlock this.',
      action: 'someone',
    };
  }
  return null;
}

/** @param {Workflow} workflow @param {string} requirement */
export function takes(workflow, requirement) {
  return workflow.requires.includes(requirement) || workflow.optional.includes(requirement);
}

/** @param {Workflow} workflow @param {string} tier */
export function tierOf(workflow, tier) {
  return workflow.tiers.find((each) => each.tier === tier);
}

/** The tier that was chosen where it is offered, else the smallest that is. @param {Workflow} workflow @param {string} tier @returns {string} */
export function tierFor(workflow, tier) {
  const open = workflow.tiers.filter((each) => each.dispatchable);
  return (open.find((each) => each.tier === tier) ?? open[0] ?? workflow.tiers[0]).tier;
}

/** Roughly the longer side: a bucket, no promise. @param {string} tier */
export function longSide(tier) {
  return parseInt(tier, 10) * 1024;
}

/** @param {string} tier @param {number} ratio width by height */
export function dimensions(tier, ratio) {
  const long = longSide(tier);
  return ratio >= 1
    ? {width: long, height: Math.round(long / ratio)}
    : {width: Math.round(long * ratio), height: long};
}

/** @param {string} wire such as "4:5" */
export function ratioOf(wire) {
  const [width, height] = wire.split(':').map(Number);
  return width / height;
}

/**
 * The first thing that stands in the way of an order, in the words that stand beside Apply, or null.
 *
 * @param {Workflow[]} workflows @param {string} id
 * @param {Pick<State, 'photo' | 'draft' | 'brush' | 'limits'>} given
 * @returns {(Trouble & {model?: string}) | null}
 */
export function obstacle(workflows, id, {photo, draft, brush, limits}) {
  const workflow = workflows.find((each) => each.id === id);
  if (!workflow) return {title: 'This is not offered here any more', detail: 'Go back and choose another.'};
  const shut = closed(workflow, photo);
  if (shut) return {title: shut.short, detail: shut.why, field: shut.kind === 'off' ? 'photo' : undefined};
  return (
    painted(workflow, photo, brush) ??
    pointed(workflow, draft) ??
    referenced(workflow, draft) ??
    described(workflow, draft, limits) ??
    shaped(workflow, draft) ??
    sized(workflow, draft, photo)
  );
}

/** @param {Workflow} workflow @param {Photo | null} photo @param {Brush | null} brush */
function painted(workflow, photo, brush) {
  if (!workflow.requires.includes('mask')) return null;
  if (photo?.skewed) return {title: 'Nobody can paint on this photo', detail: SKEWED, field: 'photo'};
  if (!brush || brush.painted === 0) {
    return {title: 'Nothing is painted yet', detail: 'Paint over what should change.', field: 'canvas'};
  }
  if (brush.painted < MASK_PIXELS_MIN) {
    return {title: 'The painted area is too small', detail: `Paint at least ${MASK_PIXELS_MIN} pixels.`, field: 'canvas'};
  }
  if (brush.painted / brush.total > MASK_SHARE_MAX) {
    return {title: 'Everything is painted', detail: 'Leave some of the photo as it is.', field: 'canvas'};
  }
  return null;
}

/** Said of a photo that the browser turns otherwise than the server. */
export const SKEWED =
  'It has other measures here than where it is worked on, and a painted area would miss. Save it anew with another program, or choose another.';

/** What may be sent but is worth a word. @param {Brush | null} brush */
export function maskWarning(brush) {
  if (!brush || brush.painted === 0) return '';
  const share = brush.painted / brush.total;
  if (share > MASK_SHARE_WARN) return 'This is nearly the whole photo.';
  return share < MASK_SHARE_TINY ? 'This is a very small area.' : '';
}

/** @param {Workflow} workflow @param {Draft} draft */
function pointed(workflow, draft) {
  if (!workflow.requires.includes('pin') || draft.pin) return null;
  return {title: 'No point is chosen yet', detail: 'Click on what should change.', field: 'canvas'};
}

/** @param {Workflow} workflow @param {Draft} draft */
function referenced(workflow, draft) {
  if (draft.references.some((each) => !each.upload && !each.trouble)) {
    return {title: 'A reference is still on its way', detail: 'Try again in a moment.', field: 'references'};
  }
  const ready = draft.references.filter((each) => each.upload);
  if (!workflow.requires.includes('reference') || ready.length > 0) return null;
  return {title: 'A reference is missing', detail: 'Add a photo that shows what to follow.', field: 'references'};
}

/** @param {Workflow} workflow @param {Draft} draft @param {Limits | null} limits */
function described(workflow, draft, limits) {
  const length = draft.prompt.trim().length;
  const most = limits?.fixed?.prompt_characters ?? Infinity;
  if (!takes(workflow, 'prompt')) return null;
  if (length === 0 && !workflow.requires.includes('prompt')) return null;
  if (length === 0) return {title: 'Say in a few words what you want', field: 'prompt'};
  if (length < PROMPT_MIN) return {title: 'A few words more, please', detail: `At least ${PROMPT_MIN} letters.`, field: 'prompt'};
  if (length > most) return {title: 'The description is too long', detail: `It may have ${count(most, 'character')}; it has ${length}.`, field: 'prompt'};
  return null;
}

/** @param {Workflow} workflow @param {Draft} draft */
function shaped(workflow, draft) {
  if (!workflow.requires.includes('aspect_ratio') || draft.aspectRatio) return null;
  return {title: 'No shape is chosen yet', detail: 'Choose the shape that the picture should have.', field: 'shape'};
}

/** @param {Workflow} workflow @param {Draft} draft @param {Photo | null} photo */
function sized(workflow, draft, photo) {
  const tier = tierOf(workflow, draft.tier);
  if (!tier?.dispatchable) {
    return {
      title: `${workflow.label} is not possible at ${draft.tier} right now`,
      detail: 'Another resolution may work. Whoever runs this studio can tell more.',
      field: 'tier',
      model: tier?.why?.model,
    };
  }
  if (workflow.task === 'upscale' && photo && Math.max(photo.width, photo.height) >= longSide(draft.tier)) {
    return {title: `The photo is no smaller than ${draft.tier} already`, detail: 'Choose a larger resolution.', field: 'tier'};
  }
  return null;
}

/**
 * @typedef {{icon: string, says: string, prompt?: string, hint?: string, reference?: string}} Card
 * @type {Record<string, Card>}
 */
const CARDS = {
  'remove-object': {icon: 'brush', says: 'Paint over it; the background is rebuilt.'},
  'remove-tag': {icon: 'tag', says: 'Finds stickers and tags and clears them.'},
  'repair-area': {
    icon: 'patch',
    says: 'Paint a flaw; another photo shows what belongs there.',
    prompt: 'A note on what belongs there',
    hint: 'The same weave as in the reference',
    reference: 'What belongs there',
  },
  'point-edit': {
    icon: 'pin',
    says: 'Point at it and say what should change.',
    prompt: 'What should it become?',
    hint: 'Make this flower yellow',
  },
  'cut-out': {icon: 'scissors', says: 'The subject alone, on a transparent ground.'},
  'white-background': {icon: 'sun', says: 'A clean white ground with a soft shadow.'},
  'new-scene': {
    icon: 'scene',
    says: 'Describe a setting; the subject stays.',
    prompt: 'Where should it be?',
    hint: 'On a windowsill, soft morning light',
  },
  extend: {icon: 'expand', says: 'More room around it, in the shape you choose.'},
  restyle: {
    icon: 'person',
    says: 'The person takes on the look of another photo.',
    prompt: 'What should be taken over?',
    hint: 'The coat and its colour',
    reference: 'The look to follow',
  },
  edit: {icon: 'words', says: 'Say what should be different.', prompt: 'What should be different?', hint: 'Make it late autumn'},
  create: {
    icon: 'spark',
    says: 'A new picture; no photo needed.',
    prompt: 'What should be in the picture?',
    hint: 'A pear on blue linen, seen from above',
  },
  isolate: {icon: 'frame', says: 'The product alone, centred and lit.'},
  upscale: {icon: 'up', says: 'Larger, with its detail kept.'},
  'product-set': {icon: 'set', says: 'All listing pictures from one photo.'},
};

/** @type {Record<string, Card>} */
const KINDS = {
  simple: {icon: 'frame', says: 'From your photo alone.'},
  prompt: {icon: 'words', says: 'From your words.'},
  'prompt-zip': {icon: 'words', says: 'From your words and a reference.'},
  pin: {icon: 'pin', says: 'At a point of your photo.'},
  'mask-only': {icon: 'brush', says: 'Where you paint.'},
  'mask-ref': {icon: 'patch', says: 'Where you paint, after a reference.'},
  package: {icon: 'set', says: 'Several pictures from one photo.'},
};

/** @param {{id: string, kind: string}} workflow @returns {Card} */
export function cardOf(workflow) {
  return CARDS[workflow.id] ?? KINDS[workflow.kind] ?? KINDS.simple;
}
