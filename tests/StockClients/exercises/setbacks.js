import assert from 'node:assert/strict';

const posts = 'POST /channels/{channel}/messages';
const callbacks = 'POST /interactions/{interaction}/{token}/callback';

/** The statuses with which requests to a route were answered after an entry of the record. */
async function statuses(stage, since, route) {
  const entries = await stage.playground.record(since);
  return entries.filter(entry => entry.direction === 'response' && `${entry.method} ${entry.route}` === route).map(entry => entry.status);
}

export const setbacks = {
  'a rate limit on a route is waited out': async stage => {
    const since = await stage.playground.lastRecorded();
    await stage.playground.order('rate_limit', { route: posts, retry_after: 0.8 });
    const began = performance.now();
    await stage.post('After a pause');
    assert.ok(performance.now() - began >= 800, 'came back too early');
    assert.deepEqual(await statuses(stage, since, posts), [429, 200]);
  },

  'a global rate limit is waited out': async stage => {
    const since = await stage.playground.lastRecorded();
    await stage.playground.order('rate_limit', { route: posts, scope: 'global', retry_after: 0.8 });
    await stage.post('After a pause of everything');
    assert.deepEqual(await statuses(stage, since, posts), [429, 200]);
  },

  'a limit with headers is kept without running into it': async stage => {
    const since = await stage.playground.lastRecorded();
    await stage.playground.order('rate_limit', { route: posts, limit: 3, window: 1 });
    await Promise.all(Array.from({ length: 7 }, (_, index) => stage.post(`Paced ${index}`)));
    assert.deepEqual(await statuses(stage, since, posts), Array(7).fill(200));
  },

  'a rate-limited first response is repeated in time': async stage => {
    const since = await stage.playground.lastRecorded();
    await stage.playground.order('rate_limit', { route: callbacks, retry_after: 0.5 });
    const interaction = await stage.run('everything', []);
    await interaction.reply('In time after all');
    assert.deepEqual(await statuses(stage, since, callbacks), [429, 204]);
  },

  'server errors are tried again': async stage => {
    const since = await stage.playground.lastRecorded();
    await stage.playground.order('server_error', { route: posts, status: 502, count: 2 });
    await stage.post('At the third try');
    assert.deepEqual(await statuses(stage, since, posts), [502, 502, 200]);
    await stage.playground.order('server_error', { route: callbacks, status: 500 });
    const interaction = await stage.run('everything', []);
    await interaction.reply('At the second try');
    await stage.success(interaction);
  },

  'a post whose answer was lost is on screen once': async stage => {
    const once = { content: 'Was it sent?', nonce: `lost-${Date.now()}`, enforceNonce: true };
    await stage.playground.order('lose_response', { route: posts });
    const first = await stage.channel.send(once).catch(error => error);
    const second = await stage.channel.send(once);
    if (!(first instanceof Error)) assert.equal(first.id, second.id);
    const recent = await stage.channel.messages.fetch({ limit: 10 });
    assert.equal(recent.filter(message => message.content === 'Was it sent?').size, 1);
  },
};
