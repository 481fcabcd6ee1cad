import assert from 'node:assert/strict';
import { ApplicationCommandOptionType as Type, MessageFlags } from 'discord.js';

const bytes = Buffer.from('year,event\n1950,Treaty of Friendship\n');

export const options = {
  'a command brings its options, whatever their type': async stage => {
    const { world, presser, onlooker } = stage;
    const interaction = await stage.run('everything', [
      { name: 'text', type: Type.String, value: 'Damansky' },
      { name: 'whole', type: Type.Integer, value: 7 },
      { name: 'broken', type: Type.Number, value: 2.5 },
      { name: 'flag', type: Type.Boolean, value: true },
      { name: 'who', type: Type.User, value: onlooker.id },
      { name: 'where', type: Type.Channel, value: world.channels[1].id },
      { name: 'role', type: Type.Role, value: world.guild_id },
      { name: 'whom', type: Type.Mentionable, value: presser.id },
      { name: 'file', type: Type.Attachment, value: 0 },
    ], [{ name: 'deck.csv', bytes }]);
    const given = interaction.options;
    assert.equal(given.getString('text'), 'Damansky');
    assert.equal(given.getInteger('whole'), 7);
    assert.equal(given.getNumber('broken'), 2.5);
    assert.equal(given.getBoolean('flag'), true);
    assert.equal(given.getUser('who').id, onlooker.id);
    assert.equal(given.getMember('who').displayName, onlooker.name);
    assert.equal(given.getChannel('where').name, world.channels[1].name);
    assert.equal(given.getRole('role').id, world.guild_id);
    assert.equal(given.getMentionable('whom').id, presser.id);
    const file = given.getAttachment('file');
    assert.deepEqual([file.name, file.size], ['deck.csv', bytes.length]);
    assert.deepEqual(Buffer.from(await (await fetch(file.url)).arrayBuffer()), bytes);
    await interaction.reply({ content: 'Got it all', flags: MessageFlags.Ephemeral });
    await stage.success(interaction);
  },

  'an interaction says who, where and in which language': async stage => {
    const interaction = await stage.run('everything', []);
    assert.equal(interaction.user.id, stage.presser.id);
    assert.equal(interaction.member.displayName, stage.presser.name);
    assert.equal(interaction.guild.id, stage.place.guild_id);
    assert.equal(interaction.channel.id, stage.place.channel_id);
    assert.ok(interaction.inCachedGuild());
    assert.ok(interaction.locale && interaction.guildLocale);
    assert.ok(interaction.appPermissions.has('SendMessages'));
    assert.ok(!interaction.memberPermissions.has('ManageGuild'));
    assert.equal(interaction.authorizingIntegrationOwners[0], stage.place.guild_id);
    assert.ok(Math.abs(Date.now() - interaction.createdTimestamp) < 60_000, 'its id is not from now');
    await interaction.reply({ content: 'Seen', flags: MessageFlags.Ephemeral });
  },

  'subcommands and groups are told apart': async stage => {
    const plain = await stage.run('deck', [{ name: 'info', type: Type.Subcommand, options: [{ name: 'id', type: Type.String, value: 'x' }] }]);
    assert.equal(plain.options.getSubcommand(), 'info');
    assert.equal(plain.options.getSubcommandGroup(), null);
    assert.equal(plain.options.getString('id'), 'x');
    await plain.reply('One deck');
    const inGroup = await stage.run('deck', [{ name: 'admin', type: Type.SubcommandGroup, options: [{ name: 'reload', type: Type.Subcommand }] }]);
    assert.equal(inGroup.options.getSubcommandGroup(), 'admin');
    assert.equal(inGroup.options.getSubcommand(), 'reload');
    await inGroup.reply('Read');
  },

  'suggestions appear while somebody is typing': async stage => {
    const interaction = await stage.type('quiz', [{ name: 'deck', type: Type.String, value: 'sino', focused: true }]);
    assert.ok(interaction.isAutocomplete());
    assert.deepEqual([interaction.options.getFocused(true).name, interaction.options.getFocused()], ['deck', 'sino']);
    const choices = [{ name: 'Sino-Soviet relations', value: 'sino-soviet-relations' }];
    const shown = stage.presser.event('APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE');
    await interaction.respond(choices);
    assert.deepEqual((await shown).choices, choices);
  },

  'an option beyond its declared limit never reaches the bot': async stage => {
    const tooMany = [{ name: 'deck', type: Type.String, value: 'x' }, { name: 'questions', type: Type.Integer, value: 21 }];
    await assert.rejects(stage.run('quiz', tooMany), /50035/);
  },
};
