import assert from 'node:assert/strict';
import { PermissionFlagsBits } from 'discord.js';

export const login = {
  'logs in and is ready': async ({ bot, world }) => {
    await bot.logIn();
    assert.equal(bot.client.user.id, world.bot.id);
    assert.equal(bot.client.application.id, world.application_id);
    assert.ok(bot.client.isReady());
  },

  'knows the server, its channels and its own rights': async ({ bot, world, channel }) => {
    const guild = bot.client.guilds.cache.get(world.guild_id);
    assert.ok(guild.available);
    assert.ok(guild.name);
    assert.deepEqual(guild.channels.cache.map(known => known.name).sort(), world.channels.map(known => known.name).sort());
    assert.ok(channel.permissionsFor(guild.members.me).has(PermissionFlagsBits.SendMessages));
    const quiet = guild.channels.cache.find(known => known.name === 'announcements');
    assert.ok(!quiet.permissionsFor(guild.members.me).has(PermissionFlagsBits.SendMessages));
  },

  'fetches the app, the server, a channel, a member and a user': async ({ bot, world, presser, place }) => {
    const application = await bot.client.application.fetch();
    assert.equal(application.id, world.application_id);
    const guild = await bot.client.guilds.fetch({ guild: world.guild_id, force: true });
    assert.equal(guild.id, world.guild_id);
    assert.equal((await bot.client.channels.fetch(place.channel_id, { force: true })).id, place.channel_id);
    assert.equal((await guild.channels.fetch()).size, world.channels.length);
    assert.ok((await guild.roles.fetch()).has(guild.id));
    assert.equal((await guild.members.fetch({ user: presser.id, force: true })).displayName, presser.name);
    assert.equal((await bot.client.users.fetch(presser.id, { force: true })).displayName, presser.name);
    assert.ok((await bot.client.guilds.fetch()).has(world.guild_id));
  },
};
