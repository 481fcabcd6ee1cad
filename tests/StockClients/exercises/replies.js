import assert from 'node:assert/strict';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, EmbedBuilder, MessageFlags } from 'discord.js';

const embed = new EmbedBuilder()
  .setTitle('Question 6')
  .setDescription('When was the Treaty of Friendship signed?')
  .setColor(0xb22222)
  .addFields({ name: 'Deck', value: 'Sino-Soviet relations', inline: true })
  .setFooter({ text: '20 seconds' })
  .setTimestamp(0);

const rows = Array.from({ length: 5 }, (_, row) => new ActionRowBuilder().addComponents(
  Array.from({ length: 5 }, (_, column) => new ButtonBuilder()
    .setCustomId(`answer:${row}:${column}`)
    .setLabel(`${1950 + row * 5 + column}`)
    .setStyle(ButtonStyle.Secondary))));

export const replies = {
  'a command is answered with an embed and five rows of buttons': async stage => {
    const interaction = await stage.run('everything', []);
    await interaction.reply({ content: 'Here it is', embeds: [embed], components: rows });
    const shown = await stage.reply(interaction);
    await stage.success(interaction);
    assert.equal(shown.embeds[0].title, 'Question 6');
    assert.equal(shown.embeds[0].fields[0].value, 'Sino-Soviet relations');
    assert.equal(shown.components.flatMap(row => row.components).length, 25);
  },

  'a reply with its response brings the message': async stage => {
    const interaction = await stage.run('everything', []);
    const response = await interaction.reply({ content: 'With response', withResponse: true });
    const { message } = response.resource;
    assert.equal(response.interaction.responseMessageId, message.id);
    assert.equal(response.interaction.responseMessageEphemeral, false);
    assert.equal(message.content, 'With response');
    assert.equal(message.interactionMetadata.id, interaction.id);
    assert.equal(message.author.id, stage.world.bot.id);
    assert.equal((await stage.reply(interaction)).id, message.id);
  },

  'a reply is fetched, edited and deleted': async stage => {
    const interaction = await stage.run('everything', []);
    await interaction.reply('First');
    const message = await interaction.fetchReply();
    assert.equal(message.content, 'First');
    assert.equal((await interaction.editReply('Second')).content, 'Second');
    assert.equal((await stage.edited(message.id)).content, 'Second');
    const gone = stage.presser.event('MESSAGE_DELETE', deleted => deleted.id === message.id);
    await interaction.deleteReply();
    await gone;
    await assert.rejects(interaction.fetchReply(), { code: 10008 });
  },

  'a private reply is its reader\'s alone': async stage => {
    const interaction = await stage.run('everything', []);
    await interaction.reply({ content: 'For your eyes', flags: MessageFlags.Ephemeral });
    const shown = await stage.reply(interaction);
    assert.ok(shown.flags & MessageFlags.Ephemeral);
    // What the onlooker sees comes in order, so the next public message proves that the private one was not among them.
    const next = await stage.channel.send('For everybody');
    await stage.onlooker.event('MESSAGE_CREATE', message => message.id === next.id);
    assert.ok(!stage.onlooker.hasEvent('MESSAGE_CREATE', message => message.id === shown.id));
  },

  'a deferred reply is filled in later': async stage => {
    const interaction = await stage.run('everything', []);
    await interaction.deferReply();
    const loading = await stage.reply(interaction);
    assert.ok(loading.flags & MessageFlags.Loading);
    await interaction.editReply({ content: 'Done', embeds: [embed] });
    const done = await stage.edited(loading.id);
    assert.equal(done.content, 'Done');
    assert.ok(!(done.flags & MessageFlags.Loading));
  },

  'a private deferred reply stays private': async stage => {
    const interaction = await stage.run('everything', []);
    const response = await interaction.deferReply({ flags: MessageFlags.Ephemeral, withResponse: true });
    assert.equal(response.interaction.responseMessageLoading, true);
    assert.equal(response.interaction.responseMessageEphemeral, true);
    const message = await interaction.editReply('Only you');
    assert.ok(message.flags.has(MessageFlags.Ephemeral));
    assert.equal((await stage.edited(message.id)).content, 'Only you');
  },

  'follow-ups come after the reply, private ones too, and can be edited and deleted': async stage => {
    const interaction = await stage.run('everything', []);
    await interaction.reply('Reply');
    const open = await interaction.followUp('To all');
    assert.equal((await stage.seen(open.id)).content, 'To all');
    const hidden = await interaction.followUp({ content: 'To one', flags: MessageFlags.Ephemeral });
    assert.ok((await stage.seen(hidden.id)).flags & MessageFlags.Ephemeral);
    await interaction.editReply({ message: open, content: 'To everybody' });
    assert.equal((await stage.edited(open.id)).content, 'To everybody');
    await interaction.deleteReply(hidden);
    await stage.presser.event('MESSAGE_DELETE', deleted => deleted.id === hidden.id);
  },
};
