/**
 * Which address a picture is shown from. Each answer brings a new one, but a page that took it each
 * time would download every picture twice a minute. So the one in use stays until it is nearly dead, or
 * did not load.
 */

const NEARLY_MS = 2 * 60_000;

export class Thumbs {
  constructor() {
    /** @type {Map<string, {url: string, expiresAt: number, failed: boolean}>} */
    this.used = new Map();
  }

  /**
   * An answer has come. Only now an address may be another: what a redrawing finds is older by then, and
   * after a sleep as dead as the one in use.
   *
   * @param {[string, {url: string, url_expires_at: string}][]} fresh by what the pictures are, whatever their addresses
   */
  renew(fresh) {
    const used = this.used;
    this.used = new Map(fresh.map(([key, {url, url_expires_at}]) => {
      const before = used.get(key);
      // The same address again would only fail again.
      const kept = before && (before.url === url || (!before.failed && before.expiresAt - Date.now() > NEARLY_MS));
      return [key, kept ? before : {url, expiresAt: Date.parse(url_expires_at), failed: false}];
    }));
  }

  /** @param {string} key @returns {string} */
  url(key) {
    return this.used.get(key)?.url ?? '';
  }

  /** It did not load. @param {string} key @param {string} url the one that did not */
  fail(key, url) {
    const used = this.used.get(key);
    if (used && used.url === url) used.failed = true;
  }

  /** Whether the address in use is one that did not load. @param {string} key */
  failed(key) {
    return this.used.get(key)?.failed === true;
  }
}
