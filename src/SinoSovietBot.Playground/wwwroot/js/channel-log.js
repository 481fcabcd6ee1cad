import { compareIds } from './snowflake.js';

const ephemeral = 64;
const mostKept = 600;

export const isEphemeral = message => ((message.flags ?? 0) & ephemeral) !== 0;

/** The messages of one channel as one member knows them, oldest first. */
export class ChannelLog {
  #messages = new Map();

  loaded = false;

  /** False as long as the server may hold older messages than those here. */
  complete = false;

  get messages() {
    return [...this.#messages.values()].sort((a, b) => compareIds(a.id, b.id));
  }

  get(id) {
    return this.#messages.get(id);
  }

  /** Adds or changes a message; returns it whole. */
  put(message) {
    const whole = { ...this.#messages.get(message.id), ...message };
    this.#messages.set(message.id, whole);
    if (this.#messages.size > mostKept) this.#dropOldest();
    return whole;
  }

  remove(id) {
    return this.#messages.delete(id);
  }

  /**
   * Takes over the newest page of history. What lies inside the page's span and is not in it was deleted while nobody listened,
   * save what only this member can see (history never holds that) and what arrived while the page was on its way.
   * @param {Set<string>} askedWith the ids that were here when the page was asked for
   */
  replaceNewest(page, pageSize, askedWith) {
    const inPage = new Set(page.map(message => message.id));
    const oldest = page.map(message => message.id).sort(compareIds)[0];
    for (const message of this.messages) {
      const covered = page.length < pageSize || compareIds(message.id, oldest) >= 0;
      const gone = covered && askedWith.has(message.id) && !inPage.has(message.id);
      if (gone && !isEphemeral(message)) this.#messages.delete(message.id);
    }
    if (!this.loaded || page.length < pageSize) this.complete = page.length < pageSize;
    this.loaded = true;
    for (const message of page) {
      const known = this.#messages.get(message.id);
      if ((known?.edited_timestamp ?? '') <= (message.edited_timestamp ?? '')) this.put(message);
    }
  }

  /** Takes over an older page; false when it held nothing new. */
  addOlder(page, pageSize) {
    const before = this.#messages.size;
    page.forEach(message => this.#messages.set(message.id, message));
    this.complete = page.length < pageSize || this.#messages.size === before;
    return this.#messages.size > before;
  }

  get oldestId() {
    return this.messages.find(message => !isEphemeral(message))?.id ?? null;
  }

  #dropOldest() {
    const [oldest] = this.messages;
    this.#messages.delete(oldest.id);
    this.complete = false;
  }
}
