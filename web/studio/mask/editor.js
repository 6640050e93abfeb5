/**
 * The brush editor: a photo to paint on, by mouse, pen, finger and keys. It has the canvas and its keys;
 * buttons, sliders and announcements are its host's.
 */
import {Gestures, hearKeys} from './gestures.js';
import {decode, encode, Mask} from './mask.js';
import {Cursor, Overlay} from './overlay.js';
import {element, Framed, Viewport} from './photo.js';
import {Brush} from './stroke.js';

const NEAR = 4; // from this zoom on, pixels are shown as squares
const WORDS = {
  kind: 'mask',
  name: 'Photo to paint on',
  keys: 'Arrow keys move the cursor and Enter paints there. B is the brush, E the eraser; square brackets '
    + 'change the size. Control Z undoes. Plus, minus, 0 and 1 zoom.',
};

/**
 * @typedef {object} Notice
 * @property {number} painted pixels
 * @property {number} total
 * @property {boolean} canUndo
 * @property {boolean} canRedo
 * @property {number} zoom 1 is 100 %
 * @property {number} size of the brush, in pixels of the photo
 * @property {import('./stroke.js').Tool} tool
 * @property {import('./photo.js').Point} cursor the pixel that keys moved it to
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

  get tool() {
    return this.#desk.brush.tool;
  }

  get size() {
    return this.#desk.brush.size;
  }

  get painted() {
    return this.mask.painted;
  }

  get total() {
    return this.mask.total;
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

  /** @param {import('./overlay.js').Colour} colour */
  setOverlay(colour) {
    this.#overlay.setColour(colour);
    this.#soon();
  }

  /** The mask as it is now: 8-bit grey, of the photo's size. */
  png() {
    return encode(this.mask.bytes, this.mask.width, this.mask.height);
  }

  /** Takes a mask that `png` made, as one step to undo. Fails with ForeignPng. @param {Blob} blob */
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
    const {brush, view, cursor} = this.#desk;
    const {painted, total, canUndo, canRedo} = this.mask;
    const {x, y} = cursor.pixel;
    const notice = {painted, total, canUndo, canRedo, zoom: view.zoom, size: brush.size, tool: brush.tool, cursor: {x, y}};
    const told = JSON.stringify(notice);
    if (told !== this.#told) this.#notify(notice);
    this.#told = told;
  }
}
