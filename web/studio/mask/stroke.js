/** The tool in hand and its strokes: thick lines with round ends, one after the other. */

export const SIZE_MIN = 1;
export const SIZE_MAX = 1024;
const SIZE_OF_PHOTO = 1 / 12;
const PRESSURE_MIN = 0.35; // how wide the lightest touch of a pen is
const RADIUS_MIN = Math.SQRT1_2; // half a pixel's diagonal: with less, a dab between four centres would colour nothing

/** @typedef {import('./photo.js').Point} Point in pixels of the photo */
/** @typedef {'brush' | 'eraser' | 'move'} Tool */

export class Brush {
  /** @type {Tool} */
  tool = 'brush';
  size = SIZE_MIN;
  #erases = false;
  /** Where the stroke in hand is. @type {Point | null} */
  #at = null;
  /** Where the last one ended. @type {Point | null} */
  #last = null;

  /** @param {import('./mask.js').Mask} mask */
  constructor(mask) {
    this.mask = mask;
    this.setSize(Math.min(mask.width, mask.height) * SIZE_OF_PHOTO);
  }

  /** @param {number} size across, in pixels of the photo */
  setSize(size) {
    this.size = bound(Math.round(size) || 0, SIZE_MIN, SIZE_MAX);
  }

  /** @param {Point} at @param {{erase: boolean, straight: boolean, pressure?: number}} how straight: from where the last stroke ended */
  press(at, {erase, straight, pressure}) {
    this.#erases = erase;
    this.#at = straight && this.#last ? this.#last : at;
    this.drag(at, pressure);
  }

  /** @param {Point} at @param {number} [pressure] of a pen, 0 to 1 */
  drag(at, pressure = 1) {
    if (!this.#at) return;
    const width = this.size * (PRESSURE_MIN + (1 - PRESSURE_MIN) * pressure);
    this.mask.line(this.#at, at, width / 2, this.#erases);
    this.#at = at;
  }

  /** @param {boolean} [meant] else the stroke has never been */
  release(meant = true) {
    if (meant) this.mask.commit();
    else this.mask.cancel();
    if (meant) this.#last = this.#at;
    this.#at = null;
  }

  /** A stroke without a pointer. @param {Point} at @param {boolean} straight */
  dab(at, straight) {
    if (this.tool === 'move') return;
    this.press(at, {erase: this.tool === 'eraser', straight});
    this.release();
  }
}

/**
 * Names the pixels of a thick line with round ends: those whose centre is at most the radius away from it.
 * The shape has no dents, so each row is one run.
 *
 * @param {Point} from
 * @param {Point} to
 * @param {number} radius
 * @param {import('./photo.js').Size} photo nothing outside is named
 * @param {(y: number, first: number, last: number) => void} run takes a row's first and last pixel
 */
export function runs(from, to, radius, photo, run) {
  const r = Math.max(RADIUS_MIN, radius);
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length2 = dx * dx + dy * dy || 1;
  const covers = (/** @type {number} */ x, /** @type {number} */ y) => {
    const along = bound((x * dx + y * dy) / length2, 0, 1);
    return (x - along * dx) ** 2 + (y - along * dy) ** 2 <= r * r;
  };
  const top = Math.max(0, Math.floor(Math.min(from.y, to.y) - r));
  const bottom = Math.min(photo.height - 1, Math.ceil(Math.max(from.y, to.y) + r));
  for (let row = top; row <= bottom; row++) {
    const y = row + 0.5 - from.y;
    // Only the part of the line that is at most a radius above or below can reach this row.
    const enters = from.x + dx * (dy ? bound((y - r) / dy, 0, 1) : 0);
    const leaves = from.x + dx * (dy ? bound((y + r) / dy, 0, 1) : 1);
    let first = Math.max(0, Math.floor(Math.min(enters, leaves) - r));
    let last = Math.min(photo.width - 1, Math.ceil(Math.max(enters, leaves) + r));
    while (first <= last && !covers(first + 0.5 - from.x, y)) first++;
    while (first <= last && !covers(last + 0.5 - from.x, y)) last--;
    if (first <= last) run(row, first, last);
  }
}

/** @param {number} value @param {number} low @param {number} high */
function bound(value, low, high) {
  return Math.min(high, Math.max(low, value));
}
