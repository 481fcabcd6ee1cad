// Stock discord.js against a playground: node discord-js.js http://127.0.0.1:5080
import { createRequire } from 'node:module';
import { version } from 'discord.js';
import { exercises } from './exercises/index.js';
import { Stage } from './driving/stage.js';

const LIMIT_MS = 240_000;
const GOODBYE_MS = 10_000;

const [address] = process.argv.slice(2);
if (!address) {
  console.error('Name the playground: node discord-js.js http://127.0.0.1:5080');
  process.exit(2);
}

let failures = 0;

function report(name, error) {
  if (!error) {
    console.log(`ok ${name}`);
    return;
  }
  failures++;
  console.log(`FAIL ${name}: ${error.message ?? error}`);
  if (error.stack) console.error(error.stack);
}

function giveUp(why) {
  console.log(`FAIL time: ${why}`);
  process.exit(1);
}

function transport() {
  try {
    createRequire(import.meta.url).resolve('zlib-sync');
    return 'zlib-stream';
  } catch {
    return 'plain JSON';
  }
}

console.log(`discord.js ${version}, node ${process.versions.node}, gateway in ${transport()}`);
const limit = setTimeout(() => giveUp(`not done after ${LIMIT_MS / 1000} s`), LIMIT_MS);

const stage = await Stage.open(address, (event, problem) => report(`no ${event} event`, problem));
for (const [name, exercise] of exercises) {
  try {
    await exercise(stage);
    report(name);
  } catch (error) {
    report(name, error);
  }
  await stage.playground.endFaults();
}
await stage.close();
clearTimeout(limit);
console.log(failures === 0 ? `all ${exercises.length} passed` : `${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;
// Nothing holds the process up any more, unless a client has left something open.
setTimeout(() => giveUp(`the process still runs ${GOODBYE_MS / 1000} s after the goodbye`), GOODBYE_MS).unref();
