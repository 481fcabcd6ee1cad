import { freshId, h } from './dom.js';

/**
 * A drop-down as Discord draws it, with descriptions and several values; works by keyboard as a listbox.
 * @param {object} select a string select component
 * @param {{label?: string, describedBy?: string, eager?: boolean, onDone: (values: string[]) => void}} wiring
 *   `onDone` is called when a choice was made (one value) or the list was closed after a change (several); eager: after every change
 */
export function stringSelect(select, wiring) {
  return new StringSelect(select, wiring).element;
}

class StringSelect {
  #options;
  #several;
  #least;
  #most;
  #eager;
  #placeholder;
  #chosen;
  #atOpening = '';
  #active = 0;
  #onDone;
  #text = h('span', { class: 'select-text' });
  #button;
  #list;
  #items;

  constructor(select, { label, describedBy, eager, onDone }) {
    this.#options = select.options ?? [];
    this.#eager = eager === true;
    this.#least = select.min_values ?? 1;
    this.#most = Math.min(select.max_values ?? 1, this.#options.length);
    this.#several = this.#most > 1;
    this.#placeholder = select.placeholder || 'Make a selection';
    this.#chosen = new Set(this.#options.filter(option => option.default).map(option => option.value));
    this.#onDone = onDone;
    this.#build(label ?? this.#placeholder, describedBy, select.disabled === true);
    this.#show();
  }

  #build(label, describedBy, disabled) {
    const listId = freshId('list');
    this.#items = this.#options.map((option, index) => this.#item(option, index));
    this.#list = h('ul', {
      class: 'select-list',
      id: listId,
      role: 'listbox',
      tabindex: '-1',
      popover: 'auto',
      'aria-label': label,
      'aria-multiselectable': this.#several ? 'true' : null,
      onKeydown: event => this.#key(event),
    }, this.#items);
    this.#list.addEventListener('toggle', event => this.#toggled(event.newState === 'open'));
    this.#button = h('button', {
      type: 'button',
      class: 'select-button',
      disabled,
      popovertarget: listId,
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-describedby': describedBy,
      onKeydown: event => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        this.#list.showPopover();
      },
    }, this.#text, h('span', { class: 'select-arrow', 'aria-hidden': 'true' }, '▾'));
    this.#button.dataset.label = label;
    this.element = h('div', { class: 'select' }, this.#button, this.#list);
  }

  #item(option, index) {
    return h('li', { class: 'select-option', role: 'option', id: freshId('option'), onClick: () => this.#pick(index) },
      option.emoji?.name && h('span', { class: 'select-emoji', 'aria-hidden': 'true' }, option.emoji.name),
      h('span', { class: 'select-words' },
        h('span', { class: 'select-label' }, option.label),
        option.description && h('span', { class: 'select-description' }, option.description)),
      h('span', { class: 'select-check', 'aria-hidden': 'true' }, '✓'));
  }

  #toggled(open) {
    this.#button.setAttribute('aria-expanded', String(open));
    if (open) {
      this.#place();
      this.#atOpening = this.#choice();
      const first = this.#options.findIndex(option => this.#chosen.has(option.value));
      this.#move(Math.max(first, 0));
      this.#list.focus({ preventScroll: true });
    } else {
      const changed = this.#choice() !== this.#atOpening;
      if (this.#several && !this.#eager && changed && this.#chosen.size >= this.#least) this.#onDone([...this.#chosen]);
      if (document.activeElement === this.#list || document.activeElement === document.body) this.#button.focus();
    }
  }

  #choice() {
    return [...this.#chosen].sort().join('\n');
  }

  /** Below the button, or above it where there is more room. */
  #place() {
    const box = this.#button.getBoundingClientRect();
    const below = innerHeight - box.bottom;
    const above = box.top;
    const upwards = below < Math.min(this.#list.scrollHeight + 8, 240) && above > below;
    const { style } = this.#list;
    style.left = `${box.left}px`;
    style.width = `${box.width}px`;
    style.maxHeight = `${Math.max(120, Math.min(320, (upwards ? above : below) - 12))}px`;
    style.top = upwards ? 'auto' : `${box.bottom + 4}px`;
    style.bottom = upwards ? `${innerHeight - box.top + 4}px` : 'auto';
  }

  #pick(index) {
    const { value } = this.#options[index];
    this.#active = index;
    if (!this.#several) {
      this.#chosen = new Set([value]);
      this.#list.hidePopover();
      this.#button.focus();
      this.#show();
      this.#onDone([value]);
      return;
    }
    if (this.#chosen.has(value)) this.#chosen.delete(value);
    else if (this.#chosen.size < this.#most) this.#chosen.add(value);
    this.#show();
    if (this.#eager) this.#onDone([...this.#chosen]);
  }

  #key(event) {
    const last = this.#options.length - 1;
    const target = {
      ArrowDown: Math.min(this.#active + 1, last), ArrowUp: Math.max(this.#active - 1, 0), Home: 0, End: last,
    }[event.key];
    if (target !== undefined) this.#move(target);
    else if (event.key === 'Enter' || event.key === ' ') this.#pick(this.#active);
    else if (event.key === 'Tab') this.#list.hidePopover();
    else if (event.key.length === 1) this.#jump(event.key.toLowerCase());
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  }

  #jump(letter) {
    const order = [...this.#options.keys()].map(step => (this.#active + 1 + step) % this.#options.length);
    const found = order.find(index => this.#options[index].label.toLowerCase().startsWith(letter));
    if (found !== undefined) this.#move(found);
  }

  #move(index) {
    this.#items[this.#active]?.classList.remove('active');
    this.#active = index;
    const item = this.#items[index];
    item?.classList.add('active');
    item?.scrollIntoView({ block: 'nearest' });
    if (item) this.#list.setAttribute('aria-activedescendant', item.id);
  }

  #show() {
    const chosen = this.#options.filter(option => this.#chosen.has(option.value));
    this.#text.textContent = chosen.length > 0 ? chosen.map(option => option.label).join(', ') : this.#placeholder;
    this.#text.classList.toggle('placeholder', chosen.length === 0);
    this.#button.setAttribute('aria-label', `${this.#button.dataset.label}: ${this.#text.textContent}`);
    this.#items.forEach((item, index) =>
      item.setAttribute('aria-selected', String(this.#chosen.has(this.#options[index].value))));
  }
}
