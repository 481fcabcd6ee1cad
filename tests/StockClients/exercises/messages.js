import assert from 'node:assert/strict';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, MessageFlags } from 'discord.js';

export const messages = {
  'a message is sent, edited and deleted': async stage => {
    const message = await stage.channel.send('Question 1');
    assert.equal((await stage.seen(message.id)).content, 'Question 1');
    const heard = await stage.bot.message(message.id);
    assert.equal(heard.content, 'Question 1');
    assert.equal((await message.edit('Question 1, answered')).content, 'Question 1, answered');
    assert.ok((await stage.edited(message.id)).edited_timestamp);
    await message.delete();
    await stage.presser.event('MESSAGE_DELETE', deleted => deleted.id === message.id);
    await assert.rejects(stage.channel.messages.fetch({ message: message.id, force: true }), { code: 10008 });
  },

  'a nonce that is enforced makes one message of two': async stage => {
    const once = { content: 'Only once', nonce: `${Date.now()}`, enforceNonce: true };
    const first = await stage.channel.send(once);
    const second = await stage.channel.send(once);
    assert.equal(second.id, first.id);
    assert.equal(second.nonce, once.nonce);
    const recent = await stage.channel.messages.fetch({ limit: 10 });
    assert.equal(recent.filter(message => message.content === 'Only once').size, 1);
  },

  'a reply refers to its message': async stage => {
    const message = await stage.channel.send('A statement');
    const reply = await message.reply({ content: 'An answer', allowedMentions: { parse: [], repliedUser: false } });
    assert.equal(reply.reference.messageId, message.id);
    assert.equal((await reply.fetchReference()).content, 'A statement');
  },

  'what a member writes reaches the bot without its content': async stage => {
    const posted = await stage.presser.post(`/channels/${stage.place.channel_id}/messages`, { content: 'Nobody but us reads this' });
    const heard = await stage.bot.message(posted.id);
    assert.equal(heard.author.id, stage.presser.id);
    assert.equal(heard.content, '');
  },

  'a list of messages can be paged': async stage => {
    const sent = [await stage.channel.send('one'), await stage.channel.send('two'), await stage.channel.send('three')];
    const before = await stage.channel.messages.fetch({ limit: 2, before: sent[2].id });
    assert.deepEqual([...before.keys()], [sent[1].id, sent[0].id]);
    const after = await stage.channel.messages.fetch({ limit: 2, after: sent[0].id });
    assert.deepEqual([...after.keys()], [sent[2].id, sent[1].id]);
    await stage.channel.sendTyping();
  },

  'a member gets a direct message, and its button works': async stage => {
    const button = new ButtonBuilder().setCustomId('remind').setLabel('Later').setStyle(ButtonStyle.Secondary);
    const row = new ActionRowBuilder().addComponents(button);
    const { id } = await stage.bot.client.users.send(stage.presser.id, { content: 'Twelve cards are due', components: [row] });
    const message = await stage.seen(id);
    assert.equal(message.guild_id, undefined);
    const interaction = await stage.press(message, 'remind');
    assert.equal(interaction.guildId, null);
    assert.equal(interaction.user.id, stage.presser.id);
    await interaction.reply({ content: 'Tomorrow, then', flags: MessageFlags.Ephemeral });
    assert.equal((await stage.reply(interaction)).content, 'Tomorrow, then');
  },
};
