/** What keys do while the photo has the focus. */

const ZOOM_STEP = 1.25;
const SIZE_STEP = 1.25;
const SIZE_FAR = 10;
const PAN = 64; // CSS pixels an arrow key moves the photo

/** @typedef {import('./editor.js').Editor} Editor */

/** For the help sheet: keys and what they do. @type {[string, string][]} */
export const SHORTCUTS = [
  ['B', 'Brush'],
  ['E', 'Eraser'],
  ['H', 'Move the photo'],
  ['[ and ]', 'Smaller and larger; with Shift by 10 pixels'],
  ['Ctrl+Z', 'Undo'],
  ['Ctrl+Shift+Z, Ctrl+Y', 'Redo'],
  ['Shift+I', 'Invert the mask'],
  ['0', 'Fit the photo'],
  ['1', 'Show it at 100 %'],
  ['+ and -', 'Zoom in and out'],
  ['Arrow keys', 'Move the cursor; with Shift farther'],
  ['Enter, Space', 'Paint at the cursor'],
  ['Shift+Enter, Shift+click', 'Paint straight from the last point'],
  ['Alt+drag, right button', 'Erase for one stroke'],
  ['Space+drag, middle button', 'Move the photo'],
  ['Wheel, pinch', 'Zoom; Shift+wheel moves sideways'],
  ['Escape', 'Take back the stroke in hand'],
];

/** @type {Record<string, (editor: Editor) => void>} */
const DOES = {
  'b': (editor) => editor.setTool('brush'),
  'e': (editor) => editor.setTool('eraser'),
  'h': (editor) => editor.setTool('move'),
  '[': (editor) => editor.setSize(Math.min(editor.size - 1, editor.size / SIZE_STEP)),
  ']': (editor) => editor.setSize(Math.max(editor.size + 1, editor.size * SIZE_STEP)),
  'shift+[': (editor) => editor.setSize(editor.size - SIZE_FAR),
  'shift+]': (editor) => editor.setSize(editor.size + SIZE_FAR),
  'ctrl+z': (editor) => editor.undo(),
  'ctrl+shift+z': (editor) => editor.redo(),
  'ctrl+y': (editor) => editor.redo(),
  'shift+i': (editor) => editor.invert(),
  '0': (editor) => editor.fit(),
  '1': (editor) => editor.actual(),
  '+': (editor) => editor.zoom(ZOOM_STEP),
  'shift++': (editor) => editor.zoom(ZOOM_STEP),
  '=': (editor) => editor.zoom(ZOOM_STEP),
  '-': (editor) => editor.zoom(1 / ZOOM_STEP),
  'enter': (editor) => editor.dab(false),
  'shift+enter': (editor) => editor.dab(true),
};

/** @type {Record<string, [number, number]>} */
const ARROWS = {arrowleft: [-1, 0], arrowright: [1, 0], arrowup: [0, -1], arrowdown: [0, 1]};

/** A key with what is held, in lower case: `ctrl+shift+z`. @param {KeyboardEvent} event */
export function chordOf(event) {
  // Brackets take AltGr on many keyboards, which some systems report as Ctrl and Alt.
  const typed = event.getModifierState('AltGraph');
  const held = typed ? '' : (event.ctrlKey || event.metaKey ? 'ctrl+' : '') + (event.altKey ? 'alt+' : '');
  const key = {'{': '[', '}': ']'}[event.key] ?? event.key.toLowerCase();
  return held + (event.shiftKey ? 'shift+' : '') + key;
}

/** One step to a side, with Shift or without. @param {string} chord @returns {[number, number] | undefined} */
export function arrowOf(chord) {
  return ARROWS[chord.replace('shift+', '')];
}

/** @param {Editor} editor @param {import('./gestures.js').Desk} desk @param {import('./gestures.js').Gestures} gestures */
export function hearKeys(editor, desk, gestures) {
  editor.on('keydown', (event) => {
    const chord = chordOf(event);
    const arrow = arrowOf(chord);
    const does = DOES[chord];
    if (arrow) step(desk, arrow, event.shiftKey);
    else if (event.key === ' ') gestures.holding = true;
    else if (event.key === 'Escape' && gestures.stroking) gestures.end(false);
    else if (does) does(editor);
    else if (event.key !== 'Alt') return; // which alone would open the browser's menu after a stroke
    event.preventDefault();
    event.stopPropagation();
  });
  editor.on('keyup', (event) => {
    if (event.key !== ' ') return;
    gestures.holding = false;
    // Under a mouse Space is for dragging. Who moves by keys paints with it.
    if (desk.cursor.byKeys) editor.dab(event.shiftKey);
  });
  editor.on('focus', () => editor.frame.matches(':focus-visible') && desk.cursor.step(0, 0));
  editor.on('blur', () => void (gestures.holding = false));
}

/** @param {import('./gestures.js').Desk} desk @param {[number, number]} arrow @param {boolean} far */
function step({brush, cursor, view}, [dx, dy], far) {
  if (brush.tool === 'move') return view.pan(-dx * PAN, -dy * PAN);
  const pixels = far ? brush.size : Math.max(1, Math.round(brush.size / 4));
  cursor.step(dx * pixels, dy * pixels);
  view.reveal(cursor.at);
}
