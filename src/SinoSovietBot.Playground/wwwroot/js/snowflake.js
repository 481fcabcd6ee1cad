// Ids are 64-bit numbers in strings. They never become JavaScript numbers, which would round them.

const discordEpoch = 1420070400000n;
let sequence = BigInt(Math.floor(Math.random() * 4096));

/** A nonce nobody else uses: shaped like a snowflake, as Discord's own clients make them. */
export function newNonce() {
  sequence = (sequence + 1n) % 4096n;
  const noise = BigInt(Math.floor(Math.random() * 1024));
  return (((BigInt(Date.now()) - discordEpoch) << 22n) | (noise << 12n) | sequence).toString();
}

/** Orders two ids by age: negative when `a` is the older one. */
export function compareIds(a, b) {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
