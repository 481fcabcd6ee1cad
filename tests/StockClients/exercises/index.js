import { commands } from './commands.js';
import { components } from './components.js';
import { connection } from './connection.js';
import { files } from './files.js';
import { forms } from './forms.js';
import { login } from './login.js';
import { messages } from './messages.js';
import { options } from './options.js';
import { refusals } from './refusals.js';
import { replies } from './replies.js';
import { setbacks } from './setbacks.js';

/** Every exercise with its name, in the order in which they build on one another: log in, register commands, then the rest. */
export const exercises = [login, commands, options, replies, components, forms, files, messages, refusals, setbacks, connection].flatMap(Object.entries);
