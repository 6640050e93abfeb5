/**
 * Asks again every half minute for as long as somebody looks, and says how fresh the answer is. A
 * failed answer never takes the last good one away.
 */

const EVERY_MS = 30_000;
const STALE_MS = 90_000;

/**
 * @typedef {'loading' | 'live' | 'stale' | 'paused' | 'offline' | 'failed'} State
 * `failed`: there never was an answer.
 */

export class Feed {
  /**
   * @param {() => Promise<boolean>} ask answers whether it was about what is asked for by now
   * @param {() => void} changed told when the state is another, or may be told in other words
   */
  constructor(ask, changed) {
    this.ask = ask;
    this.changed = changed;
    this.pausedByHand = false;
    this.updatedAt = 0;
    /** @type {Error | null} */
    this.trouble = null;
    this.asking = false;
    this.again = false;
    this.timer = 0;
    document.addEventListener('visibilitychange', () => this.visible());
    window.addEventListener('online', () => this.now());
    window.addEventListener('offline', () => this.changed());
    // Words such as "two minutes old" grow old themselves.
    setInterval(() => this.changed(), 5_000);
  }

  /** @returns {State} */
  get state() {
    if (!this.updatedAt) return this.trouble ? 'failed' : 'loading';
    if (this.pausedByHand || document.hidden) return 'paused';
    if (!navigator.onLine) return 'offline';
    return this.trouble || Date.now() - this.updatedAt > STALE_MS ? 'stale' : 'live';
  }

  /** Asks at once, and then every half minute. */
  async now() {
    clearTimeout(this.timer);
    if (this.asking) {
      // What is under way may be about something else by now.
      this.again = true;
      return;
    }
    this.asking = true;
    try {
      if (await this.ask()) {
        this.updatedAt = Date.now();
        this.trouble = null;
      }
    } catch (e) {
      this.trouble = /** @type {Error} */ (e);
    }
    this.asking = false;
    if (this.again) {
      this.again = false;
      this.now();
    } else {
      this.plan();
    }
    this.changed();
  }

  plan() {
    clearTimeout(this.timer);
    if (!this.pausedByHand && !document.hidden) {
      this.timer = setTimeout(() => this.now(), EVERY_MS);
    }
  }

  visible() {
    if (document.hidden || this.pausedByHand) {
      clearTimeout(this.timer);
      this.changed();
    } else {
      this.now();
    }
  }

  /** @param {boolean} paused */
  pause(paused) {
    this.pausedByHand = paused;
    this.visible();
  }
}
