import { expect, test } from 'vitest';
import { findPhp } from '#stack/system.ts';
import { startWordPress } from '#stack/wordpress.ts';

/** `npm test` takes the machine's own PHP where there is one; `npm start` must also work where there is none. */
test.each([
  { php: 'wasm' as const, named: 'PHP in WebAssembly' },
  { php: undefined, named: "the machine's own PHP" },
])('WordPress on $named is the village site that tests and npm start expect', async ({ php }) => {
  if (php === undefined) expect(findPhp(), 'a PHP that can run WordPress').not.toBeNull();
  const wordpress = await startWordPress(php === undefined ? {} : { php });
  try {
    const signIn = await fetch(wordpress.signInUrl('admin'), { redirect: 'manual' });
    const cookie = signIn.headers.getSetCookie().map((line) => line.split(';')[0]);
    const admin = await fetch(`${wordpress.url}/wp-admin/`, { headers: { cookie: cookie.join('; ') } });
    expect(await admin.text()).toContain('Bu Sari');

    const nonce = await (
      await fetch(`${wordpress.url}/wp-admin/admin-ajax.php?action=rest-nonce`, {
        headers: { cookie: cookie.join('; ') },
      })
    ).text();
    const made = await fetch(`${wordpress.url}/index.php?rest_route=/wp/v2/posts`, {
      method: 'POST',
      headers: { cookie: cookie.join('; '), 'x-wp-nonce': nonce, 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Gula semut', content: '<p>25rb</p>', status: 'publish' }),
    });
    expect(made.status).toBe(201);
    const { link } = (await made.json()) as { link: string };
    expect(link).toBe(`${wordpress.url}/gula-semut/`);
    expect(await (await fetch(link)).text()).toContain('Gula semut');
  } finally {
    await wordpress.stop();
  }
});
