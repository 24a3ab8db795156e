import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { COMPONENT_FLOORS, MARKETPLACE_FLOORS, UTILS_FLOORS } from '#scripts/walls/floors.ts';
import { toBiome, WALLS, type Wall } from '#scripts/walls/rules.ts';

const ROOT = join(import.meta.dirname, '../..');
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
const Report = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), location: z.object({ path: z.string(), start: z.object({ line: z.int() }) }) }),
  ),
});

/** A file that the wall holds, named as one might be made tomorrow. */
const fileUnder = (glob: string) =>
  glob === '**' ? 'scripts/planted.ts' : glob.replace('/**/', '/planted/').replace(/\*\*$/, 'planted.ts');

interface Planted {
  path: string;
  source: string;
  /** The rule that must speak at each line; null: none may. */
  rules: (string | null)[];
}

/** One file with a breach of each pattern of the wall, a line each; an exception of it (`!`) must be allowed. */
function breaches(group: Wall[]): Planted {
  const patterns = group.flatMap(({ not }) => not);
  const lines = patterns.map((pattern) => `import '${pattern.replace('!', '').replace('**', 'planted.ts')}';`);
  return {
    path: fileUnder(group.at(-1)?.of[0] ?? '**'),
    source: lines.join('\n'),
    rules: patterns.map((pattern) => (pattern.startsWith('!') ? null : 'lint/style/noRestrictedImports')),
  };
}

const one = (path: string, source: string, rule: string | null): Planted => ({ path, source, rules: [rule] });
const NAME = 'export const name = 1;\n';
const others: Planted[] = [
  one(
    'utils/model/from.ts',
    "import { to } from './to.ts'; export const from = () => to;",
    'lint/suspicious/noImportCycles',
  ),
  one(
    'utils/model/to.ts',
    "import { from } from './from.ts'; export const to = () => from;",
    'lint/suspicious/noImportCycles',
  ),
  one('utils/model/kebab-case.ts', NAME, 'lint/style/useFilenamingConvention'),
  one('marketplace/db/migrations/camelCase.ts', NAME, 'lint/style/useFilenamingConvention'),
  one('marketplace/db/migrations/999-of-tomorrow.ts', NAME, null),
  one('utils/background/handlers/free.ts', "import '#utils/inbox/a.ts';", null),
  one('marketplace/jobs/free.ts', "import 'hono/utils/mime';", null),
];

const house = mkdtempSync(join(tmpdir(), 'dodolan-walls-'));
const walls = WALLS.map(breaches);
/** `<rule> <line>` of what the linter said, by file. */
const spoken = new Map<string, Set<string>>();

beforeAll(async () => {
  for (const name of ['biome.json', 'biome.walls.json', 'package.json']) cpSync(join(ROOT, name), join(house, name));
  for (const { path, source } of [...walls, ...others]) {
    mkdirSync(join(house, dirname(path)), { recursive: true });
    writeFileSync(join(house, path), source);
  }
  const output = await new Promise<string>((resolve, reject) => {
    const args = [BIOME, 'lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false', '.'];
    const options = { cwd: house, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, args, options, (_, stdout, stderr) =>
      stdout === '' ? reject(new Error(stderr)) : resolve(stdout),
    );
  });
  // What is said of a file as a whole has no line.
  for (const { category, location } of z.parse(Report, JSON.parse(output)).diagnostics) {
    const lines = spoken.get(location.path) ?? new Set();
    spoken.set(location.path, lines.add(`${category} ${Math.max(1, location.start.line)}`));
  }
}, 120_000);
afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('the walls of the house', () => {
  test('are what the table of floors says (else: npm run walls)', () => {
    const written = JSON.parse(readFileSync(join(ROOT, 'biome.walls.json'), 'utf8'));
    expect({ overrides: written.overrides }).toEqual(toBiome(WALLS));
  });

  test.each([
    ['utils', UTILS_FLOORS],
    ['marketplace', MARKETPLACE_FLOORS],
    ['components', COMPONENT_FLOORS],
  ])('every folder and file of %s/ has its floor', (half, floors) => {
    const there = readdirSync(join(ROOT, half)).filter((name) => !name.includes('.') || /\.tsx?$/.test(name));
    expect([...floors].sort()).toEqual(there.sort());
  });

  const RULES = [
    'lint/style/noRestrictedImports',
    'lint/suspicious/noImportCycles',
    'lint/style/useFilenamingConvention',
  ];

  /** What was said of each line, by the rules that are walls. */
  const said = ({ path, rules }: Planted) =>
    rules.map((_, at) => RULES.find((rule) => spoken.get(path)?.has(`${rule} ${at + 1}`)) ?? null);

  test.each([...walls, ...others])('$path: each import over a wall is refused, and no other', (file) => {
    const lines = file.source.split('\n');
    expect(said(file).map((rule, at) => [rule, lines[at]])).toEqual(file.rules.map((rule, at) => [rule, lines[at]]));
  });

  test('hold for files that exist: the linter passes over none of these folders', () => {
    const globs = WALLS.flatMap((group) => group.at(-1)?.of ?? []).filter(
      (glob) => !glob.includes('*.') && glob !== '**',
    );
    for (const glob of globs) expect(existsSync(join(ROOT, glob.replace(/\/\*\*.*$/, ''))), glob).toBe(true);
  });
});
