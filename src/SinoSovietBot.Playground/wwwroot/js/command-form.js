import { commandData } from './commands.js';
import { h } from './dom.js';
import { OptionField } from './option-field.js';

/** A chosen command with its options, in place of the text input. */
export class CommandForm {
  #entry;
  #wiring;
  #fields = [];
  #box = h('div', { class: 'command-fields' });
  #more = h('div', { class: 'command-more', role: 'group', 'aria-label': 'More options' });
  #hint = h('div', { class: 'command-hint' });

  /**
   * @param {object} entry from commands.js
   * @param {object} wiring `suggestions`, `world`, `suggest(data)`, `cancel()`
   */
  constructor(entry, wiring) {
    this.#entry = entry;
    this.#wiring = wiring;
    this.element = h('div', { class: 'command' },
      h('div', { class: 'command-line' },
        h('span', { class: 'command-name' }, `/${entry.name}`),
        this.#box,
        h('span', { class: 'command-buttons' },
          h('button', { type: 'button', class: 'button secondary', onClick: () => wiring.cancel() }, 'Cancel'),
          h('button', { type: 'submit', class: 'button primary' }, 'Send'))),
      this.#more,
      this.#hint);
    entry.options.filter(option => option.required).forEach(option => this.#add(option));
    this.#showMore();
    this.#explain();
    this.element.addEventListener('keydown', event => this.#key(event));
    this.element.addEventListener('focusin', event => this.#explain(event.target));
    this.element.addEventListener('picked', event => this.#focusAfter(event.target));
  }

  focus() {
    (this.#fields[0]?.input ?? this.element.querySelector('button[type=submit]')).focus();
  }

  get problem() {
    const wrong = this.#fields.find(field => field.problem !== null);
    wrong?.input.focus();
    return wrong?.problem ?? null;
  }

  get file() {
    return this.#fields.map(field => field.file).find(file => file !== null) ?? null;
  }

  get data() {
    const values = this.#filled().map(field => field.payload());
    return commandData(this.#entry, values, this.file);
  }

  #filled() {
    return this.#fields.filter(field => field.value !== undefined);
  }

  #suggest(asking) {
    const values = this.#fields
      .filter(field => field === asking || field.value !== undefined)
      .map(field => field.payload(field === asking));
    return this.#wiring.suggest(commandData(this.#entry, values));
  }

  #add(option) {
    const field = new OptionField(option, {
      suggestions: this.#wiring.suggestions,
      world: this.#wiring.world,
      suggest: asking => this.#suggest(asking),
      remove: option.required ? null : removed => this.#remove(removed),
    });
    this.#fields.push(field);
    this.#box.append(field.element);
    return field;
  }

  #remove(field) {
    this.#fields = this.#fields.filter(other => other !== field);
    field.element.remove();
    this.#showMore();
    this.focus();
  }

  #showMore() {
    const left = this.#entry.options.filter(option => !this.#fields.some(field => field.option === option));
    this.#more.hidden = left.length === 0;
    this.#more.replaceChildren(
      h('span', { class: 'command-more-title', 'aria-hidden': 'true' }, 'Optional:'),
      ...left.map(option => h('button', {
        type: 'button',
        class: 'chip',
        title: option.description,
        onClick: () => {
          const field = this.#add(option);
          this.#showMore();
          field.input.focus();
        },
      }, `+ ${option.name}`)));
  }

  #explain(target = null) {
    const field = this.#fields.find(candidate => candidate.input === target);
    this.#hint.textContent = field ? `${field.option.name}: ${field.hint}` : this.#entry.description;
  }

  #focusAfter(input) {
    const index = this.#fields.findIndex(field => field.input === input);
    const next = this.#fields.slice(index + 1).find(field => field.value === undefined);
    (next?.input ?? input).focus();
  }

  #key(event) {
    if (this.#wiring.suggestions.isFor(event.target) && this.#wiring.suggestions.key(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (this.#wiring.suggestions.open) this.#wiring.suggestions.hide();
      else this.#wiring.cancel();
      return;
    }
    const backAtStart = event.key === 'Backspace' && event.target.matches('input') && event.target.value === '';
    if (backAtStart && event.target === this.#fields[0]?.input) {
      event.preventDefault();
      this.#wiring.cancel();
    }
  }
}
