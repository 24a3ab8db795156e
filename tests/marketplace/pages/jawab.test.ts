import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { everyJawab } from './everyJawab.tsx';
import { everyThread } from './everyThread.ts';
import { viewOf } from './fixtures.ts';
import { read } from './read.ts';

/** Of the buyer's pages, those that say how the buyer is told. */
const { told, refusedMail } = everyThread();

describe.each(Object.entries({ ...everyJawab(), told, refusedMail }))('page %s', (_, draw) => {
  const html = draw?.(viewOf('/')) ?? '';
  const page = read(html);

  it('is small', () => {
    expect(gzipSync(html).length).toBeLessThanOrEqual(14_000);
  });
  it('has one heading of the first rank, ids that are its own, and a name for every field', () => {
    expect(page.querySelectorAll('h1').length).toBe(1);
    const ids = [...page.querySelectorAll('[id]')].map((e) => e.id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const field of page.querySelectorAll('input:not([type=hidden]), textarea'))
      expect(field.closest('label') ?? page.querySelector(`label[for="${field.id}"]`), field.outerHTML).toBeTruthy();
  });
  it('has no script but our own file, and needs it for nothing but pushes', () => {
    const scripts = [...page.querySelectorAll('script')].map((script) => script.getAttribute('src'));
    expect(scripts.filter((src) => src !== '/kabar.js')).toEqual([]);
    expect(page.querySelectorAll('[style], iframe').length).toBe(0);
    expect(page.querySelector('.tell-push')?.hasAttribute('hidden') ?? true).toBe(true);
  });
});
