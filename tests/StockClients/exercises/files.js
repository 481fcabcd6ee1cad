import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { AttachmentBuilder, EmbedBuilder, MessageFlags } from 'discord.js';

const table = randomBytes(40_000);
const picture = randomBytes(1_000);

async function download(url) {
  const response = await fetch(url);
  assert.equal(response.status, 200);
  return Buffer.from(await response.arrayBuffer());
}

function attach(bytes, name, description) {
  return new AttachmentBuilder(bytes, { name, description });
}

export const files = {
  'a reply brings a file, byte for byte': async stage => {
    const interaction = await stage.run('everything', []);
    await interaction.reply({ content: 'Your export', files: [attach(table, 'export.bin', 'All answers')], flags: MessageFlags.Ephemeral });
    const [attachment] = (await stage.reply(interaction)).attachments;
    assert.deepEqual([attachment.filename, attachment.size, attachment.description], ['export.bin', table.length, 'All answers']);
    assert.deepEqual(await download(attachment.url), table);
    const own = (await interaction.fetchReply()).attachments.first();
    assert.deepEqual(await download(own.url), table);
  },

  'an edit adds a file, and another edit takes the old one away': async stage => {
    const interaction = await stage.run('everything', []);
    await interaction.deferReply();
    const first = await interaction.editReply({ content: 'One file', files: [attach(table, 'one.bin')] });
    assert.deepEqual(await download(first.attachments.first().url), table);
    const second = await interaction.editReply({ attachments: [], files: [attach(picture, 'two.bin')] });
    assert.deepEqual(second.attachments.map(attachment => attachment.name), ['two.bin']);
    assert.deepEqual(await download(second.attachments.first().url), picture);
    const third = await interaction.editReply({ attachments: [second.attachments.first()], files: [attach(table, 'three.bin')] });
    assert.deepEqual(third.attachments.map(attachment => attachment.name), ['two.bin', 'three.bin']);
  },

  'a message and a follow-up bring files, several at once': async stage => {
    const message = await stage.channel.send({ files: [attach(table, 'a.bin'), attach(picture, 'b.bin')] });
    assert.deepEqual(message.attachments.map(attachment => attachment.size), [table.length, picture.length]);
    const interaction = await stage.run('everything', []);
    await interaction.reply('A file follows');
    const followUp = await interaction.followUp({ files: [attach(picture, 'c.bin')] });
    assert.deepEqual(await download(followUp.attachments.first().url), picture);
  },

  'an embed shows an attached picture': async stage => {
    const embed = new EmbedBuilder().setTitle('Map').setImage('attachment://map.png');
    const message = await stage.channel.send({ embeds: [embed], files: [attach(picture, 'map.png')] });
    assert.deepEqual(await download(message.embeds[0].image.url), picture);
  },
};
