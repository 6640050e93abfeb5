/**
 * One bubble for whatever cannot be used or has more to say: `data-why` on the element or around it. By mouse, focus,
 * finger and Enter; it stays while it is pointed at, and Escape closes it and leaves the focus (WCAG 1.4.13).
 */

const OPEN_MS = 120;
const CLOSE_MS = 180;

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} bubble a manual popover with a paragraph and buttons of `data-action`
 * @param {(action: string, owner: HTMLElement) => void} act
 */
export function explain(root, bubble, act) {
  /** @type {HTMLElement | null} */
  let owner = null;
  let pinned = false;
  let timer = 0;

  const ofEvent = (/** @type {Event} */ event) => /** @type {HTMLElement | null} */ (
    event.target instanceof Element ? event.target.closest('[data-why]') : null);

  const later = (/** @type {() => void} */ what, /** @type {number} */ ms) => {
    clearTimeout(timer);
    timer = window.setTimeout(what, ms);
  };

  const show = (/** @type {HTMLElement} */ of, /** @type {boolean} */ pin) => {
    clearTimeout(timer);
    owner = of;
    pinned = pin;
    /** @type {HTMLElement} */ (bubble.querySelector('p')).textContent = of.dataset.why ?? '';
    const actions = (of.dataset.actions ?? '').split(' ');
    for (const button of bubble.querySelectorAll('button')) button.hidden = !actions.includes(button.dataset.action ?? '-');
    if (!bubble.matches(':popover-open')) bubble.showPopover();
    place(bubble, of);
  };

  const hide = () => {
    clearTimeout(timer);
    owner = null;
    pinned = false;
    if (bubble.matches(':popover-open')) bubble.hidePopover();
  };

  const soon = () => later(() => pinned || hide(), CLOSE_MS);

  root.addEventListener('pointerover', (event) => {
    const of = ofEvent(event);
    if (of && event.pointerType === 'mouse' && of !== owner) later(() => show(of, false), OPEN_MS);
  });
  root.addEventListener('pointerout', (event) => {
    const of = ofEvent(event);
    if (of && event.pointerType === 'mouse' && !of.contains(/** @type {Node | null} */ (event.relatedTarget))) soon();
  });
  root.addEventListener('focusin', (event) => {
    const of = ofEvent(event);
    if (of && event.target instanceof Element && event.target.matches(':focus-visible')) show(of, false);
  });
  root.addEventListener('focusout', (event) => {
    if (ofEvent(event) && !bubble.contains(/** @type {Node | null} */ (event.relatedTarget))) soon();
  });
  // Before anybody else: what cannot be used explains itself and does nothing.
  root.addEventListener('click', (event) => {
    const of = ofEvent(event);
    if (!of) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    show(of, true);
  }, true);

  bubble.addEventListener('pointerenter', () => clearTimeout(timer));
  bubble.addEventListener('pointerleave', soon);
  bubble.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button || !owner) return;
    const of = owner;
    hide();
    act(button.dataset.action ?? '', of);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !owner) return;
    const inside = bubble.contains(document.activeElement);
    const back = owner.matches('button') ? owner : /** @type {HTMLElement | null} */ (owner.querySelector('button, input'));
    hide();
    event.stopImmediatePropagation();
    if (inside) back?.focus();
  }, true);
  document.addEventListener('pointerdown', (event) => {
    const target = /** @type {Node} */ (event.target);
    if (owner && !bubble.contains(target) && !owner.contains(target)) hide();
  });
  window.addEventListener('scroll', () => owner && place(bubble, owner), {passive: true, capture: true});
}

/** Below its owner, or above where there is no room. @param {HTMLElement} bubble @param {HTMLElement} owner */
export function place(bubble, owner) {
  const at = owner.getBoundingClientRect();
  const own = bubble.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, window.innerWidth - own.width - 8));
  const below = at.bottom + 8;
  const top = below + own.height > window.innerHeight ? Math.max(8, at.top - own.height - 8) : below;
  bubble.style.left = `${left}px`;
  bubble.style.top = `${top}px`;
}
