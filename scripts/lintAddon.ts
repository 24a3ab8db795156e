import { join } from 'node:path';
import { lintAddon, objections } from './release/lintAddon.ts';

/**
 * `npm run lint:addon`: Mozilla's addons-linter over the Firefox build of `npm run build`. Not over Chrome's: what it says
 * of that one beyond Firefox's are the keys that only Firefox wants.
 */
const said = objections(lintAddon('.', join('.output', 'firefox-mv3')));
for (const line of said) console.error(line);
console.log(said.length === 0 ? 'addons-linter: nothing new' : `addons-linter: ${said.length} to mend`);
process.exit(said.length === 0 ? 0 : 1);
