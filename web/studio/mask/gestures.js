/**
 * What hands mean: by a pointer a stroke, a pan, a pinch, or only passing by; and the same by keys while the photo has
 * the focus. One finger paints and two move the photo; the second takes back what the first began. Once a pen was seen,
 * fingers only move.
 */

const MIDDLE = 1;
const RIGHT = 2;
const PEN_ERASER = 5;
const WHEEL = 0.0015; // how fast a pixel of the wheel zooms
const WHEEL_PINCH = 0.01; // a pinch on a touchpad arrives as a small wheel with Ctrl
const WHEEL_UNITS = [1, 16, 400]; // CSS pixels, where a wheel counts pixels, lines or pages

/** @typedef {import('./photo.js').Point} Point */
/** @typedef {{brush: import('./stroke.js').Brush, view: import('./photo.js').Viewport, cursor: import('./editor.js').Cursor}} Desk what an editor works with */

export class Gestures {
  /** Whether Space is held: the photo is dragged, not painted. */
  holding = false;
  /** By id, in CSS pixels from the frame's corner. @type {Map<number, Point>} */
  #fingers = new Map();
  /** @type {{id: number, type: string, pans: boolean, at: Point} | null} */
  #active = null;
  #penSeen = false;
  #frame;
  #desk;

  /** @param {import('./photo.js').Framed} framed @param {Desk} desk */
  constructor(framed, desk) {
    this.#frame = framed.frame;
    this.#desk = desk;
    framed.on('pointerdown', (event) => {
      this.#frame.setPointerCapture(event.pointerId);
      framed.focus(false);
      this.#down(event);
    });
    framed.on('pointermove', (event) => this.#move(event));
    framed.on('pointerup pointercancel lostpointercapture', (event) => this.#up(event));
    framed.on('pointerleave', () => void (desk.cursor.over = false));
    framed.on('wheel', (event) => this.#wheel(event));
    // The middle button would scroll the page, and the right one open a menu.
    framed.on('mousedown contextmenu', (event) => event.preventDefault());
  }

  get stroking() {
    return this.#active?.pans === false;
  }

  /** Whether the photo is being dragged, or would be. */
  get panning() {
    return this.#active?.pans ?? (this.holding || this.#desk.brush.tool === 'move');
  }

  /** Ends what is going on. @param {boolean} meant else a stroke is taken back */
  end(meant) {
    const {stroking} = this;
    this.#active = null;
    if (stroking) this.#desk.brush.release(meant);
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.pointerType === 'touch') return this.#finger(event);
    if (event.pointerType === 'pen') this.#pen();
    const paints = event.button <= RIGHT || event.button === PEN_ERASER; // others go back and forth in the browser
    if (paints && !this.#active) this.#start(event, event.button === MIDDLE);
  }

  /** @param {PointerEvent} event */
  #finger(event) {
    if (this.#active && this.#active.type !== 'touch') return; // a palm
    this.#fingers.set(event.pointerId, this.#place(event));
    if (this.#fingers.size === 1) this.#start(event, this.#penSeen);
    else this.end(false);
  }

  /** The hand that holds a pen rests on the screen: what it did so far was not meant. */
  #pen() {
    this.#penSeen = true;
    this.#fingers.clear();
    if (this.#active?.type === 'touch') this.end(false);
  }

  /** @param {PointerEvent} event @param {boolean} pans */
  #start(event, pans) {
    const {brush} = this.#desk;
    pans ||= this.panning;
    const at = this.#follow(event);
    this.#active = {id: event.pointerId, type: event.pointerType, pans, at: this.#place(event)};
    const erase = brush.tool === 'eraser' || event.button === RIGHT || event.button === PEN_ERASER || event.altKey;
    if (!pans) brush.press(at, {erase, straight: event.shiftKey, pressure: pressure(event)});
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const active = this.#active;
    const at = this.#place(event);
    if (this.#fingers.size > 1) return this.#pinch(event.pointerId, at);
    if (active?.id !== event.pointerId) {
      if (!active && event.pointerType !== 'touch') this.#follow(event);
    } else if (active.pans) {
      this.#desk.view.pan(at.x - active.at.x, at.y - active.at.y);
      active.at = at;
    } else {
      const passed = event.getCoalescedEvents?.() ?? [];
      for (const each of passed.length > 0 ? passed : [event]) this.#desk.brush.drag(this.#follow(each), pressure(each));
    }
    if (this.#fingers.has(event.pointerId)) this.#fingers.set(event.pointerId, at);
  }

  /** Two fingers zoom by how far they part, and pan by where their middle goes. @param {number} id @param {Point} at */
  #pinch(id, at) {
    if (!this.#fingers.has(id)) return;
    const {view} = this.#desk;
    const before = span(this.#fingers);
    this.#fingers.set(id, at);
    const after = span(this.#fingers);
    view.pan(after.x - before.x, after.y - before.y);
    view.zoomTo((view.zoom * after.length) / before.length, after);
  }

  /** @param {PointerEvent} event its end, good or bad */
  #up(event) {
    this.#fingers.delete(event.pointerId);
    if (this.#active?.id === event.pointerId) this.end(event.type !== 'pointercancel');
    const [left] = this.#fingers;
    if (this.#fingers.size === 1 && !this.#active) this.#active = {id: left[0], type: 'touch', pans: true, at: left[1]};
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    event.preventDefault();
    const {view} = this.#desk;
    const unit = WHEEL_UNITS[event.deltaMode];
    if (event.shiftKey) return view.pan(-(event.deltaX || event.deltaY) * unit, 0);
    view.zoomTo(view.zoom * Math.exp(-event.deltaY * unit * (event.ctrlKey ? WHEEL_PINCH : WHEEL)), this.#place(event));
  }

  /** The cursor goes with the pointer. @param {PointerEvent} event @returns {Point} of the photo */
  #follow(event) {
    const at = this.#desk.view.toPhoto(this.#place(event));
    this.#desk.cursor.follow(at, event.pointerType !== 'touch');
    return at;
  }

  /** @param {MouseEvent} event @returns {Point} */
  #place(event) {
    const {left, top} = this.#frame.getBoundingClientRect();
    return {x: event.clientX - left, y: event.clientY - top};
  }
}

/** A mouse has none, and a pen that tells none says 0. @param {PointerEvent} event */
function pressure(event) {
  return event.pointerType === 'pen' && event.pressure > 0 ? event.pressure : 1;
}

/** The middle of the first two fingers and their distance. @param {Map<number, Point>} fingers */
function span(fingers) {
  const [a, b] = [...fingers.values()];
  return {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, length: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y))};
}

const ZOOM_STEP = 1.25;
const SIZE_STEP = 1.25;
const SIZE_FAR = 10;
const PAN = 64; // CSS pixels an arrow key moves the photo

/** @typedef {import('./editor.js').Editor} Editor */

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
  'c': (editor) => editor.recolour(),
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
