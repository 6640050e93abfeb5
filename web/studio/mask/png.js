/**
 * PNGs of masks, written from and read into bytes: 8-bit grey, one IDAT, no row filter. What a canvas gives
 * back may have been touched by the browser (some add noise against tracking), so no canvas has a part in it.
 */

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const GREY = [8, 0, 0, 0, 0]; // bits, colour type, compression, filter, interlace
const ROWS = 64; // handed to the compressor at a time

/** The file is not a mask of this size that `encode` wrote. */
export class ForeignPng extends Error {}

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
 * @returns {Promise<Uint8Array>} a byte a pixel, each 0 or 255
 */
export async function decode(blob, width, height) {
  const start = head(width, height);
  const file = new Uint8Array(await blob.arrayBuffer());
  if (start.some((byte, at) => byte !== file[at])) throw new ForeignPng('not grey, or of another size');
  // Between the head with the length and type of the data, and its checksum with the end. Deflate has a checksum of its own.
  const data = new Blob([file.subarray(start.length + 8, -16)]);
  const rows = await through(data.stream(), new DecompressionStream('deflate')).catch(() => new Uint8Array());
  if (rows.length !== (width + 1) * height) throw new ForeignPng('damaged');
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) grey.set(rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)), y * width);
  for (const byte of grey) if (byte !== 0 && byte !== 255) throw new ForeignPng('half painted');
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
