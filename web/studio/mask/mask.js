/**
 * What is painted: a byte for each pixel of the photo, 0 or 255, at the photo's own size. The bytes are the
 * mask itself; a canvas only shows them, and is never asked what it shows.
 *
 * A mask has two values, so a change is a pixel that flipped: one bit. The same bits undo and redo it.
 *
 * As a file it is a PNG, written from and read into bytes: 8-bit grey, one IDAT, no row filter. What a canvas gives
 * back may have been touched by the browser (some add noise against tracking), so no canvas has a part in it.
 */
import {runs} from './stroke.js';

/** Side of a tile in pixels. What a step flipped is kept by touched tile, 8 KB each. */
const TILE = 256;
const TILE_WORDS = (TILE * TILE) / 32;
/** The oldest steps are forgotten beyond it. */
const HISTORY_BYTES = 96 * 1024 * 1024;

/** @typedef {import('./photo.js').Point} Point */
/** @typedef {{x: number, y: number, width: number, height: number}} Rectangle */
/** @typedef {Map<number, Uint32Array>} Step the pixels a gesture flipped: bits by tile, eight words to a row */

export class Mask {
  /** Counted as pixels flip, never anew. */
  painted = 0;
  /** Is told of every rectangle whose pixels may have changed. @type {(changed: Rectangle) => void} */
  onChange = () => {};
  /** @type {Step[]} */
  #steps = [];
  /** How many of them stand; those after it were undone. */
  #done = 0;
  /** What the gesture in hand has flipped so far. @type {Step} */
  #open = new Map();

  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.total = width * height;
    this.bytes = new Uint8Array(this.total);
    this.columns = Math.ceil(width / TILE);
  }

  get canUndo() {
    return this.#done > 0;
  }

  get canRedo() {
    return this.#done < this.#steps.length;
  }

  /** Ends a gesture: what was painted since the last end is one step. If nothing flipped, there is none. */
  commit() {
    const step = this.#open;
    if (step.size === 0) return;
    this.#open = new Map();
    this.#steps.length = this.#done;
    this.#steps.push(step);
    let tiles = this.#steps.reduce((sum, {size}) => sum + size, 0);
    while (tiles * TILE_WORDS * 4 > HISTORY_BYTES && this.#steps.length > 1) {
      tiles -= /** @type {Step} */ (this.#steps.shift()).size;
    }
    this.#done = this.#steps.length;
  }

  /** Ends a gesture as if it had never been. */
  cancel() {
    const step = this.#open;
    this.#open = new Map();
    this.#flip(step);
  }

  /** A gesture in hand is a step, too. @returns {boolean} whether there was one to take back */
  undo() {
    this.commit();
    if (!this.canUndo) return false;
    this.#flip(this.#steps[--this.#done]);
    return true;
  }

  /** @returns {boolean} whether there was a step to make again */
  redo() {
    this.commit();
    if (!this.canRedo) return false;
    this.#flip(this.#steps[this.#done++]);
    return true;
  }

  /** Paints or erases a thick line; part of a gesture. @param {Point} from @param {Point} to @param {number} radius @param {boolean} erase */
  line(from, to, radius, erase) {
    let [left, top, right, bottom] = [this.width, this.height, -1, -1];
    runs(from, to, radius, this, (y, first, last) => {
      this.#fill(y, first, last, erase ? 0 : 255);
      left = Math.min(left, first);
      right = Math.max(right, last);
      top = Math.min(top, y);
      bottom = y;
    });
    if (bottom >= 0) this.onChange({x: left, y: top, width: right - left + 1, height: bottom - top + 1});
  }

  /** A step. What lies outside the photo is cut off. @param {Rectangle} area @param {boolean} [erase] */
  rectangle({x, y, width, height}, erase = false) {
    const left = Math.max(0, Math.round(x));
    const top = Math.max(0, Math.round(y));
    const right = Math.min(this.width, Math.round(x + width));
    const bottom = Math.min(this.height, Math.round(y + height));
    if (left >= right || top >= bottom) return;
    for (let row = top; row < bottom; row++) this.#fill(row, left, right - 1, erase ? 0 : 255);
    this.commit();
    this.onChange({x: left, y: top, width: right - left, height: bottom - top});
  }

  /** A step. */
  clear() {
    this.rectangle({x: 0, y: 0, width: this.width, height: this.height}, true);
  }

  /** A step. */
  invert() {
    this.commit();
    for (let y = 0; y < this.height; y += TILE) {
      for (let x = 0; x < this.width; x += TILE) this.#tile(x, y).fill(-1);
    }
    this.#flip(this.#open);
    this.commit();
  }

  /** A step that leaves these pixels. @param {Uint8Array} bytes as many, each 0 or 255 */
  replace(bytes) {
    for (let y = 0; y < this.height; y++) {
      const row = bytes.subarray(y * this.width, (y + 1) * this.width);
      for (let first = 0, next = 0; first < this.width; first = next) {
        while (next < this.width && row[next] === row[first]) next++;
        this.#fill(y, first, next - 1, row[first]);
      }
    }
    this.commit();
    this.onChange({x: 0, y: 0, width: this.width, height: this.height});
  }

  /** Sets a run of pixels and notes which of them flipped. @param {number} y @param {number} first @param {number} last @param {number} value */
  #fill(y, first, last, value) {
    const {bytes} = this;
    const row = y * this.width;
    let flipped = 0;
    for (let x = first; x <= last;) {
      const end = Math.min(last, x | (TILE - 1));
      /** @type {Uint32Array | undefined} */
      let tile;
      for (; x <= end; x++) {
        if (bytes[row + x] === value) continue;
        bytes[row + x] = value;
        flipped++;
        tile ??= this.#tile(x, y);
        tile[wordOf(x, y)] ^= 1 << (x & 31);
      }
    }
    this.painted += value ? flipped : -flipped;
  }

  /** The open step's tile that a pixel lies in. @param {number} x @param {number} y */
  #tile(x, y) {
    const key = Math.floor(y / TILE) * this.columns + Math.floor(x / TILE);
    let tile = this.#open.get(key);
    if (!tile) this.#open.set(key, tile = new Uint32Array(TILE_WORDS));
    return tile;
  }

  /** Flips the pixels of a step: there and back are the same. @param {Step} step */
  #flip(step) {
    for (const [key, tile] of step) {
      const left = (key % this.columns) * TILE;
      const top = Math.floor(key / this.columns) * TILE;
      const width = Math.min(TILE, this.width - left);
      const height = Math.min(TILE, this.height - top);
      for (let y = top; y < top + height; y++) {
        for (let x = left; x < left + width; x += 32) {
          const word = tile[wordOf(x, y)];
          if (word) this.#flipWord(y * this.width + x, word, Math.min(32, left + width - x));
        }
      }
      this.onChange({x: left, y: top, width, height});
    }
  }

  /** @param {number} at the byte of the first bit @param {number} word @param {number} count of bits that are pixels */
  #flipWord(at, word, count) {
    const {bytes} = this;
    let more = 0;
    for (let bit = 0; bit < count; bit++) {
      if ((word >>> bit) & 1) more += (bytes[at + bit] ^= 255) ? 1 : -1;
    }
    this.painted += more;
  }
}

/** Where a pixel's bit is in its tile. @param {number} x @param {number} y */
function wordOf(x, y) {
  return ((y % TILE) * TILE + (x % TILE)) >> 5;
}

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const GREY = [8, 0, 0, 0, 0]; // bits, colour type, compression, filter, interlace
const ROWS = 64; // handed to the compressor at a time

const CRC = Uint32Array.from({length: 256}, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

/**
 * @param {Uint8Array} grey a byte a pixel; taken as it is now, whatever is painted meanwhile
 * @param {number} width @param {number} height
 */
export async function encode(grey, width, height) {
  const rows = new ReadableStream({
    start(stream) {
      for (let y = 0; y < height; y += ROWS) stream.enqueue(framedRows(grey, width, y, Math.min(ROWS, height - y)));
      stream.close();
    },
  });
  const data = chunk('IDAT', await through(rows, new CompressionStream('deflate')));
  return new Blob([head(width, height), data, chunk('IEND', new Uint8Array())], {type: 'image/png'});
}

/**
 * @param {Blob} blob @param {number} width @param {number} height
 * @returns {Promise<Uint8Array>} a byte a pixel, each 0 or 255; fails unless it is a mask of this size that `encode` wrote
 */
export async function decode(blob, width, height) {
  const start = head(width, height);
  const file = new Uint8Array(await blob.arrayBuffer());
  if (start.some((byte, at) => byte !== file[at])) throw new Error('not grey, or of another size');
  // Between the head with the length and type of the data, and its checksum with the end. Deflate has a checksum of its own.
  const data = new Blob([file.subarray(start.length + 8, -16)]);
  const rows = await through(data.stream(), new DecompressionStream('deflate')).catch(() => new Uint8Array());
  if (rows.length !== (width + 1) * height) throw new Error('damaged');
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) grey.set(rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)), y * width);
  for (const byte of grey) if (byte !== 0 && byte !== 255) throw new Error('half painted');
  return grey;
}

/** @param {ReadableStream} bytes @param {CompressionStream | DecompressionStream} transform */
async function through(bytes, transform) {
  return new Uint8Array(await new Response(bytes.pipeThrough(transform)).arrayBuffer());
}

/** Rows as a PNG holds them: before each a zero, which says that no filter was used. @param {Uint8Array} grey @param {number} width @param {number} y @param {number} count */
function framedRows(grey, width, y, count) {
  const rows = new Uint8Array(count * (width + 1));
  for (let row = 0; row < count; row++) {
    rows.set(grey.subarray((y + row) * width, (y + row + 1) * width), row * (width + 1) + 1);
  }
  return rows;
}

/** @param {number} width @param {number} height */
function head(width, height) {
  const size = new DataView(new ArrayBuffer(8));
  size.setUint32(0, width);
  size.setUint32(4, height);
  return Uint8Array.of(...SIGNATURE, ...chunk('IHDR', Uint8Array.of(...new Uint8Array(size.buffer), ...GREY)));
}

/** Length, type, data and checksum. @param {string} type @param {Uint8Array} data */
function chunk(type, data) {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  let crc = ~0;
  for (const byte of bytes.subarray(4, -4)) crc = CRC[(crc ^ byte) & 255] ^ (crc >>> 8);
  view.setUint32(data.length + 8, ~crc);
  return bytes;
}
