import assert from 'node:assert/strict';
import {
  ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType, PermissionFlagsBits, SlashCommandBuilder,
} from 'discord.js';

const quiz = new SlashCommandBuilder()
  .setName('quiz')
  .setDescription('Runs a quiz')
  .addStringOption(option => option.setName('deck').setDescription('Which deck').setRequired(true).setAutocomplete(true))
  .addIntegerOption(option => option.setName('questions').setDescription('How many').setMinValue(1).setMaxValue(20))
  .addStringOption(option => option.setName('mode').setDescription('How it is scored')
    .addChoices({ name: 'Accuracy', value: 'accuracy' }, { name: 'Speed', value: 'speed' }));

const everything = new SlashCommandBuilder()
  .setName('everything')
  .setDescription('Takes an option of every type')
  .addStringOption(option => option.setName('text').setDescription('A text').setMinLength(2).setMaxLength(30))
  .addIntegerOption(option => option.setName('whole').setDescription('A whole number'))
  .addNumberOption(option => option.setName('broken').setDescription('A number').setMinValue(0.5).setMaxValue(9.5))
  .addBooleanOption(option => option.setName('flag').setDescription('Yes or no'))
  .addUserOption(option => option.setName('who').setDescription('Somebody'))
  .addChannelOption(option => option.setName('where').setDescription('A channel'))
  .addRoleOption(option => option.setName('role').setDescription('A role'))
  .addMentionableOption(option => option.setName('whom').setDescription('Somebody or a role'))
  .addAttachmentOption(option => option.setName('file').setDescription('A file'));

const deck = new SlashCommandBuilder()
  .setName('deck')
  .setDescription('Decks')
  .addSubcommand(sub => sub.setName('info').setDescription('About a deck')
    .addStringOption(option => option.setName('id').setDescription('Its id').setRequired(true)))
  .addSubcommandGroup(group => group.setName('admin').setDescription('For teachers')
    .addSubcommand(sub => sub.setName('reload').setDescription('Reads the decks again')));

const report = new SlashCommandBuilder()
  .setName('report')
  .setDescription('For teachers alone')
  .setContexts(InteractionContextType.Guild)
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild);

const declared = [quiz, everything, deck, report];

/** A declaration as it is sent, with what Discord fills in. */
function registered(command) {
  return { nsfw: false, integration_types: [ApplicationIntegrationType.GuildInstall], ...JSON.parse(JSON.stringify(command)) };
}

export const commands = {
  'registers commands and reads them back': async ({ bot }) => {
    const manager = bot.client.application.commands;
    assert.equal((await manager.set(declared)).size, declared.length);
    const read = await manager.fetch({ withLocalizations: true });
    for (const command of declared)
      assert.ok(read.find(({ name }) => name === command.name).equals(registered(command), true), `${command.name} came back changed`);
    const [topic, questions, mode] = read.find(command => command.name === 'quiz').options;
    assert.equal(topic.type, ApplicationCommandOptionType.String);
    assert.ok(topic.required && topic.autocomplete);
    assert.deepEqual([questions.minValue, questions.maxValue], [1, 20]);
    assert.deepEqual(mode.choices.map(choice => choice.value), ['accuracy', 'speed']);
  },

  'registering the same again keeps ids and versions': async ({ bot }) => {
    const manager = bot.client.application.commands;
    const before = await manager.fetch();
    const after = await manager.set(declared);
    for (const command of after.values()) assert.equal(before.get(command.id)?.version, command.version);
  },

  'creates, edits and deletes a command of the server': async ({ bot, world }) => {
    const manager = bot.client.guilds.cache.get(world.guild_id).commands;
    const made = await manager.create({ name: 'passing', description: 'Stays for a moment' });
    assert.equal(made.guildId, world.guild_id);
    assert.equal((await made.edit({ description: 'Stays a little longer' })).description, 'Stays a little longer');
    assert.equal((await manager.fetch(made.id)).description, 'Stays a little longer');
    await made.delete();
    assert.equal((await manager.fetch()).size, 0);
  },

  'a student is not offered a command for teachers': async stage => {
    await assert.rejects(stage.command('report'), /not offered/);
  },
};
