/** What went wrong, in one shape wherever it is said. */
/** @import {State} from '../store.js' */
/** @import {Trouble} from '../trouble.js' */
/** @import {Acts} from './app.js' */
import {html, nothing} from '../../vendor/lit-html/lit-html.js';
import {span} from '../words.js';
import {icon} from './icons.js';

/**
 * @param {Trouble | null} trouble
 * @param {{now?: number, again?: () => void}} [options]
 */
export function notice(trouble, {now = 0, again} = {}) {
  if (!trouble) return nothing;
  const left = trouble.until ? trouble.until - now : 0;
  return html`
    <div class="notice ${trouble.calm ? 'calm' : ''}">
      ${icon(trouble.calm ? 'none' : 'fail')}
      <div>
        <p><strong>${trouble.title}.</strong> ${trouble.detail ?? ''} ${left > 0 ? html`<span class="left" aria-live="off">The next is possible in ${span(left / 1000)}.</span>` : nothing}</p>
        ${again && trouble.again ? html`<button class="btn" type="button" data-act="again" @click=${again}>Try again</button>` : nothing}
        ${trouble.requestId ? html`<p class="request">Request <code>${trouble.requestId}</code></p>` : nothing}
      </div>
    </div>`;
}

/**
 * A button. `off`: it keeps the focus and does nothing; `why`: so does it, and says why.
 *
 * @param {string} name @param {unknown} words @param {() => void} does
 * @param {{style?: string, label?: string, off?: boolean, why?: string}} [how]
 */
export function act(name, words, does, {style = '', label, off = false, why} = {}) {
  return html`<button class="btn ${style}" type="button" data-act=${name} aria-label=${label ?? nothing} aria-disabled=${off || why ? 'true' : nothing}
    data-why=${why || nothing} @click=${() => off || does()}>${words}</button>`;
}

/** What happened by itself, with the way back. It goes when it is read. @param {State} state @param {Acts} acts */
export function told({told: said}, acts) {
  if (!said) return nothing;
  return html`
    <p class="told">${icon('again')}<span>${said.words}</span>
      ${said.act ? act('undo', said.label, acts.undo, {style: 'plain'}) : nothing}${act('told', icon('cross'), acts.hush, {style: 'plain sign', label: 'Close'})}</p>`;
}
