/**
 * The brush editor: a photo to paint on, by mouse, pen, finger and keys, and what lies over it: the mask and the cursor. It
 * has the canvas and its keys; buttons, sliders and announcements are its host's.
 */
import {Gestures, hearKeys} from './gestures.js';
import {decode, encode, Mask} from './mask.js';
import {element, Framed, pixelAt, Viewport} from './photo.js';
export {mountPin} from './photo.js';
import {Brush} from './stroke.js';

const NEAR = 4; // from this zoom on, pixels are shown as squares
const SIDE_MAX = 2048;
const TILE = 128;
const RING_MIN = 8; // CSS pixels

/** Strong on most photos, and none of them a colour of a verdict. */
const COLOURS = [[255, 61, 127], [0, 212, 255], [166, 255, 0]];

/** Of every overlay, so that the next one is as the last one was. */
let chosen = 0;

const WORDS = {
  kind: 'mask',
  name: 'Photo to paint on',
  keys: 'Arrow keys move the cursor and Enter paints there. B is the brush, E the eraser; square brackets '
    + 'change the size. Control Z undoes. Plus, minus, 0 and 1 zoom.',
};

/** @typedef {import('./photo.js').Point} Point */
/**
 * @typedef {object} Notice
 * @property {number} painted pixels
 * @property {number} total
 * @property {boolean} canUndo
 * @property {boolean} canRedo
 * @property {number} zoom 1 is 100 %
 * @property {number} size of the brush, in pixels of the photo
 * @property {import('./stroke.js').Tool} tool
 */
/** @typedef {import('./photo.js').Photo & {onChange?: (notice: Notice) => void}} Options told at most once a picture on the screen */

/** @param {HTMLElement} host has a size of its own @param {Options} options */
export function mountEditor(host, options) {
  return new Editor(host, options);
}

export class Editor extends Framed {
  #desk;
  #overlay;
  #gestures;
  #notify;
  #told = '';
  #request = 0;

  /** @param {HTMLElement} host @param {Options} options */
  constructor(host, options) {
    super(host, options, WORDS);
    const canvas = element('canvas', 'mask-overlay');
    const {width, height} = this.photo;
    this.stage.style.width = `${width}px`;
    this.stage.style.height = `${height}px`;
    this.stage.append(canvas);
    this.mask = new Mask(width, height);
    this.mask.onChange = (changed) => {
      this.#overlay.mark(changed);
      this.#soon();
    };
    this.#overlay = new Overlay(canvas, this.mask);
    this.#desk = {brush: new Brush(this.mask), view: new Viewport(this.photo), cursor: new Cursor(this)};
    this.#gestures = new Gestures(this, this.#desk);
    this.#notify = options.onChange ?? (() => {});
    hearKeys(this, this.#desk, this.#gestures);
    this.#watchSize();
  }

  /** Whatever is heard may have changed what is seen. @param {string} types @param {(event: any) => void} hear */
  on(types, hear) {
    super.on(types, (event) => {
      hear(event);
      this.#soon();
    });
  }

  get size() {
    return this.#desk.brush.size;
  }

  get painted() {
    return this.mask.painted;
  }

  /** @param {import('./stroke.js').Tool} tool */
  setTool(tool) {
    this.#desk.brush.tool = tool;
    this.#soon();
  }

  /** @param {number} size across, in pixels of the photo */
  setSize(size) {
    this.#desk.brush.setSize(size);
    this.#soon();
  }

  /** Takes the last step back. A stroke in hand is the last. */
  undo() {
    if (this.#gestures.stroking) this.#gestures.end(false);
    else this.mask.undo();
  }

  redo() {
    this.#settled().redo();
  }

  invert() {
    this.#settled().invert();
  }

  clear() {
    this.#settled().clear();
  }

  /** @param {import('./mask.js').Rectangle} area in pixels of the photo @param {boolean} [erase] */
  rectangle(area, erase = false) {
    this.#settled().rectangle(area, erase);
  }

  /** Paints or erases where the cursor is. @param {boolean} straight in a line from where the last stroke ended */
  dab(straight) {
    this.#settled();
    this.#desk.brush.dab(this.#desk.cursor.at, straight);
  }

  /** @param {number} factor */
  zoom(factor) {
    this.#desk.view.zoomTo(this.#desk.view.zoom * factor);
    this.#soon();
  }

  fit() {
    this.#desk.view.fit();
    this.#soon();
  }

  /** Shows a pixel of the photo as a CSS pixel. */
  actual() {
    this.#desk.view.zoomTo(1);
    this.#soon();
  }

  /** Shows the mask in another colour, for a photo that has this one. */
  recolour() {
    this.#overlay.recolour();
    this.#soon();
  }

  /** The mask as it is now: 8-bit grey, of the photo's size. */
  png() {
    return encode(this.mask.bytes, this.mask.width, this.mask.height);
  }

  /** Takes a mask that `png` made, as one step to undo. @param {Blob} blob */
  async load(blob) {
    const bytes = await decode(blob, this.mask.width, this.mask.height);
    if (!this.signal.aborted) this.#settled().replace(bytes);
  }

  destroy() {
    super.destroy();
    cancelAnimationFrame(this.#request);
  }

  #watchSize() {
    const resized = () => {
      this.#desk.view.resize({width: this.frame.clientWidth, height: this.frame.clientHeight});
      this.#soon();
    };
    const observer = new ResizeObserver(resized);
    observer.observe(this.frame);
    this.signal.addEventListener('abort', () => observer.disconnect());
    resized();
  }

  /** The mask, with no stroke in hand. */
  #settled() {
    if (this.#gestures.stroking) this.#gestures.end(true);
    return this.mask;
  }

  /** Shows how things are with the next picture on the screen. */
  #soon() {
    this.#request ||= requestAnimationFrame(() => {
      this.#request = 0;
      this.#show();
    });
  }

  #show() {
    const {brush, view, cursor} = this.#desk;
    const {panning} = this.#gestures;
    this.#overlay.draw();
    this.stage.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.zoom})`;
    this.stage.classList.toggle('near', view.zoom >= NEAR);
    this.frame.classList.toggle('pans', panning);
    cursor.show(view, brush.size, !panning);
    this.#tell();
  }

  /** Tells the host, unless nothing is new to it. */
  #tell() {
    const {brush, view} = this.#desk;
    const {painted, total, canUndo, canRedo} = this.mask;
    const notice = {painted, total, canUndo, canRedo, zoom: view.zoom, size: brush.size, tool: brush.tool};
    const told = JSON.stringify(notice);
    if (told !== this.#told) this.#notify(notice);
    this.#told = told;
  }
}

/**
 * Shows the mask. A pixel of the overlay stands for a square of the mask's and is as opaque as they are
 * painted; only tiles that changed are drawn again. The canvas is written to and never read.
 */
class Overlay {
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
    this.#colour();
  }

  /** In the next colour. */
  recolour() {
    chosen = (chosen + 1) % COLOURS.length;
    this.#colour();
  }

  #colour() {
    const [red, green, blue] = COLOURS[chosen];
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
