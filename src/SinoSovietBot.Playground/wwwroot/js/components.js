import { h } from './dom.js';
import { link, renderMarkdown } from './markdown-view.js';
import { stringSelect } from './select.js';

const type = { row: 1, button: 2, stringSelect: 3, section: 9, text: 10, separator: 14, container: 17 };
const buttonStyles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };
const linkStyle = 5;

/**
 * A message's rows of buttons and menus.
 * @param {(data: object, element: HTMLElement) => Promise<void>} press sends the interaction; resolves with its outcome
 * @param {import('./markdown-view.js').Names} names
 */
export function renderComponents(components, press, names) {
  return components.map(component => renderComponent(component, press, names));
}

function renderComponent(component, press, names) {
  switch (component.type) {
    case type.row:
      return h('div', { class: 'row' }, renderComponents(component.components, press, names));
    case type.button:
      return button(component, press);
    case type.stringSelect:
      return menu(component, press);
    case type.text:
      return h('div', {}, renderMarkdown(component.content, names));
    case type.separator:
      return h('hr');
    case type.section:
      return h('div', { class: 'section' },
        h('div', {}, renderComponents(component.components, press, names)),
        component.accessory && renderComponent(component.accessory, press, names));
    case type.container:
      return h('div', { class: 'container' }, renderComponents(component.components, press, names));
    default:
      return h('p', { class: 'unsupported' }, `The playground does not show components of type ${component.type}.`);
  }
}

function button(component, press) {
  const label = [
    component.emoji?.name && h('span', { class: 'button-emoji', 'aria-hidden': 'true' }, component.emoji.name),
    h('span', { class: 'button-label' }, component.label ?? ''),
  ];
  if (component.style === linkStyle) {
    const anchor = link(component.url, label);
    anchor.className = 'button secondary';
    return anchor;
  }
  return h('button', {
    type: 'button',
    class: `button ${buttonStyles[component.style] ?? 'secondary'}`,
    disabled: component.disabled === true,
    'aria-label': component.label ? null : component.emoji?.name,
    'data-custom-id': component.custom_id,
    onClick: event => hold(event.currentTarget,
      element => press({ component_type: type.button, custom_id: component.custom_id }, element)),
  }, label, h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')));
}

function menu(component, press) {
  const element = stringSelect(component, {
    onDone: values => hold(element,
      held => press({ component_type: type.stringSelect, custom_id: component.custom_id, values }, held)),
  });
  element.dataset.customId = component.custom_id;
  return element;
}

/** Marks an element as busy until its interaction has an outcome; a second press in between does nothing. */
async function hold(element, action) {
  if (element.getAttribute('aria-busy') === 'true') return;
  element.setAttribute('aria-busy', 'true');
  try {
    await action(element);
  } finally {
    element.removeAttribute('aria-busy');
  }
}
