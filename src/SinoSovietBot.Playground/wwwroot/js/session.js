import { Api } from './api.js';
import { ChannelLog } from './channel-log.js';
import { Gateway } from './gateway.js';
import { newNonce } from './snowflake.js';

const interactionType = { command: 2, component: 3, autocomplete: 4, form: 5 };
const pageSize = 50;

// Discord gives up after three seconds; this is for an outcome lost together with the connection.
const outcomeLost = 10_000;

const commandsStayFresh = 5_000;

/**
 * One member's place in the server: the connection, what the member has seen, and the interactions under way.
 * A session stays open while the window plays somebody else, so that private replies are still there afterwards.
 *
 * Events: `message` {kind: 'create' | 'update' | 'delete', channelId, message}, `history` {channelId}, `form` (a dialogue to fill in),
 * `status`, `guild` (a changed list of members or channels), `trouble` (an error with nobody waiting for it).
 */
export class Session extends EventTarget {
  #world;
  #gateway;
  #logs = new Map();
  #pending = new Map();
  #commands = { at: -Infinity, list: [] };
  #direct = null;

  status = 'connecting';
  unread = new Set();

  constructor(world, member) {
    super();
    this.#world = world;
    this.member = member;
    this.api = new Api(new URL(world.api).pathname, member.token);
    this.#gateway = new Gateway(gatewayAddress(world.gateway), member.token);
    this.#gateway.addEventListener('dispatch', event => this.#receive(event.detail.name, event.detail.data));
    this.#gateway.addEventListener('status', event => {
      this.status = event.detail;
      this.#tell('status');
    });
    this.#gateway.open();
  }

  log(channelId) {
    if (!this.#logs.has(channelId)) this.#logs.set(channelId, new ChannelLog());
    return this.#logs.get(channelId);
  }

  /** The channel of the direct messages with the bot; null until it was opened. */
  get directChannelId() {
    return this.#direct;
  }

  async openDirect() {
    this.#direct ??= (await this.api.post('/users/@me/channels', { recipient_id: this.#world.bot.id })).id;
    return this.#direct;
  }

  async load(channelId) {
    const log = this.log(channelId);
    const askedWith = new Set(log.messages.map(message => message.id));
    const page = await this.api.get(`/channels/${channelId}/messages?limit=${pageSize}`);
    log.replaceNewest(page, pageSize, askedWith);
    this.#tell('history', { channelId });
  }

  async loadOlder(channelId) {
    const log = this.log(channelId);
    const page = await this.api.get(`/channels/${channelId}/messages?limit=${pageSize}&before=${log.oldestId}`);
    log.addOlder(page, pageSize);
    this.#tell('history', { channelId });
  }

  async post(channelId, content) {
    const message = await this.api.post(`/channels/${channelId}/messages`, { content, nonce: newNonce() });
    this.#put('create', message);
  }

  dismiss(channelId, messageId) {
    this.#remove(channelId, messageId);
  }

  /** The commands this member may use; asked anew when the last answer is some seconds old. */
  async commands() {
    if (performance.now() - this.#commands.at > commandsStayFresh) {
      const index = await this.api.get(`/guilds/${this.#world.guild_id}/application-command-index`);
      this.#commands = { at: performance.now(), list: index.application_commands };
    }
    return this.#commands.list;
  }

  get knownCommands() {
    return this.#commands.list;
  }

  runCommand(channelId, data, file = null) {
    return this.#interact(interactionType.command, channelId, data, {}, file);
  }

  press(message, data) {
    return this.#interact(interactionType.component, message.channel_id, data, {
      message_id: message.id,
      message_flags: message.flags ?? 0,
    });
  }

  submitForm(channelId, data) {
    return this.#interact(interactionType.form, channelId, data);
  }

  /** Asks the bot for suggestions; null when it failed to give any. */
  async suggest(channelId, data) {
    const outcome = await this.#interact(interactionType.autocomplete, channelId, data);
    return outcome.choices ?? null;
  }

  /** @returns {Promise<{ok: boolean, choices?: Array}>}; throws {@link ApiError} when the request itself was refused */
  async #interact(type, channelId, data, extra = {}, file = null) {
    const nonce = newNonce();
    const outcome = new Promise(resolve => {
      const timer = setTimeout(() => this.#settle(nonce, { ok: false }), outcomeLost);
      this.#pending.set(nonce, { resolve, timer });
    });
    const inServer = channelId !== this.#direct;
    try {
      await this.api.post('/interactions', {
        type,
        application_id: this.#world.application_id,
        ...(inServer ? { guild_id: this.#world.guild_id } : {}),
        channel_id: channelId,
        session_id: this.#gateway.sessionId ?? '',
        nonce,
        data,
        ...extra,
      }, file);
    } catch (error) {
      this.#settle(nonce, { ok: false });
      throw error;
    }
    return outcome;
  }

  #settle(nonce, outcome) {
    const waiting = this.#pending.get(nonce);
    if (waiting === undefined) return false;
    clearTimeout(waiting.timer);
    this.#pending.delete(nonce);
    waiting.resolve(outcome);
    return true;
  }

  #receive(name, data) {
    switch (name) {
      case 'READY':
        // A new session: whatever happened before it was not replayed.
        for (const [channelId, log] of this.#logs) if (log.loaded) this.#reload(channelId);
        break;
      case 'MESSAGE_CREATE':
        this.#put('create', data);
        break;
      case 'MESSAGE_UPDATE':
        this.#put('update', data);
        break;
      case 'MESSAGE_DELETE':
        this.#remove(data.channel_id, data.id);
        break;
      case 'INTERACTION_SUCCESS':
        this.#settle(data.nonce, { ok: true });
        break;
      case 'INTERACTION_FAILURE':
        this.#settle(data.nonce, { ok: false });
        break;
      case 'INTERACTION_MODAL_CREATE':
        // The same member may be open in a second window: only the one that pressed shows the dialogue.
        if (this.#settle(data.nonce, { ok: true })) this.#tell('form', data);
        break;
      case 'APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE':
        this.#settle(data.nonce, { ok: true, choices: data.choices ?? [] });
        break;
      case 'GUILD_CREATE':
      case 'GUILD_MEMBER_ADD':
      case 'GUILD_MEMBER_REMOVE':
      case 'CHANNEL_CREATE':
      case 'CHANNEL_DELETE':
        this.#tell('guild', { name, data });
        break;
    }
  }

  #reload(channelId) {
    this.load(channelId).catch(error => this.#tell('trouble', error));
  }

  #put(kind, message) {
    if (!message.guild_id && message.author?.id === this.#world.bot.id && !this.#isServerChannel(message.channel_id)) {
      this.#direct ??= message.channel_id;
    }
    const log = this.log(message.channel_id);
    const known = log.get(message.id) !== undefined;
    // An edit of something older than the history at hand would otherwise appear in its middle with holes around it.
    if (kind === 'update' && !known) return;
    const whole = log.put(message);
    this.#tell('message', { kind: known ? 'update' : 'create', channelId: message.channel_id, message: whole });
  }

  #remove(channelId, id) {
    if (this.log(channelId).remove(id)) this.#tell('message', { kind: 'delete', channelId, message: { id } });
  }

  #isServerChannel(channelId) {
    return this.#world.channels.some(channel => channel.id === channelId);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** The gateway under the name by which this page was opened, so that the server sees its own origin. */
function gatewayAddress(given) {
  const url = new URL(given);
  url.hostname = location.hostname;
  return url.href.replace(/\/$/, '');
}
