// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import type { Options, State } from '#tests/cms/doubles/wordpress/state.ts';
import { startWordPressDouble } from '#tests/cms/doubles/wordpress.ts';
import { changed, newPost, standing } from '#tests/cms/suite/fixtures.ts';
import type { Site, Target } from '#tests/cms/suite/target.ts';
import { driver, wordpressTarget } from './site.ts';

let running: Site | null = null;
afterEach(() => running?.stop());

async function start(options: Partial<Options>): Promise<{ site: Site; state: State; target: Target }> {
  const double = await startWordPressDouble(options);
  const target = wordpressTarget('', async () => double);
  running = await target.start();
  return { site: running, state: double.state, target };
}

const WORDS = 'Isi dulu kolom Dusun sebelum artikel disimpan.';

describe.each([
  ['a field of REST', { rest: 'open', demands: 'parameter' }, { code: 'field_required', what: 'dusun' }],
  [
    'a part of a field of REST',
    { rest: 'open', demands: 'property' },
    { code: 'refused', what: 'dusun adalah properti wajib dari acf.' },
  ],
  ['in words, by REST', { rest: 'open', demands: 'words' }, { code: 'refused', what: WORDS }],
  ['in words, in the block editor', { rest: 'forbidden', demands: 'words' }, { code: 'refused', what: WORDS }],
  [
    'in words, in the classic editor',
    { rest: 'forbidden', demands: 'words', editor: 'classic' },
    { code: 'refused', what: WORDS },
  ],
  ['in words, ending the request, by REST', { rest: 'open', demands: 'dies' }, { code: 'refused', what: WORDS }],
  ['in words, ending the request', { rest: 'forbidden', demands: 'dies' }, { code: 'refused', what: WORDS }],
] as const)('a plugin that demands %s', (_, options, told) => {
  test('of a new post: what it says is told, as text, and once it demands nothing there is one post', async () => {
    const { site, state, target } = await start(options);
    const post = newPost(target);
    const problem = await driver.save(await site.signIn('admin'), post).catch((error: unknown) => error);
    expect(problem).toMatchObject(told);
    expect(await standing(site, post.link)).toEqual([]);
    state.options.demands = null;
    const { traces = [] } = problem as { traces?: [] };
    const ref = await driver.save(await site.signIn('admin'), { ...post, mayStand: traces });
    expect(ref.state).toBe('published');
    expect(await standing(site, post.link)).toHaveLength(1);
  });

  test('of a post that stands: what it says is told, and the post stays as it is', async () => {
    const { site, state, target } = await start({ ...options, demands: null });
    const post = newPost(target);
    const known = await driver.save(await site.signIn('admin'), post);
    state.options.demands = options.demands;
    const next = changed(post, target, { price: 'Rp27.500/bungkus' }, known);
    await expect(driver.save(await site.signIn('admin'), next)).rejects.toMatchObject(told);
    expect((await standing(site, post.link)).map(({ id }) => id)).toEqual([known.postId]);
  });
});
