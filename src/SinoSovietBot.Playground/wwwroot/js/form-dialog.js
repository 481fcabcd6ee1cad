import { ApiError } from './api.js';
import { freshId, h } from './dom.js';
import { renderMarkdown } from './markdown-view.js';
import { stringSelect } from './select.js';

const type = { row: 1, stringSelect: 3, textInput: 4, text: 10, label: 18 };
const paragraph = 2;

/** A dialogue to fill in, made from INTERACTION_MODAL_CREATE. */
export class FormDialog {
  #dialog;
  #names;

  /** @param {HTMLDialogElement} dialog */
  constructor(dialog, names) {
    this.#dialog = dialog;
    this.#names = names;
  }

  open(session, form) {
    const titleId = freshId('title');
    const fields = (form.components ?? []).map(component => this.#field(component));
    const error = h('p', { class: 'failure', role: 'alert' });
    const send = h('button', { type: 'submit', class: 'button primary' }, 'Submit');
    const body = h('form', {
      novalidate: true,
      onSubmit: event => {
        event.preventDefault();
        this.#submit(session, form, fields, { error, send });
      },
    },
      h('header', {},
        h('h2', { id: titleId }, form.title),
        h('button', { type: 'button', class: 'close', 'aria-label': 'Close', onClick: () => this.#dialog.close() }, '×')),
      h('div', { class: 'form-fields' }, fields.map(field => field.element)),
      error,
      h('footer', {},
        h('button', { type: 'button', class: 'button secondary', onClick: () => this.#dialog.close() }, 'Cancel'),
        send));
    this.#dialog.replaceChildren(body);
    this.#dialog.setAttribute('aria-labelledby', titleId);
    if (!this.#dialog.open) this.#dialog.showModal();
    body.querySelector('.form-fields input, .form-fields textarea, .form-fields button')?.focus();
  }

  async #submit(session, form, fields, { error, send }) {
    const wrong = fields.find(field => field.problem?.() != null);
    error.textContent = wrong ? wrong.problem() : '';
    if (wrong) {
      wrong.focus();
      return;
    }
    send.disabled = true;
    try {
      const components = fields.map(field => field.payload()).filter(Boolean);
      const { ok } = await session.submitForm(form.channel_id, { id: form.id, custom_id: form.custom_id, components });
      if (ok) this.#closeIfStill(error);
      else error.textContent = 'Something went wrong. Try again.';
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      error.textContent = failure.message;
    } finally {
      send.disabled = false;
    }
  }

  /** An answer may have opened the next dialogue already. */
  #closeIfStill(part) {
    if (this.#dialog.contains(part)) this.#dialog.close();
  }

  #field(component) {
    switch (component.type) {
      case type.label:
        return labelled(component.component, component.label, component.description, inner => ({
          type: type.label, ...idOf(component), component: inner,
        }));
      case type.row: {
        const [inner] = component.components;
        return labelled(inner, inner.label ?? '', null, value => ({ type: type.row, ...idOf(component), components: [value] }));
      }
      case type.text:
        return { element: h('div', {}, renderMarkdown(component.content, this.#names)), payload: () => null };
      default:
        return { element: unsupported(component.type), payload: () => null };
    }
  }
}

const idOf = component => (component.id === undefined ? {} : { id: component.id });

const unsupported = kind => h('p', { class: 'unsupported' }, `The playground does not show components of type ${kind}.`);

function labelled(component, label, description, wrap) {
  const required = component.required !== false;
  const descriptionId = description ? freshId('description') : null;
  const field = component.type === type.textInput ? textInput(component, label, required, descriptionId)
    : component.type === type.stringSelect ? select(component, label, required, descriptionId)
      : { input: unsupported(component.type), payload: () => null };
  const element = h('div', { class: 'form-field' },
    h('label', { for: field.inputId }, label, required && h('span', { class: 'required', title: 'required' }, ' *')),
    description && h('p', { class: 'form-description', id: descriptionId }, description),
    field.input);
  return {
    element,
    problem: field.problem,
    focus: () => (field.inputId ? field.input : field.input.querySelector('button'))?.focus(),
    payload: () => {
      const inner = field.payload();
      return inner === null ? null : wrap({ type: component.type, ...idOf(component), custom_id: component.custom_id, ...inner });
    },
  };
}

function textInput(component, label, required, descriptionId) {
  const inputId = freshId('input');
  const attributes = {
    id: inputId,
    placeholder: component.placeholder,
    maxlength: component.max_length ?? 4000,
    'aria-required': required ? 'true' : null,
    'aria-describedby': descriptionId,
    autocomplete: 'off',
  };
  const input = component.style === paragraph
    ? h('textarea', { ...attributes, rows: '5' }) : h('input', { ...attributes, type: 'text' });
  input.value = component.value ?? '';
  const problem = () => {
    const { length } = input.value;
    if (length === 0) return required ? `“${label}” is required.` : null;
    return length < (component.min_length ?? 0) ? `“${label}” takes at least ${component.min_length} characters.` : null;
  };
  return { input, inputId, problem, payload: () => ({ value: input.value }) };
}

function select(component, label, required, descriptionId) {
  let values = (component.options ?? []).filter(option => option.default).map(option => option.value);
  const input = stringSelect(component, { label, describedBy: descriptionId, eager: true, onDone: chosen => { values = chosen; } });
  const problem = () => {
    if (values.length === 0 && !required) return null;
    const least = Math.max(component.min_values ?? 1, required ? 1 : 0);
    return values.length < least ? `Choose at least ${least} in “${label}”.` : null;
  };
  return { input, problem, payload: () => ({ values }) };
}
