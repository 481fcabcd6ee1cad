import assert from 'node:assert/strict';
import {
  ActionRowBuilder, ButtonBuilder, ButtonStyle, ComponentType, ContainerBuilder, MessageFlags, SectionBuilder, StringSelectMenuBuilder,
  TextDisplayBuilder, UserSelectMenuBuilder,
} from 'discord.js';

function button(customId, label = 'A 1950') {
  return new ButtonBuilder().setCustomId(customId).setLabel(label).setStyle(ButtonStyle.Primary);
}

function row(...components) {
  return new ActionRowBuilder().addComponents(...components);
}

const years = ['1949', '1950', '1953', '1960', '1969'];

function menu({ min, max }) {
  return new StringSelectMenuBuilder().setCustomId('years').setPlaceholder('Which years?').setMinValues(min).setMaxValues(max)
    .addOptions(years.map(year => ({ label: year, value: `y${year}`, description: `The year ${year}` })));
}

export const components = {
  'a button is answered privately': async stage => {
    const message = await stage.post({ content: 'When?', components: [row(button('when:1950'))] });
    const interaction = await stage.press(message, 'when:1950');
    assert.ok(interaction.isButton());
    assert.equal(interaction.message.id, message.id);
    assert.equal(interaction.component.label, 'A 1950');
    await interaction.reply({ content: 'Locked in: A 1950', flags: MessageFlags.Ephemeral });
    const reply = await stage.reply(interaction);
    assert.equal(reply.content, 'Locked in: A 1950');
    assert.ok(reply.flags & MessageFlags.Ephemeral);
    await stage.success(interaction);
  },

  'a button changes its message': async stage => {
    const message = await stage.post({ content: 'Page 1', components: [row(button('page:2', 'Next'))] });
    const interaction = await stage.press(message, 'page:2');
    const response = await interaction.update({ content: 'Page 2', components: [row(button('page:3', 'Next'))], withResponse: true });
    assert.equal(response.resource.message.id, message.id);
    const changed = await stage.edited(message.id);
    assert.equal(changed.content, 'Page 2');
    assert.equal(changed.components[0].components[0].custom_id, 'page:3');
  },

  'a button on a private message works, too': async stage => {
    const asked = await stage.run('everything', []);
    await asked.reply({ content: 'Private page 1', components: [row(button('own:2', 'Next'))], flags: MessageFlags.Ephemeral });
    const interaction = await stage.press(await stage.reply(asked), 'own:2');
    await interaction.update({ content: 'Private page 2', components: [] });
    assert.equal((await stage.edited(interaction.message.id)).content, 'Private page 2');
  },

  'a press is acknowledged at once and its message edited later': async stage => {
    const message = await stage.post({ content: 'Counting', components: [row(button('count'))] });
    const interaction = await stage.press(message, 'count');
    await interaction.deferUpdate();
    await stage.success(interaction);
    assert.equal((await interaction.editReply({ content: 'Counted', components: [] })).id, message.id);
    assert.equal((await stage.edited(message.id)).content, 'Counted');
    await interaction.followUp({ content: 'That was you', flags: MessageFlags.Ephemeral });
    assert.equal((await stage.presser.event('MESSAGE_CREATE', shown => shown.content === 'That was you')).type, 19);
  },

  'a disabled button cannot be pressed': async stage => {
    const message = await stage.post({ content: 'Over', components: [row(button('over').setDisabled(true))] });
    await assert.rejects(stage.press(message, 'over'), /50035/);
  },

  'a menu brings the chosen values': async stage => {
    const message = await stage.post({ content: 'Which?', components: [row(menu({ min: 2, max: 3 }))] });
    const interaction = await stage.choose(message, 'years', ['y1950', 'y1969']);
    assert.ok(interaction.isStringSelectMenu());
    assert.deepEqual(interaction.values, ['y1950', 'y1969']);
    await interaction.update({ content: 'Chosen', components: [] });
    assert.equal((await stage.edited(message.id)).content, 'Chosen');
  },

  'a menu takes no fewer and no more values than it says': async stage => {
    const message = await stage.post({ content: 'Which?', components: [row(menu({ min: 2, max: 3 }))] });
    await assert.rejects(stage.choose(message, 'years', ['y1950']), /50035/);
    await assert.rejects(stage.choose(message, 'years', ['y1949', 'y1950', 'y1953', 'y1960']), /50035/);
  },

  'a menu of people brings the people': async stage => {
    const people = new UserSelectMenuBuilder().setCustomId('people').setMaxValues(2);
    const message = await stage.post({ content: 'Who?', components: [row(people)] });
    const interaction = await stage.choose(message, 'people', [stage.onlooker.id], ComponentType.UserSelect);
    assert.equal(interaction.users.first()?.id, stage.onlooker.id);
    assert.equal(interaction.members.first()?.displayName, stage.onlooker.name);
    await interaction.deferUpdate();
  },

  'a message laid out in components, with a button beside a text': async stage => {
    const section = new SectionBuilder()
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('**Question 1**'))
      .setButtonAccessory(button('laid-out', 'Answer'));
    const container = new ContainerBuilder().setAccentColor(0xb22222).addSectionComponents(section);
    const message = await stage.post({ components: [container], flags: MessageFlags.IsComponentsV2 });
    const interaction = await stage.press(message, 'laid-out');
    assert.equal(interaction.component.customId, 'laid-out');
    await interaction.reply({ content: 'Answered', flags: MessageFlags.Ephemeral });
  },
};
