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
   * @param {string} key what the picture is, whatever its address
   * @param {{url: string, url_expires_at: string}} fresh
   * @returns {string}
   */
  url(key, fresh) {
    const now = Date.now();
    const used = this.used.get(key);
    const expiresAt = Date.parse(fresh.url_expires_at);
    if (used && !used.failed && used.expiresAt - now > NEARLY_MS) return used.url;
    // The same address again would only fail again.
    if (used && used.failed && used.url === fresh.url) return used.url;
    this.used.set(key, {url: fresh.url, expiresAt, failed: false});
    return fresh.url;
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

  /** Forgets what is not shown any more. @param {Set<string>} keys */
  keep(keys) {
    for (const key of this.used.keys()) if (!keys.has(key)) this.used.delete(key);
  }
}
