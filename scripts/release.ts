import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { problemsOf } from './release/checkZips.ts';
import { lintAddon, objections } from './release/lintAddon.ts';
import { readZip } from './release/readZip.ts';
import { borrowPackages, buildFirefox, differences, unpack } from './release/rebuild.ts';
import { makeZips, versionOf, zipsOf } from './release/zips.ts';

/**
 * `npm run release`: the three archives of package.json's version in `.output/release`, with their checksums: Chrome's,
 * Firefox's and the sources that Mozilla asks for. Refuses a tree with changes, because an archive must be some commit, and a
 * version that CHANGELOG.md names with another commit.
 */
const TREE = '.';
const FOLDER = join('.output', 'release');

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
const changes = git('status', '--porcelain');
if (changes !== '') stop(['the tree has changes; commit or put them away first:', changes]);

const version = versionOf(readFileSync('package.json', 'utf8'));
const released = new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\][^]*?Commit \`([0-9a-f]{40})\``, 'm').exec(
  readFileSync('CHANGELOG.md', 'utf8'),
)?.[1];
if (released !== undefined && released !== git('rev-parse', 'HEAD'))
  stop([`${version} was released as ${released}. Raise the version in package.json first: see CONTRIBUTING.md.`]);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
console.log(`Dodolan ${version}, commit ${git('rev-parse', '--short', 'HEAD')}: building …`);
makeZips(TREE, ['chrome', 'firefox']);
const zips = zipsOf(TREE, version);

const unpacked = join('.output', 'sources');
await unpack(zips.sources, unpacked);
borrowPackages(unpacked, process.cwd());
const unlike = differences(buildFirefox(unpacked), await readZip(zips.firefox));
rmSync(unpacked, { recursive: true });
const said = [
  ...(await problemsOf(zips, version)),
  ...unlike.map((path) => `the sources build another ${path}`),
  ...objections(lintAddon(TREE, zips.firefox)),
];
if (said.length > 0) stop(said);

const sums = Object.values(zips).map((path) => {
  copyFileSync(path, join(FOLDER, basename(path)));
  const bytes = readFileSync(path);
  console.log(`${String(bytes.length).padStart(9)} bytes  ${basename(path)}`);
  return `${createHash('sha256').update(bytes).digest('hex')}  ${basename(path)}\n`;
});
writeFileSync(join(FOLDER, 'SHA256SUMS'), sums.join(''));
console.log(`\n${sums.join('')}\nChecked and ready in ${FOLDER}: the sources build Firefox's archive byte for byte.`);

/** Says why there is no release, and ends. */
function stop(reasons: string[]): never {
  for (const reason of reasons) console.error(reason);
  process.exit(1);
}
