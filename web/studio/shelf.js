/** What is said of each workflow, and its sign. The catalogue says what there is; whatever is not here is told by its kind. */

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
