// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import { answerAs } from '#tests/cms/browser.ts';
import { startJoomla } from '#tests/cms/doubles/joomla.ts';
import { startOpensid } from '#tests/cms/doubles/opensid.ts';
import { startWordPressDouble } from '#tests/cms/doubles/wordpress.ts';
import { siteOn } from '#tests/cms/joomla/site.ts';
import { openTab } from '#tests/cms/opensid/browser.ts';
import { postOf } from '#tests/cms/opensid/post.ts';
import { driver as wordpressDriver, wordpressTarget } from '#tests/cms/wordpress/site.ts';
import { joomlaDriver } from '#utils/cms/joomla/driver.ts';
import { jsonIn } from '#utils/cms/json.ts';
import { opensidDriver } from '#utils/cms/opensid/driver.ts';
import type { Driver, DriverContext } from '#utils/cms/types.ts';

/** As PHP prints it where a host shows errors to everybody; brackets and braces stand in it as well. */
const WARNING =
  '<br />\n<b>Warning</b>: Undefined array key "x" in <b>/home/desa/plugins/{a}/[b].php</b> on line <b>12</b><br />\n';

describe('JSON in a reply', () => {
  test.each([
    ['alone', '{"id":7}'],
    ['behind warnings', `${WARNING}{"id":7}`],
    ['between warnings', `${WARNING}{"id":7}${WARNING.replace(/[{}[\]]/g, '')}`],
    ['behind a byte order mark', '\ufeff{"id":7}'],
  ])('%s', (_, text) => expect(jsonIn(text)).toEqual({ id: 7 }));

  test('a list is read as the list that it is', () => {
    expect(jsonIn(`${WARNING}[{"id":7},{"id":8}]`)).toEqual([{ id: 7 }, { id: 8 }]);
  });

  test.each(['', 'Perawatan', '<h1>404</h1>', `<script>${'{'.repeat(100_000)}</script>`])('none in %.20j', (text) =>
    expect(jsonIn(text)).toBeUndefined(),
  );
});

const toJpeg = async (blob: Blob) => blob;
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function wordpress(rest: 'open' | 'forbidden'): Promise<[Driver, DriverContext]> {
  const double = await startWordPressDouble({ rest });
  const site = await wordpressTarget('warnings', async () => double).start();
  stops.push(() => site.stop());
  return [wordpressDriver, await site.signIn('admin')];
}
async function opensid(): Promise<[Driver, DriverContext]> {
  const { base, close } = await startOpensid();
  stops.push(close);
  return [opensidDriver(toJpeg), await (await openTab(base, 'admin')).open('web')];
}
async function joomla(version: 3 | 5): Promise<[Driver, DriverContext]> {
  const { url, witness, close } = await startJoomla({ version });
  stops.push(close);
  return [joomlaDriver(toJpeg), await siteOn({ url, witness, password: 'x', stop: close }).signIn('admin')];
}

test.each<[string, () => Promise<[Driver, DriverContext]>]>([
  ['WordPress by REST', () => wordpress('open')],
  ['WordPress by its forms', () => wordpress('forbidden')],
  ['OpenSID', opensid],
  ['Joomla 3', () => joomla(3)],
  ['Joomla 5', () => joomla(5)],
])('%s: a host that prints warnings before every reply gets the post with its picture', async (_, start) => {
  const [driver, context] = await start();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const reply = await context.fetch(input, init);
    const { status, headers, url, redirected } = reply;
    // What was printed first has sent the head already.
    const response = new Response(WARNING + (await reply.text()), { status: status >= 400 ? 200 : status, headers });
    return answerAs(url, redirected, response);
  };
  const ref = await driver.save({ ...context, fetch }, postOf());
  expect(ref).toMatchObject({ state: 'published', imageUrl: expect.any(String) });
  expect(ref).not.toHaveProperty('pictureMissing');
});
