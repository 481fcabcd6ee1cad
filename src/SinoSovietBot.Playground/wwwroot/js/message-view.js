import { isEphemeral } from './channel-log.js';
import { renderComponents } from './components.js';
import { avatar, displayName, h } from './dom.js';
import { isShownInEmbed, renderAttachment, renderEmbed } from './embeds.js';
import { renderMarkdown } from './markdown-view.js';
import { sentAt } from './timestamps.js';

const loading = 128;
const commandType = 2;

/**
 * @typedef {object} MessageWiring
 * @property {import('./markdown-view.js').Names} names
 * @property {string} memberId who is looking
 * @property {(message: object, data: object) => Promise<{ok: boolean}>} press
 * @property {(message: object) => void} dismiss
 */

/** One message on the page. An update replaces only the parts that changed, so an open menu or the focus survives a live count. */
export class MessageView {
  #wiring;
  #shown = {};
  #parts;
  #failure = h('p', { class: 'failure', role: 'alert' });

  /** @param {MessageWiring} wiring */
  constructor(message, wiring) {
    this.#wiring = wiring;
    this.#parts = {
      context: h('div', { class: 'context' }),
      head: h('div', { class: 'head' }),
      content: h('div', { class: 'content' }),
      embeds: h('div', { class: 'embeds' }),
      files: h('div', { class: 'files' }),
      components: h('div', { class: 'components' }),
      foot: h('div', { class: 'foot' }),
    };
    const { context, ...body } = this.#parts;
    this.element = h('li', { class: 'message' },
      context,
      avatar(message.author?.id ?? '', displayName(message.author)),
      h('div', { class: 'body' }, body.head, body.content, body.embeds, body.files, body.components, this.#failure, body.foot));
    this.update(message);
  }

  update(message) {
    this.message = message;
    this.element.classList.toggle('ephemeral', isEphemeral(message));
    this.element.classList.toggle('mentioned', this.#mentionsMe(message));
    this.#part('context', [message.interaction, message.interaction_metadata], () => context(message));
    this.#part('head', [message.author, message.timestamp], () => head(message));
    this.#part('content', [message.content, message.flags, message.edited_timestamp !== null && !message.author?.bot], () => this.#content());
    this.#part('embeds', [message.embeds, message.attachments], () =>
      (message.embeds ?? []).map(embed => renderEmbed(embed, message.attachments ?? [], this.#wiring.names)));
    this.#part('files', [message.attachments, message.embeds], () => (message.attachments ?? [])
      .filter(file => !isShownInEmbed(file, message.embeds ?? [])).map(renderAttachment));
    this.#part('components', message.components, () =>
      renderComponents(message.components ?? [], data => this.#press(data), this.#wiring.names));
    this.#part('foot', isEphemeral(message), () => isEphemeral(message) ? this.#ephemeralNote() : []);
  }

  /** What a screen reader is told when the message appears. */
  get summary() {
    const text = [this.message.content, ...(this.message.embeds ?? []).flatMap(embed => [embed.title, embed.description])]
      .filter(Boolean).join('. ');
    return `${displayName(this.message.author)}: ${text.slice(0, 400)}`;
  }

  #part(name, source, make) {
    const key = JSON.stringify(source) ?? '';
    if (this.#shown[name] === key) return;
    this.#shown[name] = key;
    const part = this.#parts[name];
    const focused = part.contains(document.activeElement)
      ? document.activeElement.closest('[data-custom-id]')?.dataset.customId : undefined;
    part.replaceChildren(...make());
    if (focused === undefined) return;
    const same = [...part.querySelectorAll('[data-custom-id]')].find(element => element.dataset.customId === focused);
    (same?.querySelector('button') ?? same)?.focus({ preventScroll: true });
  }

  #content() {
    const { message } = this;
    if (((message.flags ?? 0) & loading) !== 0) {
      return [h('span', { class: 'thinking' }, `${displayName(message.author)} is thinking…`)];
    }
    const text = message.content ? renderMarkdown(message.content, this.#wiring.names) : [];
    if (message.edited_timestamp && !message.author?.bot && text.length > 0) text.push(h('span', { class: 'edited' }, '(edited)'));
    return text;
  }

  #ephemeralNote() {
    return [
      h('span', {}, '👁 Only you can see this · '),
      h('button', { type: 'button', class: 'link-button', onClick: () => this.#wiring.dismiss(this.message) }, 'Dismiss message'),
    ];
  }

  async #press(data) {
    this.#failure.textContent = '';
    const { ok, reason } = await this.#wiring.press(this.message, data);
    if (!ok) this.#failure.textContent = reason ?? 'This interaction failed';
  }

  #mentionsMe(message) {
    return (message.mentions ?? []).some(user => user.id === this.#wiring.memberId);
  }
}

function head(message) {
  return [
    h('span', { class: 'author' }, displayName(message.author)),
    message.author?.bot && h('span', { class: 'badge' }, 'BOT'),
    sentAt(message.timestamp),
  ].filter(Boolean);
}

function context(message) {
  const command = message.interaction_metadata ?? message.interaction;
  if (command?.type !== commandType) return [];
  const name = message.interaction?.name ?? command.name;
  return [
    h('span', { class: 'context-who' }, displayName(command.user)),
    ' used ',
    name ? h('span', { class: 'mention' }, `/${name}`) : 'a command',
  ];
}
