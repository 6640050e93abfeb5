/** One file to one presigned URL: hashed and measured before anything is asked for, sent with progress, asked for again once. */
import * as api from './api.js';
import {Problem} from './api.js';

/** @typedef {{upload_id: string, width: number, height: number, traits: string[], warnings: {code: string, detail: string}[]}} Arrived */

/**
 * @param {'image' | 'mask' | 'reference'} kind @param {Blob} blob
 * @param {{signal: AbortSignal, photo?: string | null, onShare?: (share: number) => void, onSent?: () => void}} options
 * @returns {Promise<Arrived>}
 */
export async function send(kind, blob, {signal, photo = null, onShare = () => {}, onSent = () => {}}) {
  const what = {kind, content_type: blob.type, bytes: blob.size, sha256: await sha256(blob)};
  signal.throwIfAborted();
  let place = await api.upload(what, signal);
  try {
    await put(place, blob, signal, onShare);
  } catch (error) {
    // Whoever thought it over for too long holds a URL that has expired.
    if (!(error instanceof Problem) || error.status !== 403) throw error;
    place = await api.upload(what, signal);
    await put(place, blob, signal, onShare);
  }
  onSent();
  return api.complete(place.upload_id, photo, signal);
}

/** @param {Blob} blob in base 64, as it is signed */
async function sha256(blob) {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/**
 * XMLHttpRequest: fetch tells nothing of what has been sent.
 *
 * @param {{method: string, url: string, headers: Record<string, string>}} place @param {Blob} blob
 * @param {AbortSignal} signal @param {(share: number) => void} onShare
 * @returns {Promise<void>}
 */
function put(place, blob, signal, onShare) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = (/** @type {() => void} */ how) => () => {
      signal.removeEventListener('abort', stop);
      how();
    };
    request.open(place.method, place.url);
    for (const [name, value] of Object.entries(place.headers)) {
      // The browser says the length itself.
      if (name.toLowerCase() !== 'content-length') request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({loaded}) => onShare(Math.min(1, loaded / blob.size));
    request.onload = end(() => (request.status < 300 ? resolve() : reject(refused(request.status))));
    request.onerror = end(() => reject(new Problem(0)));
    request.onabort = end(() => reject(signal.reason));
    signal.addEventListener('abort', stop);
    request.send(blob);
  });
}

/** @param {number} status */
function refused(status) {
  return new Problem(status, {
    title: 'The upload was refused',
    detail: 'It did not arrive where it should. Try it once more.',
    retryable: true,
  });
}
