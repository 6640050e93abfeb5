/** The pin editor: one point on the photo, by mouse, pen, finger and keys. */
import {arrowOf, chordOf} from './keys.js';
import {element, Framed, pixelAt} from './photo.js';

const FAR = 10; // pixels a step with Shift
const WORDS = {
  kind: 'pin',
  name: 'Photo to put a pin on',
  keys: 'Enter puts the pin in the middle. Arrow keys move it by a pixel, with Shift by ten. Delete takes it away.',
};

/** @typedef {import('./photo.js').Point} Point */
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
