export const optionType = {
  subcommand: 1, group: 2, text: 3, integer: 4, flag: 5, user: 6, channel: 7, role: 8, mentionable: 9, number: 10, file: 11,
};

const botDirectMessage = 1;

/**
 * What can be run: every command without subcommands, and every subcommand.
 * @returns {Array<{name: string, description: string, options: Array, command: object, path: Array}>} sorted by name
 */
export function runnable(commands, inDirectMessage) {
  return commands
    .filter(command => (command.type ?? 1) === 1)
    .filter(command => !inDirectMessage || (command.contexts ?? [botDirectMessage]).includes(botDirectMessage))
    .flatMap(command => leaves(command, command.options ?? [], command.description, []))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function leaves(command, options, description, path) {
  const below = options.filter(option => option.type === optionType.subcommand || option.type === optionType.group);
  if (below.length === 0) {
    return [{ name: [command.name, ...path.map(part => part.name)].join(' '), description, options, command, path }];
  }
  return below.flatMap(option => leaves(command, option.options ?? [], option.description, [...path, option]));
}

/** Those that fit what was typed after the slash, the best first. */
export function matching(entries, typed) {
  const query = typed.trimStart().toLowerCase().replace(/\s+/g, ' ');
  const rank = entry => {
    if (entry.name.startsWith(query)) return 0;
    if (query.startsWith(`${entry.name} `)) return 1;
    if (entry.name.split(/[ -]/).some(word => word.startsWith(query))) return 2;
    if (entry.name.includes(query)) return 3;
    return entry.description.toLowerCase().includes(query) && query.length > 2 ? 4 : null;
  };
  return entries
    .map(entry => ({ entry, rank: rank(entry) }))
    .filter(found => found.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(found => found.entry);
}

/** The `data` of an interaction that runs `entry`, or asks for suggestions when one of the values is focused. */
export function commandData(entry, values, file = null) {
  const options = entry.path.reduceRight((inner, part) => [{ type: part.type, name: part.name, options: inner }], values);
  const { id, name, version } = entry.command;
  return {
    id,
    name,
    type: 1,
    version,
    options,
    ...(file ? { attachments: [{ id: '0', filename: file.name }] } : {}),
  };
}
