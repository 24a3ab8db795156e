import { describe, expect, test } from 'vitest';
import { isClosedToPublic } from '#utils/sites/closed.ts';

const WORDS = 'abcdefghijklmnop';
const ARTICLE = `<p><a href="https://pasar.example/p/${WORDS}">Tanya</a></p>`;

/** A site that answers a stranger and the signed-in person each with their own page. */
function site(stranger: [number, string] | null, person: [number, string] = [200, ARTICLE]): typeof fetch {
  return async (_, init) => {
    const answer = init?.credentials === 'omit' ? stranger : person;
    if (answer === null) throw new TypeError('Failed to fetch');
    return new Response(answer[1], { status: answer[0] });
  };
}
const closed = (fetch: typeof globalThis.fetch) => isClosedToPublic(fetch, 'https://desa.example/gula', WORDS);

describe('a site is closed to the public', () => {
  test.each<[string, typeof fetch]>([
    ['“coming soon” with 200', site([200, '<h1>Coming soon</h1>'])],
    ['for members, who are sent to sign in', site([200, '<form id="loginform">'])],
    ['“you may not” with 403', site([403, ''])],
    ['in maintenance for everybody', site([503, 'Maintenance'], [503, 'Maintenance'])],
  ])('%s', async (_, fetch) => expect(await closed(fetch)).toBe(true));

  test.each<[string, typeof fetch]>([
    ['not when everybody sees the article', site([200, ARTICLE])],
    ['not when nobody sees the article: it is not published', site([404, 'Tidak ada'], [404, 'Tidak ada'])],
    ['not when there is no signal', site(null)],
  ])('%s', async (_, fetch) => expect(await closed(fetch)).toBe(false));
});
