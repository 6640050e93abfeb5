/**
 * The photo in a frame that takes focus, pointers and keys; both editors are one. Which part of it is seen, and how large:
 * points on the screen are CSS pixels from the frame's top left corner, points on the photo are its pixels; at a zoom of 1
 * they are equally large. And the pin editor: one point on the photo, by mouse, pen, finger and keys.
 */
import {arrowOf, chordOf} from './gestures.js';

/** @typedef {{x: number, y: number}} Point */
/** @typedef {{width: number, height: number}} Size */
/** @typedef {Size & {src: string, describedBy?: string}} Photo its size in pixels, as the server has it; ids of more instructions */

let count = 0;

export class Framed {
  #gone = new AbortController();
  #usable = false;

  /** @param {HTMLElement} host has a size of its own @param {Photo} photo @param {{kind: string, name: string, keys: string}} words */
  constructor(host, {src, width, height, describedBy = ''}, {kind, name, keys}) {
    /** @type {Size} */
    this.photo = {width, height};
    this.frame = element('div', `${kind}-frame`);
    /** Holds the photo and what lies on it. */
    this.stage = element('div', `${kind}-stage`);
    const help = element('span', '');
    help.hidden = true;
    help.id = `${kind}-keys-${++count}`;
    help.textContent = keys;
    this.frame.tabIndex = 0;
    this.frame.role = 'application';
    this.frame.ariaLabel = name;
    this.frame.ariaBusy = 'true';
    this.frame.setAttribute('aria-describedby', `${describedBy} ${help.id}`.trim());
    const image = element('img', '');
    image.alt = '';
    /** When it can be used; fails where what is put on it would lie askew. @type {Promise<void>} */
    this.ready = loaded(image, this.photo).then(() => {
      this.#usable = true;
      this.frame.ariaBusy = null;
    });
    image.src = src;
    this.stage.append(image);
    this.frame.append(this.stage, help);
    host.append(this.frame);
  }

  /** Hears what happens in the frame once the photo is there. @param {string} types @param {(event: any) => void} hear */
  on(types, hear) {
    for (const type of types.split(' ')) {
      this.frame.addEventListener(type, (event) => this.#usable && hear(event), {signal: this.signal, passive: false});
    }
  }

  /** Tells when it is destroyed. */
  get signal() {
    return this.#gone.signal;
  }

  /** @param {boolean} [focusVisible] not to who points */
  focus(focusVisible = true) {
    this.frame.focus({preventScroll: true, focusVisible});
  }

  destroy() {
    this.#gone.abort();
    this.frame.remove();
  }
}

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {string} className */
export function element(tag, className) {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

/** The pixel that a point lies in, or the nearest. @param {Point} point @param {Size} photo @returns {Point} */
export function pixelAt({x, y}, {width, height}) {
  return {x: Math.min(width - 1, Math.max(0, Math.floor(x))), y: Math.min(height - 1, Math.max(0, Math.floor(y)))};
}

/** @param {HTMLImageElement} image @param {Size} size @returns {Promise<void>} */
function loaded(image, {width, height}) {
  return new Promise((resolve, reject) => {
    image.onerror = () => reject(new Error('the photo did not load'));
    image.onload = () => {
      const {naturalWidth, naturalHeight} = image;
      if (naturalWidth === width && naturalHeight === height) resolve();
      else reject(new Error(`the photo is ${naturalWidth} x ${naturalHeight}, not ${width} x ${height}`));
    };
  });
}

const ZOOM_MAX = 32;
const MARGIN = 0.96; // how much of the frame a fitted photo takes
const KEEP = 48; // CSS pixels of the photo that stay in the frame

export class Viewport {
  zoom = 1;
  x = 0;
  y = 0;
  /** Whether the whole photo is to be seen, whatever becomes of the frame. */
  #fitted = true;
  /** @type {Size} */
  #frame = {width: 0, height: 0};

  /** @param {Size} photo */
  constructor(photo) {
    this.photo = photo;
  }

  /** The frame has a new size: a fitted photo is fitted anew, another keeps its middle where it was. @param {Size} frame */
  resize(frame) {
    const before = this.#frame;
    this.#frame = frame;
    if (this.#fitted || before.width === 0) return this.fit();
    this.pan((frame.width - before.width) / 2, (frame.height - before.height) / 2);
  }

  fit() {
    this.#fitted = true;
    this.zoom = this.#fitting;
    this.x = (this.#frame.width - this.photo.width * this.zoom) / 2;
    this.y = (this.#frame.height - this.photo.height * this.zoom) / 2;
  }

  /** @param {number} zoom @param {Point} [at] of the screen, which keeps its place on the photo; else the middle */
  zoomTo(zoom, at = this.#middle) {
    const fixed = this.toPhoto(at);
    this.zoom = Math.min(ZOOM_MAX, Math.max(Math.min(1, this.#fitting) / 2, zoom));
    this.x = at.x - fixed.x * this.zoom;
    this.y = at.y - fixed.y * this.zoom;
    this.pan(0, 0);
  }

  /** @param {number} dx @param {number} dy CSS pixels; some of the photo stays in sight */
  pan(dx, dy) {
    this.#fitted = false;
    this.x = within(this.x + dx, this.photo.width * this.zoom, this.#frame.width);
    this.y = within(this.y + dy, this.photo.height * this.zoom, this.#frame.height);
  }

  /** Pans just so far that a point of the photo is seen. @param {Point} point */
  reveal(point) {
    const {x, y} = this.toScreen(point);
    const dx = Math.min(Math.max(x, 0), this.#frame.width) - x;
    const dy = Math.min(Math.max(y, 0), this.#frame.height) - y;
    if (dx || dy) this.pan(dx, dy);
  }

  /** @param {Point} point @returns {Point} */
  toPhoto({x, y}) {
    return {x: (x - this.x) / this.zoom, y: (y - this.y) / this.zoom};
  }

  /** @param {Point} point @returns {Point} */
  toScreen({x, y}) {
    return {x: x * this.zoom + this.x, y: y * this.zoom + this.y};
  }

  get #middle() {
    return {x: this.#frame.width / 2, y: this.#frame.height / 2};
  }

  get #fitting() {
    const zoom = MARGIN * Math.min(this.#frame.width / this.photo.width, this.#frame.height / this.photo.height);
    return Math.min(ZOOM_MAX, zoom) || 1;
  }
}

/** @param {number} start @param {number} size @param {number} room */
function within(start, size, room) {
  const keep = Math.min(KEEP, size / 2, room / 2);
  return Math.min(room - keep, Math.max(keep - size, start));
}

const FAR = 10; // pixels a step with Shift
const WORDS = {
  kind: 'pin',
  name: 'Photo to put a pin on',
  keys: 'Enter puts the pin in the middle. Arrow keys move it by a pixel, with Shift by ten. Delete takes it away.',
};

/** @typedef {import('./photo.js').Photo & {onChange?: (notice: {pin: Point | null}) => void}} Options */

/** @param {HTMLElement} host has a size of its own @param {Options} options */
export function mountPin(host, options) {
  return new PinEditor(host, options);
}

export class PinEditor extends Framed {
  /** A pixel of the photo, counted from its top left corner. @type {Point | null} */
  pin = null;
  #marker = element('div', 'pin-marker');
  #notify;
  /** From the pointer to the pin it drags, in CSS pixels. @type {Point | null} */
  #grip = null;

  /** @param {HTMLElement} host @param {Options} options */
  constructor(host, options) {
    super(host, options, WORDS);
    this.#notify = options.onChange ?? (() => {});
    this.stage.style.aspectRatio = `${options.width} / ${options.height}`;
    this.stage.style.setProperty('--shape', `${options.width / options.height}`);
    this.stage.append(this.#marker);
    this.#marker.hidden = true;
    this.on('pointerdown', (event) => this.#down(event));
    this.on('pointermove', (event) => this.#grip && this.#point(event, this.#grip));
    this.on('pointerup pointercancel lostpointercapture', () => void (this.#grip = null));
    // A finger that drags scrolls the page; its tap arrives as a click.
    this.on('click', (event) => event.pointerType === 'touch' && event.target !== this.#marker && this.#point(event));
    this.on('keydown', (event) => this.#key(event));
  }

  /** @param {Point} pin outside the photo: its nearest pixel */
  set(pin) {
    this.#become(pixelAt(pin, this.photo));
  }

  clear() {
    this.#become(null);
  }

  /** @param {PointerEvent} event */
  #down(event) {
    const held = event.target === this.#marker;
    if (event.button !== 0 || (event.pointerType === 'touch' && !held)) return;
    this.frame.setPointerCapture(event.pointerId);
    const marker = this.#marker.getBoundingClientRect();
    this.#grip = held
      ? {x: marker.x + marker.width / 2 - event.clientX, y: marker.y + marker.height / 2 - event.clientY}
      : {x: 0, y: 0};
    this.#point(event, this.#grip);
  }

  /** Puts the pin where the pointer is. @param {PointerEvent} event @param {Point} [grip] */
  #point(event, grip = {x: 0, y: 0}) {
    const seen = this.stage.getBoundingClientRect();
    this.set({
      x: ((event.clientX + grip.x - seen.x) / seen.width) * this.photo.width,
      y: ((event.clientY + grip.y - seen.y) / seen.height) * this.photo.height,
    });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const chord = chordOf(event);
    const arrow = arrowOf(chord);
    const {pin} = this;
    if (arrow && pin) {
      const pixels = event.shiftKey ? FAR : 1;
      this.set({x: pin.x + arrow[0] * pixels, y: pin.y + arrow[1] * pixels});
    } else if (arrow || chord === 'enter' || chord === ' ') {
      if (!pin) this.set({x: this.photo.width / 2, y: this.photo.height / 2});
    } else if (chord === 'delete' || chord === 'backspace') {
      this.clear();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** @param {Point | null} pin */
  #become(pin) {
    if (pin?.x === this.pin?.x && pin?.y === this.pin?.y) return;
    this.pin = pin;
    this.#marker.hidden = !pin;
    if (pin) {
      this.#marker.style.left = `${((pin.x + 0.5) / this.photo.width) * 100}%`;
      this.#marker.style.top = `${((pin.y + 0.5) / this.photo.height) * 100}%`;
    }
    this.#notify({pin});
  }
}
