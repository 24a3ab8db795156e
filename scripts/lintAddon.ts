import { join } from 'node:path';
import { lintAddon, objections } from './release/lintAddon.ts';

/**
 * `npm run lint:addon`: runs Mozilla's addons-linter over the Firefox build of `npm run build`. Chrome's build is left
 * out: beyond Firefox's findings, the linter would only miss the keys there that Firefox alone wants.
 */
const said = objections(lintAddon('.', join('.output', 'firefox-mv3')));
for (const line of said) console.error(line);
console.log(said.length === 0 ? 'addons-linter: nothing new' : `addons-linter: ${said.length} to mend`);
process.exit(said.length === 0 ? 0 : 1);
