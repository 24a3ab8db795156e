import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

describe('the content script, which every page of an enabled site carries', () => {
  let code = '';
  let modules: string[] = [];
  beforeAll(async () => {
    const built = (await build({
      configFile: false,
      root: ROOT,
      logLevel: 'silent',
      build: {
        write: false,
        rollupOptions: { input: join(ROOT, 'entrypoints/cms.content/index.ts'), preserveEntrySignatures: 'strict' },
      },
    })) as Rollup.RollupOutput;
    const [chunk] = built.output;
    code = chunk.code;
    modules = Object.keys(chunk.modules).map((path) => relative(ROOT, path));
  }, 60_000);

  test('holds no schemas, no views, no driver and no table of messages, however they might come in', () => {
    const heavy =
      /node_modules\/(zod|preact)\/|^components\/|^utils\/messages\.ts|\/driver\.ts|^utils\/cms\/drivers\.ts|^utils\/model\/(?!cmsLists)/;
    expect(modules).toContain('utils/cms/recognisers.ts');
    expect(modules.filter((path) => heavy.test(path))).toEqual([]);
  });

  test('weighs 12 kB at the most, compressed', () => {
    expect(code.length).toBeGreaterThan(10_000);
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(12_000);
  });
});
