/** What the page shows, as its address says it. */

export const WINDOWS = ['1h', '24h', '7d', '30d'];
const SOURCES = ['benchmark', 'traffic'];

/** @typedef {{window: string, source: string, provider: string, compare: string}} Place */

/** @param {string} search @returns {Place} */
export function read(search) {
  const query = new URLSearchParams(search);
  const one = (name, known, standard) => known.includes(query.get(name) ?? '') ? /** @type {string} */ (query.get(name)) : standard;
  return {
    window: one('window', WINDOWS, '24h'),
    source: one('source', SOURCES, 'benchmark'),
    provider: query.get('provider') ?? '',
    compare: query.get('compare') ?? '',
  };
}

/** @param {Place} place @returns {string} */
export function href(place) {
  const query = new URLSearchParams({window: place.window});
  if (place.source !== 'benchmark') query.set('source', place.source);
  if (place.provider) query.set('provider', place.provider);
  if (place.compare) query.set('compare', place.compare);
  return `?${query}`;
}
