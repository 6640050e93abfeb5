/** The API as this page needs it: three reads. */

const WAIT_MS = 20_000;

/** An answer that is none, in words for people. */
class Unanswered extends Error {
  /** @param {string} message @param {string} [requestId] */
  constructor(message, requestId) {
    super(message);
    this.requestId = requestId ?? '';
  }
}

/** @param {string} path @returns {Promise<any>} */
async function read(path) {
  let response;
  try {
    response = await fetch(path, {signal: AbortSignal.timeout(WAIT_MS), cache: 'no-cache'});
  } catch {
    throw new Unanswered('The service did not answer.');
  }
  const body = await response.json().catch(() => null);
  if (!response.ok || body === null) {
    throw new Unanswered(body?.detail ?? `The service answered ${response.status}.`, body?.request_id);
  }
  return body;
}

/** @param {string} base @param {string} window @param {string} source */
export function metrics(base, window, source) {
  return read(`${base}/v1/metrics?window=${window}&source=${source}`);
}

/** @param {string} base @param {number} limit @param {string} [before] */
export function batches(base, limit, before) {
  return read(`${base}/v1/batches?limit=${limit}${before ? `&before=${encodeURIComponent(before)}` : ''}`);
}

/** @returns {Promise<{api: string}>} */
export function config() {
  return read('/config.json');
}
