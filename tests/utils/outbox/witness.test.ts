import { expect, test } from 'vitest';
import type { Fetch } from '#utils/marketplace/http.ts';
import type { StoredListing } from '#utils/model/stored.ts';
import { witness } from '#utils/outbox/witness.ts';

const LINK = 'https://pasar.example/p/k3f9z1q8w7e6r5t4';

/** What is seen of an article that shows the link to whoever comes with cookies, and `stranger` to everybody else. */
function seen(stranger: Response, postId = '1') {
  const fetch: Fetch = async (_url, init) =>
    init?.credentials === 'omit' ? stranger : new Response(`<a href="${LINK}">Pesan</a>`);
  const post = { postId, url: 'https://dagan.desa.id/keripik', state: 'published' };
  return witness(fetch, { post, shortUrl: LINK } as StoredListing);
}

test.each([
  ['Cloudflare', 403, { 'cf-mitigated': 'challenge' }],
  ['SiteGround', 200, { 'sg-captcha': 'challenge' }],
  ['a guard that says 202', 202, {}],
  ['a guard that counts', 429, {}],
])('%s that lets in the browser by its cookie is no closed site', async (_who, status, headers) => {
  expect(await seen(new Response('Just a moment...', { status, headers }))).toBe('everybody');
});

test.each([
  ['refuses strangers', 403],
  ['shows them a page to sign in', 200],
])('a site that %s is a closed site', async (_how, status) => {
  expect(await seen(new Response('Masuk', { status }))).toBe('signed_in');
});
