import assert from 'node:assert/strict';
import {
  ActionRowBuilder, ButtonBuilder, ButtonStyle, ComponentType, LabelBuilder, MessageFlags, ModalBuilder, StringSelectMenuBuilder,
  TextInputBuilder, TextInputStyle,
} from 'discord.js';

function labelled() {
  return new ModalBuilder().setCustomId('form:labelled').setTitle('Your answer').addLabelComponents(
    new LabelBuilder().setLabel('In which year?').setDescription('Four digits')
      .setTextInputComponent(new TextInputBuilder().setCustomId('year').setStyle(TextInputStyle.Short).setMinLength(4).setMaxLength(4)),
    new LabelBuilder().setLabel('How sure are you?')
      .setStringSelectMenuComponent(new StringSelectMenuBuilder().setCustomId('sure')
        .addOptions({ label: 'Quite', value: 'quite' }, { label: 'Guessing', value: 'guess' })));
}

/** Each input in a row with a label of its own, as before there were label components. */
function inRows() {
  return new ModalBuilder().setCustomId('form:rows').setTitle('Your answer').addComponents(
    new ActionRowBuilder().addComponents(new TextInputBuilder().setCustomId('year').setLabel('Year').setStyle(TextInputStyle.Short)),
    new ActionRowBuilder().addComponents(new TextInputBuilder().setCustomId('why').setLabel('Why').setStyle(TextInputStyle.Paragraph)
      .setRequired(false)));
}

async function openFromButton(stage, form) {
  const open = new ButtonBuilder().setCustomId('open').setLabel('Type it').setStyle(ButtonStyle.Primary);
  const message = await stage.post({ content: 'Type the year', components: [new ActionRowBuilder().addComponents(open)] });
  const press = await stage.press(message, 'open');
  await press.showModal(form);
  return { message, shown: await stage.form(press) };
}

export const forms = {
  'a form of a command brings what was entered, and is answered': async stage => {
    const command = await stage.run('everything', []);
    await command.showModal(labelled());
    const shown = await stage.form(command);
    assert.equal(shown.title, 'Your answer');
    const submitted = await stage.submit(shown, { year: '1950', sure: ['quite'] });
    assert.ok(submitted.isModalSubmit());
    assert.equal(submitted.customId, 'form:labelled');
    assert.equal(submitted.fields.getTextInputValue('year'), '1950');
    assert.deepEqual(submitted.fields.getStringSelectValues('sure'), ['quite']);
    assert.ok(!submitted.isFromMessage());
    await submitted.reply({ content: 'Thanks', flags: MessageFlags.Ephemeral });
    assert.equal((await stage.reply(submitted)).content, 'Thanks');
  },

  'a submitted form numbers its components': async stage => {
    const command = await stage.run('everything', []);
    await command.showModal(labelled());
    const submitted = await stage.submit(await stage.form(command), { year: '1950', sure: ['guess'] });
    await submitted.reply({ content: 'Thanks', flags: MessageFlags.Ephemeral });
    const ids = submitted.components.flatMap(label => [label.id, label.component.id]);
    assert.ok(ids.every(Number.isInteger), `component ids ${ids}`);
    assert.equal(new Set(ids).size, 4);
    assert.deepEqual(submitted.components.map(label => label.type), [ComponentType.Label, ComponentType.Label]);
  },

  'a form in rows works as well': async stage => {
    const command = await stage.run('everything', []);
    await command.showModal(inRows());
    const submitted = await stage.submit(await stage.form(command), { year: '1969', why: '' });
    assert.equal(submitted.fields.getTextInputValue('year'), '1969');
    assert.equal(submitted.fields.getTextInputValue('why'), '');
    await submitted.deferReply({ flags: MessageFlags.Ephemeral });
    const reply = await submitted.editReply('Marked');
    assert.equal((await stage.edited(reply.id)).content, 'Marked');
  },

  'a form of a button can change the button\'s message': async stage => {
    const { message, shown } = await openFromButton(stage, labelled());
    const submitted = await stage.submit(shown, { year: '1950', sure: ['quite'] });
    assert.ok(submitted.isFromMessage());
    assert.equal(submitted.message.id, message.id);
    await submitted.update({ content: 'One answer', components: [] });
    assert.equal((await stage.edited(message.id)).content, 'One answer');
  },

  'a form of a button is acknowledged and the message edited later': async stage => {
    const { message, shown } = await openFromButton(stage, inRows());
    const submitted = await stage.submit(shown, { year: '1950', why: 'Stalin and Mao met in Moscow' });
    await submitted.deferUpdate();
    await submitted.editReply({ content: 'Marked', components: [] });
    assert.equal((await stage.edited(message.id)).content, 'Marked');
  },

  'a form refuses what its inputs do not allow, and stays open': async stage => {
    const { shown } = await openFromButton(stage, labelled());
    await assert.rejects(stage.submit(shown, { year: '50', sure: ['quite'] }), /50035/);
    const submitted = await stage.submit(shown, { year: '1950', sure: ['quite'] });
    await submitted.deferUpdate();
  },
};
