/**
 * Makes an element. Text always becomes a text node, so nothing a user wrote can turn into markup.
 * @param {string} tag
 * @param {object} props attributes; `onX` functions become listeners; null, undefined and false are left out
 * @param {...(Node|string|null|undefined|false|Array)} children
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key.slice(2).toLowerCase(), value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(child);
  }
}

/** An id that is unique in this page, to tie a label to its field. */
export const freshId = (() => {
  let last = 0;
  return prefix => `${prefix}-${++last}`;
})();

const avatarColours = 6;

/** A round initial; decoration only, the name stands beside it. */
export function avatar(id, name) {
  const colour = [...String(id)].reduce((sum, digit) => sum + digit.charCodeAt(0), 0) % avatarColours;
  const initial = [...name.trim()][0] ?? '?';
  return h('span', { class: `avatar avatar-${colour}`, 'aria-hidden': 'true' }, initial.toUpperCase());
}

/** The name a person is shown by. */
export function displayName(user) {
  return user?.global_name || user?.username || user?.name || 'Unknown';
}

const live = document.getElementById('announcer');

/** Has a screen reader say something without moving the focus. */
export function announce(text) {
  live.textContent = '';
  // A region that is emptied and filled in one step is not announced again when the text is the same.
  requestAnimationFrame(() => { live.textContent = text; });
}
