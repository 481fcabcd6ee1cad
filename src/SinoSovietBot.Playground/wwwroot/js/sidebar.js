import { avatar, h } from './dom.js';

/** The left side: where to read and who to be. */
export class Sidebar {
  #elements;
  #wiring;

  /**
   * @param {{name: HTMLElement, channels: HTMLElement, direct: HTMLElement, members: HTMLElement}} elements
   * @param {{openChannel: (id: string) => void, openDirect: () => void, become: (member: object) => void}} wiring
   */
  constructor(elements, wiring) {
    this.#elements = elements;
    this.#wiring = wiring;
  }

  /** @param {{world: object, serverName: string, botName: string, session: object, channelId: string|null}} state */
  show({ world, serverName, botName, session, channelId }) {
    const { name, channels, direct, members } = this.#elements;
    name.textContent = serverName;
    redraw(channels, world.channels.map(channel => this.#place(
      `#${channel.name}`, channel.id === channelId, session.unread.has(channel.id), () => this.#wiring.openChannel(channel.id))));
    const directId = session.directChannelId;
    const inDirect = directId !== null && directId === channelId;
    redraw(direct, [this.#place(botName, inDirect, session.unread.has(directId), () => this.#wiring.openDirect())]);
    redraw(members, world.members.map(member => this.#member(member, member.id === session.member.id)));
  }

  #place(label, current, unread, open) {
    return h('li', {}, h('button', {
      type: 'button',
      class: unread ? 'place unread' : 'place',
      'data-key': label,
      'aria-current': current ? 'page' : null,
      onClick: open,
    }, h('span', { class: 'place-name' }, label), unread && h('span', { class: 'visually-hidden' }, ' (new messages)')));
  }

  #member(member, current) {
    const url = new URL(location.href);
    url.searchParams.set('member', member.name);
    return h('li', { class: 'person' },
      h('button', {
        type: 'button',
        class: 'place',
        'data-key': member.id,
        'aria-current': current ? 'true' : null,
        title: current ? `You are ${member.name}` : `Become ${member.name}`,
        onClick: () => this.#wiring.become(member),
      },
        avatar(member.id, member.name),
        h('span', { class: 'place-name' }, member.name),
        member.teacher && h('span', { class: 'role' }, 'Teacher')),
      h('a', {
        class: 'window-link', href: url.href, target: '_blank', rel: 'noopener',
        title: 'Open in a window of its own', 'aria-label': `Open ${member.name} in a window of its own`,
      }, '↗'));
  }
}

/** Replaces a list and leaves the focus on the entry that had it. */
function redraw(list, items) {
  const key = list.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  list.replaceChildren(...items);
  if (key !== undefined) [...list.querySelectorAll('[data-key]')].find(element => element.dataset.key === key)?.focus();
}
