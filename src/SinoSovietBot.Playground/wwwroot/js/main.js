import { addMember, ApiError, fetchWorld } from './api.js';
import { Composer } from './composer.js';
import { displayName, h } from './dom.js';
import { FormDialog } from './form-dialog.js';
import { MessageList } from './messages.js';
import { Session } from './session.js';
import { Sidebar } from './sidebar.js';
import { Welcome } from './welcome.js';

const directName = 'dm';
const element = id => document.getElementById(id);

/** The page: which member is played, which channel is open, and who tells whom. */
class Playground {
  #world;
  #sessions = new Map();
  #session = null;
  #channelId = null;
  #serverName = 'Playground';
  #botName = 'SinoSovietBot';
  #banner = element('banner');

  #names = {
    member: id => this.#world.members.find(member => member.id === id)?.name ?? (id === this.#world.bot.id ? this.#botName : null),
    channel: id => this.#world.channels.find(channel => channel.id === id)?.name ?? null,
    useCommand: name => this.#composer.chooseByName(name),
  };

  #messages = new MessageList({
    scroller: element('scroller'), list: element('messages'), older: element('older'), latest: element('latest'),
  });

  #sidebar = new Sidebar(
    { name: element('server-name'), channels: element('channels'), direct: element('direct'), members: element('members') },
    {
      openChannel: id => this.#openChannel(id),
      openDirect: () => this.#attempt(() => this.#openDirect()),
      become: member => this.#become(member),
    });

  #composer = new Composer({
    form: element('composer'), text: element('text'), send: element('send'), slash: element('slash'),
    command: element('command'), panel: element('suggestions'), error: element('composer-error'),
  }, name => this.#commandFailed(name));

  #dialog = new FormDialog(element('form-dialog'), this.#names);

  async start() {
    this.#wirePage();
    await this.#attempt(async () => {
      this.#world = await fetchWorld();
      const wanted = new URLSearchParams(location.search);
      const { members, channels } = this.#world;
      const member = byName(members, wanted.get('member')) ?? members.find(candidate => candidate.teacher) ?? members[0];
      if (!member) throw new ApiError(0, { message: 'The playground has no members yet. Add one with the button on the left.' });
      this.#channelId = byName(channels, wanted.get('channel'))?.id ?? channels[0]?.id ?? null;
      this.#become(member);
      if (wanted.get('channel') === directName) await this.#openDirect();
    });
  }

  #wirePage() {
    const welcome = new Welcome({ panel: element('welcome'), open: element('how-to'), close: element('welcome-close') });
    element('welcome-teacher').addEventListener('click', () => {
      const teacher = this.#world.members.find(member => member.teacher);
      if (teacher) this.#become(teacher);
    });
    element('welcome-quiz').addEventListener('click', () => this.#composer.chooseByName('quiz start'));
    element('menu').addEventListener('click', () => this.#drawer(!document.body.classList.contains('drawer-open')));
    element('you').addEventListener('click', () => this.#drawer(true));
    element('shade').addEventListener('click', () => this.#drawer(false));
    addEventListener('keydown', event => {
      if (event.key === 'Escape') this.#drawer(false);
    });
    this.#wireNewMember();
    // Another window may have added members meanwhile.
    addEventListener('focus', () => this.#refreshWorld());
    if (!welcome.open) element('text').focus();
  }

  #wireNewMember() {
    const dialog = element('member-dialog');
    const form = dialog.querySelector('form');
    const error = element('member-error');
    element('add-member').addEventListener('click', () => {
      form.reset();
      error.textContent = '';
      dialog.showModal();
    });
    element('member-cancel').addEventListener('click', () => dialog.close());
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const name = form.elements.name.value.trim();
      if (name === '') {
        error.textContent = 'A member needs a name.';
        return;
      }
      try {
        const member = await addMember(name, form.elements.teacher.checked);
        this.#world.members = [...this.#world.members.filter(other => other.id !== member.id), member];
        dialog.close();
        this.#become(member);
      } catch (failure) {
        if (!(failure instanceof ApiError)) throw failure;
        error.textContent = failure.message;
      }
    });
  }

  #become(member) {
    const wasDirect = this.#inDirect;
    if (!this.#sessions.has(member.id)) this.#sessions.set(member.id, this.#openSession(member));
    this.#session = this.#sessions.get(member.id);
    this.#drawer(false);
    if (wasDirect) {
      // Everybody has direct messages of their own.
      this.#channelId = this.#world.channels[0]?.id ?? null;
      this.#attempt(() => this.#openDirect());
    }
    this.#showChannel();
  }

  #openSession(member) {
    const session = new Session(this.#world, member);
    session.addEventListener('message', event => this.#messageChanged(session, event.detail));
    session.addEventListener('history', event => {
      if (session === this.#session && event.detail.channelId === this.#channelId) this.#messages.refresh();
    });
    session.addEventListener('form', event => this.#dialog.open(session, event.detail));
    session.addEventListener('status', () => this.#showStatus());
    session.addEventListener('guild', event => this.#guildChanged(event.detail));
    session.addEventListener('trouble', event => this.#say(event.detail.message));
    return session;
  }

  get #inDirect() {
    return this.#session !== null && this.#channelId !== null && this.#channelId === this.#session.directChannelId;
  }

  #openChannel(id) {
    this.#channelId = id;
    this.#drawer(false);
    this.#showChannel();
  }

  async #openDirect() {
    const session = this.#session;
    const id = await session.openDirect();
    if (session === this.#session) this.#openChannel(id);
  }

  #showChannel() {
    const session = this.#session;
    const channelId = this.#channelId;
    if (channelId === null) return;
    session.unread.delete(channelId);
    const channelName = this.#inDirect ? this.#botName : `#${this.#names.channel(channelId) ?? 'unknown'}`;
    element('channel-name').textContent = channelName;
    element('empty').textContent = this.#inDirect
      ? `Nothing here yet. Only ${session.member.name} and ${this.#botName} see these messages.`
      : 'Nothing here yet. Type / to see what the bot can do.';
    element('you-name').textContent = session.member.name;
    document.title = `${channelName} as ${session.member.name} · Playground`;
    this.#rememberPlace();
    this.#showSidebar();
    this.#showStatus();
    this.#composer.setTarget({ session, channelId, channelName, direct: this.#inDirect, world: this.#world });
    this.#messages.show(session, channelId, {
      names: this.#names,
      memberId: session.member.id,
      press: (message, data) => press(session, message, data),
      dismiss: message => session.dismiss(channelId, message.id),
      loadOlder: () => this.#attempt(() => session.loadOlder(channelId)),
    });
    if (!session.log(channelId).loaded) this.#attempt(() => session.load(channelId));
  }

  #showSidebar() {
    this.#sidebar.show({
      world: this.#world,
      serverName: this.#serverName,
      botName: this.#botName,
      session: this.#session,
      channelId: this.#channelId,
    });
  }

  #rememberPlace() {
    const url = new URL(location.href);
    url.searchParams.set('member', this.#session.member.name);
    url.searchParams.set('channel', this.#inDirect ? directName : this.#names.channel(this.#channelId) ?? '');
    history.replaceState(null, '', url);
  }

  #messageChanged(session, { kind, channelId, message }) {
    if (message.author?.id === this.#world.bot.id) this.#botName = displayName(message.author);
    if (session === this.#session && channelId === this.#channelId) {
      this.#messages.change(kind, message);
    } else if (kind === 'create' && message.author?.id !== session.member.id) {
      const alreadyMarked = session.unread.has(channelId);
      session.unread.add(channelId);
      if (session === this.#session && !alreadyMarked) this.#showSidebar();
    }
  }

  #guildChanged({ name, data }) {
    if (name === 'GUILD_CREATE' && data.id === this.#world.guild_id) {
      this.#serverName = data.name ?? this.#serverName;
      this.#showSidebar();
      return;
    }
    this.#refreshWorld();
  }

  async #refreshWorld() {
    await this.#attempt(async () => {
      const world = await fetchWorld();
      // The sessions hold this very object.
      Object.assign(this.#world, world);
      this.#showSidebar();
    });
  }

  #commandFailed(name) {
    const remove = this.#messages.addNotice(
      h('span', { class: 'failure' }, `/${name}: the application did not respond. `),
      h('button', { type: 'button', class: 'link-button', onClick: () => remove() }, 'Dismiss'));
  }

  #showStatus() {
    const texts = {
      connecting: 'Connecting…',
      refused: `${this.#session.member.name} is no longer known here. Choose somebody else, or reload the page.`,
    };
    this.#say(texts[this.#session.status] ?? '');
  }

  #say(text) {
    this.#banner.textContent = text;
    this.#banner.hidden = text === '';
  }

  #drawer(open) {
    document.body.classList.toggle('drawer-open', open);
    element('menu').setAttribute('aria-expanded', String(open));
    if (open) element('members').querySelector('[aria-current]')?.focus();
  }

  async #attempt(action) {
    try {
      await action();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#say(error.message);
    }
  }
}

async function press(session, message, data) {
  try {
    return await session.press(message, data);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { ok: false, reason: error.message };
  }
}

function byName(list, name) {
  const wanted = name?.toLowerCase().replace(/^#/, '');
  return wanted ? list.find(item => item.name.toLowerCase() === wanted || item.id === wanted) : undefined;
}

new Playground().start();
