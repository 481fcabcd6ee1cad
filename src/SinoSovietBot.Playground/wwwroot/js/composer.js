import { ApiError } from './api.js';
import { CommandForm } from './command-form.js';
import { matching, runnable } from './commands.js';
import { Suggestions } from './suggestions.js';

const tallest = 160;

/** The input at the bottom: plain text, or a command with its options. */
export class Composer {
  #elements;
  #suggestions;
  #target = null;
  #form = null;
  #busy = false;
  #onFailure;

  /**
   * @param {{form: HTMLFormElement, text: HTMLTextAreaElement, send: HTMLButtonElement, slash: HTMLButtonElement,
   *   command: HTMLElement, panel: HTMLElement, error: HTMLElement}} elements
   * @param {(commandName: string) => void} onFailure a command got no answer
   */
  constructor(elements, onFailure) {
    this.#elements = elements;
    this.#onFailure = onFailure;
    this.#suggestions = new Suggestions(elements.panel);
    const { form, text, slash } = elements;
    this.#suggestions.attach(text);
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.#submit();
    });
    text.addEventListener('input', () => this.#typed());
    text.addEventListener('keydown', event => this.#key(event));
    text.addEventListener('blur', () => this.#suggestions.hide());
    text.addEventListener('focus', () => this.#typed());
    slash.addEventListener('click', () => this.write('/'));
  }

  /** @param {{session: object, channelId: string, channelName: string, direct: boolean, world: object}} target */
  setTarget(target) {
    this.#target = target;
    this.#closeForm();
    this.#say('');
    const label = `Message ${target.channelName} as ${target.session.member.name}`;
    this.#elements.text.placeholder = `${label}, or type / for a command`;
    this.#elements.text.setAttribute('aria-label', label);
  }

  /** Puts a text in, as if it had been typed. */
  write(text) {
    this.#closeForm();
    this.#elements.text.value = text;
    this.#elements.text.focus();
    this.#typed();
  }

  /** Chooses a command by its whole name; falls back to writing it. */
  async chooseByName(name) {
    const { session } = this.#target;
    await this.#guarded(() => session.commands());
    const entry = this.#entries().find(candidate => candidate.name === name);
    if (entry) this.#choose(entry);
    else this.write(`/${name}`);
  }

  focus() {
    if (this.#form) this.#form.focus();
    else this.#elements.text.focus();
  }

  #entries() {
    return runnable(this.#target.session.knownCommands, this.#target.direct);
  }

  #typed() {
    this.#grow();
    this.#say('');
    if (!this.#elements.text.value.startsWith('/')) {
      this.#suggestions.hide();
      return;
    }
    this.#list(this.#target.session.knownCommands.length === 0 ? 'Loading commands…' : null);
    this.#refreshCommands();
  }

  async #refreshCommands() {
    const { session } = this.#target;
    const before = session.knownCommands;
    await this.#guarded(() => session.commands());
    const stillAsking = this.#form === null && this.#elements.text.value.startsWith('/') && document.activeElement === this.#elements.text;
    if (session === this.#target.session && stillAsking && session.knownCommands !== before) this.#list();
  }

  #list(note = null) {
    const { text } = this.#elements;
    const found = matching(this.#entries(), text.value.slice(1));
    const items = found.map(entry => ({ label: `/${entry.name}`, description: entry.description }));
    const nothing = note ?? `No command begins with “${text.value.trim()}”.`;
    this.#suggestions.show(text, 'Commands', items, nothing, index => this.#choose(found[index]));
  }

  #choose(entry) {
    const { session, channelId, world } = this.#target;
    this.#suggestions.hide();
    this.#form = new CommandForm(entry, {
      suggestions: this.#suggestions,
      world,
      suggest: data => this.#suggest(session, channelId, data),
      cancel: () => this.write(''),
    });
    const { command, text } = this.#elements;
    text.value = '';
    command.replaceChildren(this.#form.element);
    this.#elements.form.classList.add('commanding');
    this.#say('');
    this.#form.focus();
  }

  async #suggest(session, channelId, data) {
    try {
      return await session.suggest(channelId, data);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return null;
    }
  }

  #closeForm() {
    this.#suggestions.hide();
    this.#form = null;
    this.#elements.command.replaceChildren();
    this.#elements.form.classList.remove('commanding');
    this.#grow();
  }

  async #submit() {
    if (this.#busy) return;
    this.#busy = true;
    this.#elements.form.setAttribute('aria-busy', 'true');
    try {
      await this.#guarded(() => this.#form ? this.#run(this.#form) : this.#post());
    } finally {
      this.#busy = false;
      this.#elements.form.removeAttribute('aria-busy');
    }
  }

  async #post() {
    const { text } = this.#elements;
    const content = text.value.trim();
    if (content === '') return;
    if (/^\/[a-z]/.test(content)) {
      // Enter may come before the first list of commands has.
      await this.#target.session.commands();
      const entry = this.#entries().find(candidate => `/${candidate.name}` === content);
      if (entry) this.#choose(entry);
      else this.#say(`There is no command ${content.split(' ', 1)[0]}. Type / to see the list.`);
      return;
    }
    await this.#target.session.post(this.#target.channelId, content);
    text.value = '';
    this.#grow();
  }

  async #run(form) {
    const { problem } = form;
    if (problem !== null) {
      this.#say(problem);
      return;
    }
    this.#suggestions.hide();
    this.#say('');
    const { session, channelId } = this.#target;
    const { data, file } = form;
    const { ok } = await session.runCommand(channelId, data, file);
    // Somebody who went elsewhere meanwhile keeps what is in the input there.
    if (this.#form === form) {
      const hadFocus = form.element.contains(document.activeElement);
      this.#closeForm();
      if (hadFocus) this.#elements.text.focus();
    }
    if (!ok) this.#onFailure(data.name);
  }

  async #guarded(action) {
    try {
      await action();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#say(error.message);
    }
  }

  #key(event) {
    if (this.#suggestions.key(event)) return;
    if (event.key === 'Escape') {
      this.#suggestions.hide();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#elements.form.requestSubmit();
    }
  }

  #grow() {
    const { text } = this.#elements;
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight, tallest)}px`;
  }

  #say(problem) {
    this.#elements.error.textContent = problem;
  }
}
