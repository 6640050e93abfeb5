/** What lies over the photo: the mask and the cursor. */
import {element, pixelAt} from './photo.js';

const SIDE_MAX = 2048;
const TILE = 128;
const RING_MIN = 8; // CSS pixels

/** Strong on most photos, and none of them a colour of a verdict. */
const COLOURS = {rose: [255, 61, 127], cyan: [0, 212, 255], lime: [166, 255, 0]};

/** @typedef {keyof typeof COLOURS} Colour */
/** @typedef {import('./mask.js').Mask} Mask */
/** @typedef {import('./photo.js').Point} Point */

/**
 * Shows the mask. A pixel of the overlay stands for a square of the mask's and is as opaque as they are
 * painted; only tiles that changed are drawn again. The canvas is written to and never read.
 */
export class Overlay {
  /** @type {Set<number>} tiles of the overlay to draw again */
  #dirty = new Set();
  #tile = new ImageData(TILE, TILE);
  #context;

  /** @param {HTMLCanvasElement} canvas @param {Mask} mask */
  constructor(canvas, mask) {
    this.mask = mask;
    /** Mask pixels on the side of an overlay pixel. */
    this.step = Math.ceil(Math.max(mask.width, mask.height) / SIDE_MAX);
    canvas.width = Math.ceil(mask.width / this.step);
    canvas.height = Math.ceil(mask.height / this.step);
    canvas.style.width = `${canvas.width * this.step}px`;
    canvas.style.height = `${canvas.height * this.step}px`;
    this.columns = Math.ceil(canvas.width / TILE);
    this.#context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    this.setColour('rose');
  }

  /** @param {Colour} name */
  setColour(name) {
    const [red, green, blue] = COLOURS[name];
    const {data} = this.#tile;
    for (let at = 0; at < data.length; at += 4) {
      data[at] = red;
      data[at + 1] = green;
      data[at + 2] = blue;
    }
    this.mark({x: 0, y: 0, width: this.mask.width, height: this.mask.height});
  }

  /** @param {import('./mask.js').Rectangle} changed in pixels of the mask */
  mark({x, y, width, height}) {
    const side = TILE * this.step;
    for (let row = Math.floor(y / side); row * side < y + height; row++) {
      for (let column = Math.floor(x / side); column * side < x + width; column++) {
        this.#dirty.add(row * this.columns + column);
      }
    }
  }

  draw() {
    for (const tile of this.#dirty) this.#draw((tile % this.columns) * TILE, Math.floor(tile / this.columns) * TILE);
    this.#dirty.clear();
  }

  /** @param {number} left @param {number} top of a tile, in pixels of the overlay */
  #draw(left, top) {
    const {mask, step} = this;
    const {data} = this.#tile;
    const right = Math.min(left + TILE, Math.ceil(mask.width / step));
    const bottom = Math.min(top + TILE, Math.ceil(mask.height / step));
    for (let y = top; y < bottom; y++) {
      let alpha = (y - top) * TILE * 4 + 3;
      for (let x = left; x < right; x++, alpha += 4) {
        data[alpha] = step === 1 ? mask.bytes[y * mask.width + x] : this.#mean(x * step, y * step);
      }
    }
    this.#context.putImageData(this.#tile, left, top);
  }

  /** How much of a square is painted, 0 to 255. @param {number} left @param {number} top in pixels of the mask */
  #mean(left, top) {
    const {bytes, width, height} = this.mask;
    const right = Math.min(width, left + this.step);
    const bottom = Math.min(height, top + this.step);
    let sum = 0;
    for (let y = top; y < bottom; y++) {
      for (let at = y * width + left; at < y * width + right; at++) sum += bytes[at];
    }
    return sum / ((right - left) * (bottom - top));
  }
}

/** Where the brush is: a ring as large as it that is seen on any photo, and for keys the place in figures. */
export class Cursor {
  /** Whether keys moved it last, not a pointer. */
  byKeys = true;
  /** Whether a mouse or pen is over the photo. */
  over = false;
  #ring = element('div', 'mask-ring');
  #place = element('span', 'mask-place');
  #framed;

  /** @param {import('./photo.js').Framed} framed */
  constructor(framed) {
    const {width, height} = framed.photo;
    this.#framed = framed;
    /** In pixels of the photo and between them. @type {Point} */
    this.at = {x: width / 2, y: height / 2};
    /** The pixel that keys moved it to. @type {Point} */
    this.pixel = pixelAt(this.at, framed.photo);
    framed.frame.append(this.#ring, this.#place);
  }

  /** A pointer took it along. @param {Point} at @param {boolean} over a finger hides what the ring would show */
  follow(at, over) {
    this.at = at;
    this.over = over;
    this.byKeys = false;
  }

  /** Keys moved it: it stands on the middle of a pixel. @param {number} dx @param {number} dy */
  step(dx, dy) {
    this.byKeys = true;
    this.pixel = pixelAt({x: this.at.x + dx, y: this.at.y + dy}, this.#framed.photo);
    this.at = {x: this.pixel.x + 0.5, y: this.pixel.y + 0.5};
  }

  /** @param {import('./photo.js').Viewport} view @param {number} size of the brush @param {boolean} paints */
  show(view, size, paints) {
    const keys = this.byKeys && this.#framed.frame === document.activeElement;
    const across = Math.max(RING_MIN, size * view.zoom);
    const {x, y} = view.toScreen(this.at);
    const {style} = this.#ring;
    style.width = style.height = `${across}px`;
    style.transform = `translate(${x - across / 2}px, ${y - across / 2}px)`;
    this.#ring.hidden = !paints || !(keys || this.over);
    this.#place.hidden = !paints || !keys;
    this.#place.textContent = `x ${this.pixel.x}, y ${this.pixel.y}`;
  }
}
