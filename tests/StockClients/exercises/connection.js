import assert from 'node:assert/strict';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, Events, MessageFlags } from 'discord.js';

function question() {
  const button = new ButtonBuilder().setCustomId('late').setLabel('A 1950').setStyle(ButtonStyle.Primary);
  return { content: 'When?', components: [new ActionRowBuilder().addComponents(button)] };
}

/** What the record says happened, as words: "INTERACTION_CREATE", "OP 6", ... */
async function happenings(stage, since) {
  const entries = await stage.playground.record(since);
  return entries.filter(entry => entry.direction !== 'response').map(entry => entry.route);
}

async function answerPress(stage, id, content) {
  const interaction = await stage.bot.interaction(id);
  await interaction.reply({ content, flags: MessageFlags.Ephemeral });
  await stage.success(interaction);
}

/** A press that comes while the bot is disconnected reaches it by resuming, and is answered. */
async function missAndResume(stage, fault, settings) {
  const message = await stage.post(question());
  const since = await stage.playground.lastRecorded();
  const disconnected = stage.bot.next(Events.ShardReconnecting);
  const resumed = stage.bot.next(Events.ShardResume);
  await stage.playground.order(fault, settings);
  await disconnected;
  const id = await stage.presser.press(message, 'late');
  const [, replayed] = await resumed;
  assert.ok(replayed >= 1, 'nothing was replayed');
  await answerPress(stage, id, `Locked in after ${fault}`);
  const happened = await happenings(stage, since);
  assert.ok(happened.indexOf('INTERACTION_CREATE') < happened.indexOf('OP 6'), `not missed: ${happened}`);
  assert.ok(!happened.includes('OP 2'), 'it logged in anew instead of resuming');
}

/** The bot logs in anew and works again. */
async function logInAnew(stage, fault, settings) {
  const since = await stage.playground.lastRecorded();
  const ready = stage.bot.next(Events.ShardReady);
  await stage.playground.order(fault, settings);
  await ready;
  assert.ok((await happenings(stage, since)).includes('OP 2'));
  await answerPress(stage, await stage.presser.press(await stage.post(question()), 'late'), `Locked in after ${fault}`);
}

export const connection = {
  'a dropped socket is resumed, and a missed press answered': stage => missAndResume(stage, 'drop_socket'),

  'a socket cut in the middle of a press is resumed, and the press answered': async stage => {
    const message = await stage.post(question());
    const resumed = stage.bot.next(Events.ShardResume);
    await stage.playground.order('drop_socket', { mid_frame: true });
    const id = await stage.presser.press(message, 'late');
    await resumed;
    await answerPress(stage, id, 'Locked in after half a frame');
  },

  'RECONNECT is followed by a resume, and a missed press answered': stage => missAndResume(stage, 'reconnect'),

  'close code 4000 is followed by a resume': stage => missAndResume(stage, 'close', { code: 4000 }),

  'a session that may be resumed is resumed': async stage => {
    const since = await stage.playground.lastRecorded();
    const resumed = stage.bot.next(Events.ShardResume);
    await stage.playground.order('invalid_session', { resumable: true });
    await resumed;
    assert.ok(!(await happenings(stage, since)).includes('OP 2'), 'it logged in anew instead of resuming');
    await answerPress(stage, await stage.presser.press(await stage.post(question()), 'late'), 'Locked in on the same session');
  },

  'an invalid session is followed by a new login': stage => logInAnew(stage, 'invalid_session', { resumable: false }),

  'close code 4007 is followed by a new login': stage => logInAnew(stage, 'close', { code: 4007 }),
};
