import { isEphemeral } from './channel-log.js';
import { announce, h } from './dom.js';
import { MessageView } from './message-view.js';
import { compareIds } from './snowflake.js';
import { dayKey, dayName } from './timestamps.js';

const nearBottom = 48;
const groupedWithin = 7 * 60_000;

/** The middle of the page: one channel's messages, as the current member sees them. */
export class MessageList {
  #scroller;
  #list;
  #older;
  #latest;
  #views = new Map();
  #session = null;
  #channelId = null;
  #wiring = null;
  #stuck = true;
  #missed = 0;
  #notices = new Set();

  /** @param {{scroller: HTMLElement, list: HTMLElement, older: HTMLButtonElement, latest: HTMLButtonElement}} elements */
  constructor({ scroller, list, older, latest }) {
    this.#scroller = scroller;
    this.#list = list;
    this.#older = older;
    this.#latest = latest;
    scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    latest.addEventListener('click', () => this.scrollToEnd());
    older.addEventListener('click', () => this.#loadOlder());
    const observer = new ResizeObserver(() => this.#keepPlace());
    observer.observe(list);
    observer.observe(scroller);
  }

  /** Shows a channel from its end. @param {import('./message-view.js').MessageWiring} wiring */
  show(session, channelId, wiring) {
    this.#session = session;
    this.#channelId = channelId;
    this.#wiring = wiring;
    this.#views.clear();
    this.#notices.clear();
    this.#list.replaceChildren();
    this.refresh();
    this.scrollToEnd();
  }

  /** Draws what the log holds now; views of messages that stayed are kept. */
  refresh() {
    const log = this.#session.log(this.#channelId);
    const { messages } = log;
    const wanted = new Set(messages.map(message => message.id));
    for (const id of [...this.#views.keys()]) if (!wanted.has(id)) this.#drop(id);
    messages.forEach(message => this.#put(message));
    this.#arrange();
    this.#older.hidden = !log.loaded || log.complete;
    this.#keepPlace();
  }

  /** Takes over one change in the shown channel. */
  change(kind, message) {
    if (kind === 'delete') {
      this.#drop(message.id);
    } else {
      const view = this.#put(message);
      if (kind === 'create') this.#arrived(view);
    }
    this.#arrange();
    this.#keepPlace();
  }

  /** A line of the page itself at the end, such as a command on its way; returns a function that takes it away. */
  addNotice(...content) {
    const element = h('li', { class: 'notice' }, content);
    this.#notices.add(element);
    this.#list.append(element);
    this.scrollToEnd();
    return () => {
      this.#notices.delete(element);
      element.remove();
    };
  }

  scrollToEnd() {
    this.#stuck = true;
    this.#missed = 0;
    this.#keepPlace();
  }

  #put(message) {
    const known = this.#views.get(message.id);
    if (known !== undefined) {
      if (known.message !== message) known.update(message);
      return known;
    }
    const view = new MessageView(message, this.#wiring);
    this.#views.set(message.id, view);
    return view;
  }

  #drop(id) {
    this.#views.get(id)?.element.remove();
    this.#views.delete(id);
  }

  #arrived(view) {
    const mine = view.message.author?.id === this.#session.member.id;
    if (mine) this.#stuck = true;
    else announce(view.summary);
    if (!this.#stuck) this.#missed++;
  }

  /** Puts the messages in order, with days between them and without repeated names. */
  #arrange() {
    for (const line of this.#list.querySelectorAll(':scope > .day')) line.remove();
    const ordered = [...this.#views.values()].sort((a, b) => compareIds(a.message.id, b.message.id));
    let previous = null;
    let place = this.#list.firstElementChild;
    for (const view of ordered) {
      // Moving an element that already stands right would take the focus from a button in it.
      if (place === view.element) place = place.nextElementSibling;
      else this.#list.insertBefore(view.element, place);
      if (previous !== null && dayKey(previous.timestamp) !== dayKey(view.message.timestamp)) {
        this.#list.insertBefore(h('li', { class: 'day' }, h('span', {}, dayName(view.message.timestamp))), view.element);
      }
      view.element.classList.toggle('continued', continues(previous, view.message));
      previous = view.message;
    }
    this.#list.classList.toggle('empty', ordered.length === 0);
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    this.#stuck = scrollHeight - scrollTop - clientHeight < nearBottom;
    if (this.#stuck) this.#missed = 0;
    this.#showLatest();
  }

  #keepPlace() {
    if (this.#stuck) this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#showLatest();
  }

  #showLatest() {
    this.#latest.hidden = this.#stuck;
    const several = this.#missed === 1 ? '1 new message' : `${this.#missed} new messages`;
    this.#latest.textContent = this.#missed === 0 ? '↓ To the latest message' : `↓ ${several}`;
  }

  async #loadOlder() {
    this.#older.disabled = true;
    const fromEnd = this.#scroller.scrollHeight - this.#scroller.scrollTop;
    try {
      await this.#wiring.loadOlder();
      this.#scroller.scrollTop = this.#scroller.scrollHeight - fromEnd;
    } finally {
      this.#older.disabled = false;
    }
  }
}

function continues(previous, message) {
  if (previous === null || previous.author?.id !== message.author?.id) return false;
  if (isEphemeral(previous) !== isEphemeral(message)) return false;
  if (message.interaction || message.interaction_metadata?.type === 2) return false;
  const gap = Date.parse(message.timestamp) - Date.parse(previous.timestamp);
  return gap < groupedWithin && dayKey(previous.timestamp) === dayKey(message.timestamp);
}
