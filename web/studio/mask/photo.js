/** The photo in a frame that takes focus, pointers and keys. Both editors are one. */

/** The photo did not load, or has not the size it should have: what is put on it would lie askew. */
export class PhotoUnusable extends Error {}

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
    /** When it can be used. Fails with PhotoUnusable. @type {Promise<void>} */
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
    image.onerror = () => reject(new PhotoUnusable('the photo did not load'));
    image.onload = () => {
      const {naturalWidth, naturalHeight} = image;
      if (naturalWidth === width && naturalHeight === height) resolve();
      else reject(new PhotoUnusable(`the photo is ${naturalWidth} x ${naturalHeight}, not ${width} x ${height}`));
    };
  });
}
