/**
 * Which part of the photo is seen, and how large. Points on the screen are CSS pixels from the frame's top
 * left corner, points on the photo are its pixels; at a zoom of 1 they are equally large.
 */

const ZOOM_MAX = 32;
const MARGIN = 0.96; // how much of the frame a fitted photo takes
const KEEP = 48; // CSS pixels of the photo that stay in the frame

/** @typedef {import('./photo.js').Point} Point */
/** @typedef {import('./photo.js').Size} Size */

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
