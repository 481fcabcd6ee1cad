import { Bot } from './bot.js';
import { Member } from './member.js';
import { Playground } from './playground.js';

/** Both sides of the line: discord.js as the bot, and members who press and type. */
export class Stage {
  constructor(playground, bot, [presser, onlooker]) {
    this.playground = playground;
    this.world = playground.world;
    this.bot = bot;
    this.presser = presser;
    this.onlooker = onlooker;
    this.place = { guild_id: this.world.guild_id, channel_id: this.world.channels[0].id };
  }

  static async open(address, onTrouble) {
    const playground = await Playground.open(address);
    const { WebSocket } = await import('ws');
    const students = playground.world.members.filter(member => !member.teacher).slice(0, 2);
    const members = await Promise.all(students.map(student => Member.logIn(playground, student, WebSocket)));
    return new Stage(playground, new Bot(playground, onTrouble), members);
  }

  async close() {
    await this.bot.logOut();
    this.presser.logOut();
    this.onlooker.logOut();
  }

  /** The channel in which the bot has every right. */
  get channel() {
    return this.bot.client.channels.cache.get(this.place.channel_id);
  }

  /** A registered command, as the member's client knows it. */
  async command(name) {
    const index = await this.presser.get(`/guilds/${this.place.guild_id}/application-command-index`);
    return index.application_commands.find(command => command.name === name) ?? fail(`the member is not offered the command ${name}`);
  }

  /** The member uses a command; gives the bot's interaction. */
  async run(name, options, files) {
    return this.bot.interaction(await this.presser.run(this.place, await this.command(name), options, files));
  }

  async type(name, options) {
    return this.bot.interaction(await this.presser.type(this.place, await this.command(name), options));
  }

  async press(message, customId) {
    return this.bot.interaction(await this.presser.press(message, customId));
  }

  async choose(message, customId, values, componentType) {
    return this.bot.interaction(await this.presser.choose(message, customId, values, componentType));
  }

  async submit(form, entries) {
    return this.bot.interaction(await this.presser.submit(form, entries));
  }

  /** The bot posts a message; gives it as the member sees it. */
  async post(message) {
    const { id } = await this.channel.send(message);
    return this.seen(id);
  }

  /** A message as it reaches the member. */
  seen(id) {
    return this.presser.event('MESSAGE_CREATE', message => message.id === id);
  }

  /** A message's next edit, as it reaches the member. */
  edited(id) {
    return this.presser.event('MESSAGE_UPDATE', message => message.id === id);
  }

  /** The reply to an interaction, as it reaches the member. */
  reply(interaction) {
    return this.presser.event('MESSAGE_CREATE', message => message.interaction_metadata?.id === interaction.id);
  }

  /** The form that an interaction opened at the member. */
  form(interaction) {
    return this.presser.event('INTERACTION_MODAL_CREATE', form => form.id === interaction.id);
  }

  /** The member's client has been told that the interaction was answered. */
  success(interaction) {
    return this.presser.event('INTERACTION_SUCCESS', notice => notice.id === interaction.id);
  }
}

function fail(why) {
  throw new Error(why);
}
