import { once } from 'node:events';
import { Client, Events, GatewayIntentBits } from 'discord.js';
import { heard, Inbox, PATIENCE_MS } from './inbox.js';

/** discord.js as a bot, untouched: only the API's address is another one. */
export class Bot {
  #interactions = new Inbox();
  #messages = new Inbox();

  constructor(playground, onTrouble) {
    this.token = playground.world.bot.token;
    this.client = new Client({
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
      // discord.js appends the version itself.
      rest: { api: playground.world.api.replace(/\/v10$/, '') },
    });
    this.client.on(Events.InteractionCreate, interaction => this.#interactions.put(interaction));
    this.client.on(Events.MessageCreate, message => this.#messages.put(message));
    for (const name of [Events.Error, Events.ShardError, Events.ShardDisconnect, Events.Invalidated, Events.Warn])
      this.client.on(name, problem => onTrouble(name, problem));
  }

  async logIn() {
    const ready = this.next(Events.ClientReady);
    await this.client.login(this.token);
    await ready;
  }

  logOut() {
    return this.client.destroy();
  }

  /** The interaction with an id, once the bot has been told of it. */
  interaction(id) {
    return this.#interactions.take(`interaction ${id} at the bot`, interaction => interaction.id === id);
  }

  /** A message, once the bot has been told of it. */
  message(id) {
    return this.#messages.take(`message ${id} at the bot`, message => message.id === id);
  }

  /** The next time from now on that the client raises an event: what it comes with. */
  next(name) {
    const raised = once(this.client, name, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(error => {
      throw new Error(`waited ${PATIENCE_MS / 1000} s in vain for ${name} at the bot`, { cause: error });
    });
    return heard(raised);
  }
}
