/** What other people's status pages can show. */
import {html} from '../vendor/lit-html/lit-html.js';
import {provider} from './words.js';

/** @param {any} report @param {string} id @param {string} base */
export function embed(report, id, base) {
  const one = report.providers.find((candidate) => candidate.provider === id);
  if (!one) return '';
  const badge = `${base}/v1/badges/${id}.svg`;
  const address = new URL(badge, location.href).href;
  return html`
    <section class="card" aria-labelledby="embed-title">
      <h2 id="embed-title">For your own status page</h2>
      <p><img class="badge" src=${badge} alt="${provider(id)}: its success rate over the last day" height="20"></p>
      <p class="small"><a href=${badge}>Badge of ${provider(id)}</a> · <a href="${base}/v1/badges/${id}.json">The same as JSON</a></p>
      <p class="mono wrap">![${provider(id)}](${address})</p>
    </section>`;
}
