import { freshId, h } from './dom.js';

/**
 * The list above the input: commands to choose from, or values for an option. The focus stays in the input;
 * the list is steered with the arrow keys and is tied to the input as a combobox.
 */
export class Suggestions {
  #panel;
  #title = h('div', { class: 'suggestions-title' });
  #list = h('ul', { class: 'suggestions-list', role: 'listbox', id: freshId('suggestions') });
  #note = h('div', { class: 'suggestions-note', role: 'status' });
  #input = null;
  #items = [];
  #active = 0;
  #pick = null;

  constructor(panel) {
    this.#panel = panel;
    panel.append(this.#title, this.#list, this.#note);
    // The input would lose the focus before the click arrives, and losing the focus closes the list.
    panel.addEventListener('pointerdown', event => event.preventDefault());
  }

  get open() {
    return !this.#panel.hidden;
  }

  isFor(input) {
    return this.open && this.#input === input;
  }

  /** Says that the input has suggestions at all; call once when it is made. */
  attach(input) {
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', this.#list.id);
    input.setAttribute('autocomplete', 'off');
  }

  /**
   * @param {HTMLElement} input
   * @param {string} title
   * @param {Array<{label: string, description?: string}>} items
   * @param {string} note shown when there are no items, such as "Loading…"
   * @param {(index: number) => void} pick
   */
  show(input, title, items, note, pick) {
    if (this.#input !== input) this.hide();
    this.#input = input;
    this.#items = items;
    this.#pick = pick;
    this.#title.textContent = title;
    this.#list.setAttribute('aria-label', title);
    this.#note.textContent = items.length === 0 ? note : '';
    this.#list.replaceChildren(...items.map((item, index) => this.#item(item, index)));
    this.#panel.hidden = false;
    input.setAttribute('aria-expanded', String(items.length > 0));
    this.#move(0);
  }

  hide() {
    this.#panel.hidden = true;
    this.#input?.setAttribute('aria-expanded', 'false');
    this.#input?.removeAttribute('aria-activedescendant');
    this.#input = null;
    this.#items = [];
  }

  /** Handles a key of the input; true when it was for the list. */
  key(event) {
    if (!this.open || this.#items.length === 0 || event.isComposing) return false;
    const count = this.#items.length;
    switch (event.key) {
      case 'ArrowDown':
        this.#move((this.#active + 1) % count);
        break;
      case 'ArrowUp':
        this.#move((this.#active + count - 1) % count);
        break;
      case 'Enter':
      case 'Tab':
        if (event.shiftKey) return false;
        this.#pick(this.#active);
        break;
      default:
        return false;
    }
    event.preventDefault();
    return true;
  }

  #item(item, index) {
    return h('li', { role: 'option', id: freshId('suggestion'), class: 'suggestion', onClick: () => this.#pick(index) },
      h('span', { class: 'suggestion-label' }, item.label),
      item.description && h('span', { class: 'suggestion-description' }, item.description));
  }

  #move(index) {
    const options = [...this.#list.children];
    options[this.#active]?.removeAttribute('aria-selected');
    this.#active = index;
    const option = options[index];
    if (option === undefined) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', option.id);
  }
}
