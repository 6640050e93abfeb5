/** The API over fetch. Whatever is no success is thrown as a Problem. */

/**
 * What the API answers, as far as this page reads it.
 *
 * @typedef {{tier: string, cost_units: number, dispatchable: boolean, aspect_ratios: string[],
 *   why?: {code: string, detail: string, model?: string}}} Tier
 * @typedef {{id: string, label: string, group: string, kind: string, task: string, requires: string[], optional: string[],
 *   availability: {status: 'available' | 'coming_soon' | 'parked', notice?: string}, tiers: Tier[],
 *   children?: {workflow: string, aspect_ratio?: string}[]}} Workflow
 * @typedef {{href: string, url: string, url_expires_at: string, width: number, height: number, content_type: string}} Output
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 * @typedef {{judge: string, result: 'pass' | 'fail' | 'abstain', reasoning: string, boxes: Box[]}} Finding
 * @typedef {{judge: string, agrees: boolean}} Opinion
 * @typedef {{id: string, status: 'running' | 'completed', verdict: string | null, issues?: number, findings?: Finding[],
 *   feedback?: Opinion[]}} Evaluation
 * @typedef {{id: string, status: string, workflow: string, tier: string, created_at: string, updated_at: string,
 *   outputs: Output[], evaluation?: Evaluation, evaluations: Evaluation[], children: Generation[], reconciling?: boolean,
 *   failure?: {title: string, detail: string, billed: string}, warnings: {code: string, detail: string}[]}} Generation
 * @typedef {{limits: {name: string, limit: number, remaining: number}[],
 *   fixed: {upload_bytes: number, upload_pixels: number, prompt_characters: number, references: number}}} Limits
 */

const WAIT_MS = 30_000;
let base = '';

/** @param {string} api where it is; empty: where this page is */
export function speakTo(api) {
  base = api;
}

/** An answer that is none (RFC 9457), or no answer at all: status 0. */
export class Problem extends Error {
  /** @param {number} status @param {any} [body] @param {Headers} [headers] */
  constructor(status, body, headers) {
    super(body?.title ?? `HTTP ${status}`);
    this.status = status;
    this.title = body?.title ?? (status === 429 ? 'Too many requests at once' : 'That did not work');
    this.detail = body?.detail ?? 'The service gave no reason.';
    this.code = body?.code ?? '';
    this.requestId = body?.request_id ?? headers?.get('x-request-id') ?? '';
    this.model = body?.model ?? '';
    this.retryable = body?.retryable ?? false;
    this.retryAfter = Number(body?.retry_after ?? headers?.get('retry-after') ?? 0) || 0;
    /** @type {{pointer: string, reason: string}[]} */
    this.violations = body?.violations ?? [];
  }
}

/**
 * @param {string} method @param {string} path
 * @param {{body?: unknown, headers?: Record<string, string>, signal?: AbortSignal, cache?: RequestCache}} [options]
 * @returns {Promise<{status: number, body: any, headers: Headers}>}
 */
async function call(method, path, {body, headers = {}, signal, cache = 'default'} = {}) {
  const timeout = AbortSignal.timeout(WAIT_MS);
  let response;
  try {
    response = await fetch(base + path, {
      method,
      cache,
      headers: body === undefined ? headers : {'content-type': 'application/json', ...headers},
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem(0);
  }
  const answer = response.status === 304 ? null : await response.json().catch((error) => {
    if (signal?.aborted) throw error;
    // The line broke in the middle of the answer: nobody knows what it was.
    if (response.ok) throw new Problem(0);
    return null;
  });
  if (!response.ok && response.status !== 304) throw new Problem(response.status, answer, response.headers);
  return {status: response.status, body: answer, headers: response.headers};
}

/** @returns {Promise<{api: string}>} */
export const config = async () => (await call('GET', '/config.json', {cache: 'no-cache'})).body;

/** @returns {Promise<Workflow[]>} */
export const catalogue = async () => (await call('GET', '/v1/catalog')).body.workflows;

/** @returns {Promise<Limits>} */
export const limits = async () => (await call('GET', '/v1/limits', {cache: 'no-store'})).body;

/** @param {{kind: string, content_type: string, bytes: number, sha256: string}} what @param {AbortSignal} signal */
export const upload = async (what, signal) => (await call('POST', '/v1/uploads', {body: what, signal})).body;

/** @param {string} id @param {string | null} photo that a mask was painted on @param {AbortSignal} signal */
export const complete = async (id, photo, signal) =>
  (await call('POST', `/v1/uploads/${id}/complete`, {body: photo ? {image: photo} : {}, signal})).body;

/** @param {unknown} order @param {string} key the same order under the same key is taken once @returns {Promise<Generation>} */
export const order = async (order, key) =>
  (await call('POST', '/v1/generations', {body: order, headers: {'idempotency-key': key}})).body;

/** The generation as it is, or null where it is as `etag` knew it. @param {string} id @param {string} etag @param {AbortSignal} [signal]
 * @returns {Promise<{generation: Generation | null, etag: string, rests: boolean, retryAfter: number}>} */
export async function read(id, etag, signal) {
  const headers = etag ? {'if-none-match': etag} : undefined;
  const answer = await call('GET', `/v1/generations/${id}`, {headers, signal, cache: 'no-store'});
  return {
    generation: answer.body,
    etag: answer.headers.get('etag') ?? etag,
    rests: !answer.headers.has('retry-after'),
    retryAfter: Number(answer.headers.get('retry-after') ?? 0),
  };
}

/** @param {string} id @returns {Promise<Generation>} */
export const cancel = async (id) => (await call('DELETE', `/v1/generations/${id}`)).body;

/** @param {string} id */
export const judgeAgain = async (id) => (await call('POST', `/v1/generations/${id}/evaluations`, {body: {}})).body;

/** @param {string} id @param {string} evaluation @returns {Promise<Evaluation>} */
export const evaluation = async (id, evaluation) =>
  (await call('GET', `/v1/generations/${id}/evaluations/${evaluation}`, {cache: 'no-store'})).body;

/** @param {string} id @param {string} evaluation @param {Opinion} opinion @returns {Promise<Opinion>} */
export const respond = async (id, evaluation, opinion) =>
  (await call('POST', `/v1/generations/${id}/evaluations/${evaluation}/feedback`, {body: opinion})).body;

/** The bytes of a picture that was presigned. @param {string} url @param {AbortSignal} [signal] @returns {Promise<Blob>} */
export async function picture(url, signal) {
  let response;
  try {
    // An <img> may have put the same address into the cache, without leave for scripts to read it.
    response = await fetch(url, {signal, cache: 'no-store'});
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem(0);
  }
  if (!response.ok) throw new Problem(response.status, {title: 'The picture could not be fetched'});
  return response.blob();
}
