import { optionType } from './commands.js';
import { freshId, h } from './dom.js';

const quietFor = 120;

/**
 * One option of a command: its label, its input, and what was put in.
 * @typedef {object} FieldWiring
 * @property {import('./suggestions.js').Suggestions} suggestions
 * @property {(field: OptionField) => Promise<Array<{name: string, value: string|number}>|null>} suggest asks the bot
 * @property {{members: Array, channels: Array}} world
 * @property {((field: OptionField) => void)|null} remove takes an optional field away again
 */
export class OptionField {
  #wiring;
  #chosen = null;
  #answers = [];
  #asked = 0;
  #timer = 0;

  /** @param {FieldWiring} wiring */
  constructor(option, wiring) {
    this.option = option;
    this.#wiring = wiring;
    this.input = this.#makeInput();
    this.input.id = freshId('field');
    this.hint = option.description + limits(option);
    const hintId = freshId('hint');
    this.input.setAttribute('aria-describedby', hintId);
    if (option.required) this.input.setAttribute('aria-required', 'true');
    this.element = h('div', { class: 'field-box' },
      h('label', { for: this.input.id }, option.name,
        option.required && h('span', { class: 'required', title: 'required' }, ' *')),
      this.input,
      wiring.remove && h('button', {
        type: 'button', class: 'field-remove', 'aria-label': `Leave out ${option.name}`, onClick: () => wiring.remove(this),
      }, '×'),
      h('span', { id: hintId, class: 'visually-hidden' }, this.hint));
  }

  /** What stands in the field, as it is sent; undefined when it is empty. */
  get value() {
    const raw = this.input.value;
    if (this.option.type === optionType.file) return this.file ? '0' : undefined;
    if (raw === '') return undefined;
    if (this.#chosen !== null) return this.#chosen.value;
    const choice = (this.option.choices ?? []).find(candidate => String(candidate.value) === raw)
      ?? this.#answers.find(candidate => candidate.name === raw);
    if (choice) return choice.value;
    switch (this.option.type) {
      case optionType.integer:
      case optionType.number:
        return Number(raw);
      case optionType.flag:
        return raw === 'true';
      default:
        return raw;
    }
  }

  get file() {
    return this.option.type === optionType.file ? this.input.files[0] ?? null : null;
  }

  /** As the interaction carries it; the one being typed goes as it stands, also where it is not yet a number. */
  payload(focused = false) {
    const { name, type } = this.option;
    return focused ? { type, name, value: this.input.value, focused: true } : { type, name, value: this.value };
  }

  /** A sentence when it cannot be sent like this, or null. */
  get problem() {
    const { option, value } = this;
    if (this.input.validity?.badInput) return `${option.name} takes a number.`;
    if (value === undefined) return option.required ? `${option.name} is required.` : null;
    if (option.type === optionType.integer && !Number.isInteger(value)) return `${option.name} takes a whole number.`;
    if (typeof value === 'number' && (value < (option.min_value ?? value) || value > (option.max_value ?? value))) {
      return `${option.name} takes a number${limits(option)}.`;
    }
    return null;
  }

  #makeInput() {
    const { option } = this;
    if (option.choices?.length > 0) return picker(option, option.choices);
    switch (option.type) {
      case optionType.flag:
        return picker(option, [{ name: 'True', value: 'true' }, { name: 'False', value: 'false' }]);
      case optionType.user:
      case optionType.mentionable:
        return picker(option, this.#wiring.world.members.map(member => ({ name: member.name, value: member.id })));
      case optionType.channel:
        return picker(option, this.#wiring.world.channels.map(channel => ({ name: `#${channel.name}`, value: channel.id })));
      case optionType.file:
        return h('input', { type: 'file' });
      default:
        return this.#typed();
    }
  }

  #typed() {
    const { option } = this;
    const numeric = option.type === optionType.integer || option.type === optionType.number;
    const input = h('input', {
      // A number that is suggested is shown by its name, which a number field would refuse.
      type: numeric && !option.autocomplete ? 'number' : 'text',
      step: option.type === optionType.integer ? '1' : 'any',
      min: option.min_value,
      max: option.max_value,
      minlength: option.min_length,
      maxlength: option.autocomplete ? null : option.max_length,
      autocomplete: 'off',
      spellcheck: 'false',
    });
    if (option.autocomplete) this.#wireSuggestions(input);
    return input;
  }

  #wireSuggestions(input) {
    this.#wiring.suggestions.attach(input);
    input.addEventListener('focus', () => this.#ask(0));
    input.addEventListener('input', () => {
      this.#chosen = null;
      this.#ask(quietFor);
    });
    input.addEventListener('blur', () => {
      clearTimeout(this.#timer);
      this.#asked++;
      if (this.#wiring.suggestions.isFor(input)) this.#wiring.suggestions.hide();
    });
  }

  #ask(after) {
    clearTimeout(this.#timer);
    // The answer to an older question may come later than that to a newer one; only the last counts.
    const turn = ++this.#asked;
    if (this.#answers.length === 0) this.#show([], 'Loading options…');
    this.#timer = setTimeout(async () => {
      const answers = await this.#wiring.suggest(this);
      if (turn !== this.#asked) return;
      this.#answers = answers ?? [];
      this.#show(this.#answers, answers === null ? 'The options could not be loaded.' : 'No options match what you typed.');
    }, after);
  }

  #show(answers, note) {
    this.#wiring.suggestions.show(this.input, this.hint, answers.map(answer => ({ label: answer.name })), note, index => {
      this.#chosen = answers[index];
      this.input.value = this.#chosen.name;
      this.#asked++;
      this.#wiring.suggestions.hide();
      this.input.dispatchEvent(new CustomEvent('picked', { bubbles: true }));
    });
  }
}

function picker(option, choices) {
  return h('select', {},
    h('option', { value: '' }, option.required ? 'Choose…' : '–'),
    choices.map(choice => h('option', { value: choice.value }, choice.name)));
}

function limits({ min_value: min, max_value: max }) {
  if (min !== undefined && max !== undefined) return ` (${min} to ${max})`;
  if (min !== undefined) return ` (${min} or more)`;
  return max !== undefined ? ` (at most ${max})` : '';
}
