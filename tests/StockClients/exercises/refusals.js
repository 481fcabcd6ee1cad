import assert from 'node:assert/strict';
import { InteractionResponseType, Routes } from 'discord.js';

/** An answer given without discord.js's own guard against answering twice. */
function answer(stage, interaction, content) {
  return stage.bot.client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
    body: { type: InteractionResponseType.ChannelMessageWithSource, data: { content } },
    auth: false,
  });
}

export const refusals = {
  'a message over the limit is refused with the path of the fault': async stage => {
    await assert.rejects(stage.channel.send('x'.repeat(2001)), error => {
      assert.equal(error.code, 50035);
      assert.equal(error.rawError.errors.content._errors[0].code, 'BASE_TYPE_MAX_LENGTH');
      assert.match(error.message, /2000/);
      return true;
    });
  },

  'a reply over the limit is refused and a shorter one accepted': async stage => {
    const interaction = await stage.run('everything', []);
    await assert.rejects(interaction.reply('x'.repeat(2001)), { code: 50035 });
    await interaction.reply('Shorter');
    assert.equal((await stage.reply(interaction)).content, 'Shorter');
  },

  'embeds of more than 6,000 characters are refused': async stage => {
    const embeds = [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }];
    await assert.rejects(stage.channel.send({ embeds }), { code: 50035 });
  },

  'an empty message is refused': async stage => {
    await assert.rejects(stage.channel.send({ content: '' }), { code: 50006 });
  },

  'an interaction is answered once': async stage => {
    const interaction = await stage.run('everything', []);
    await answer(stage, interaction, 'Once');
    await assert.rejects(answer(stage, interaction, 'Twice'), { code: 40060 });
  },

  'an interaction that never was is unknown': async stage => {
    await assert.rejects(answer(stage, { id: stage.place.channel_id, token: 'none' }, 'Nobody asked'), { code: 10062 });
  },

  'a member with closed direct messages cannot be written to': async stage => {
    await stage.playground.closeDirectMessages(stage.onlooker.id, true);
    await assert.rejects(stage.bot.client.users.send(stage.onlooker.id, 'Hello?'), { code: 50007, status: 403 });
    await stage.playground.closeDirectMessages(stage.onlooker.id, false);
    await stage.bot.client.users.send(stage.onlooker.id, 'Hello');
    await stage.onlooker.event('MESSAGE_CREATE', message => message.content === 'Hello');
  },

  'a channel in which the bot may not write refuses': async stage => {
    const quiet = stage.bot.client.channels.cache.find(channel => channel.name === 'announcements');
    await assert.rejects(quiet.send('May I?'), { code: 50013 });
  },

  'a command that Discord would not take is refused with its path': async stage => {
    const command = { name: 'ok', description: 'x'.repeat(101) };
    await assert.rejects(stage.bot.client.application.commands.create(command), error => {
      assert.equal(error.code, 50035);
      assert.ok(error.rawError.errors.description);
      return true;
    });
  },
};
