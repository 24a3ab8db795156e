// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import { startDrupal } from '#tests/cms/doubles/drupal.ts';
import { startJoomla } from '#tests/cms/doubles/joomla.ts';
import { startOpensid } from '#tests/cms/doubles/opensid.ts';
import { startWordPressDouble } from '#tests/cms/doubles/wordpress.ts';
import { openAs } from '#tests/cms/drupal/double.ts';
import { siteOn } from '#tests/cms/joomla/site.ts';
import { openTab } from '#tests/cms/opensid/browser.ts';
import { pictureOf, postOf, repriced } from '#tests/cms/opensid/post.ts';
import { wordpressTarget } from '#tests/cms/wordpress/site.ts';
import { drupalDriver } from '#utils/cms/drupal/driver.ts';
import { joomlaDriver } from '#utils/cms/joomla/driver.ts';
import { opensidDriver } from '#utils/cms/opensid/driver.ts';
import type { ToJpeg } from '#utils/cms/picture.ts';
import type { Driver, DriverContext } from '#utils/cms/types.ts';
import { wordpressDriver } from '#utils/cms/wordpress/driver.ts';

/** A JPEG costs more bytes than the panel's WebP; the smaller one a part of them. */
const toJpeg: ToJpeg = async (_, longest) => pictureOf('image/jpeg', longest === undefined ? 3000 : 500);
const WEBP = { blob: pictureOf('image/webp', 2000), fileName: 'gula-semut-0123456789ab.webp', alt: 'Gula' };

interface Running {
  driver: Driver;
  context: DriverContext;
  setLimit(bytes: number): void;
}
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function wordpress(rest: 'open' | 'forbidden'): Promise<Running> {
  const double = await startWordPressDouble({ rest });
  const site = await wordpressTarget('limits', async () => double).start();
  stops.push(() => site.stop());
  const { options } = double.state;
  return {
    driver: wordpressDriver(toJpeg),
    context: await site.signIn('admin'),
    setLimit: (bytes) => void Object.assign(options, { uploadLimit: bytes }),
  };
}
async function opensid(): Promise<Running> {
  const { base, state, close } = await startOpensid();
  stops.push(close);
  return {
    driver: opensidDriver(toJpeg),
    context: await (await openTab(base, 'admin')).open('web'),
    setLimit: (bytes) => void Object.assign(state.options, { uploadLimit: bytes }),
  };
}
async function joomla(version: 3 | 5): Promise<Running> {
  const { url, witness, close, state } = await startJoomla({ version });
  stops.push(close);
  return {
    driver: joomlaDriver(toJpeg),
    context: await siteOn({ url, witness, password: 'x', stop: close }).signIn('admin'),
    setLimit: (bytes) => void Object.assign(state.options, { uploadLimit: bytes }),
  };
}
async function drupal(generation: 'drupal' | 'drupal7'): Promise<Running> {
  const double = await startDrupal({ generation });
  stops.push(() => double.stop());
  return {
    driver: drupalDriver(toJpeg),
    context: await openAs(double, 'admin'),
    setLimit: (bytes) => void Object.assign(double.state.options, { uploadLimit: bytes }),
  };
}

describe.each<[string, () => Promise<Running>]>([
  ['WordPress by REST', () => wordpress('open')],
  ['WordPress by its forms', () => wordpress('forbidden')],
  ['OpenSID', opensid],
  ['Joomla 3', () => joomla(3)],
  ['Joomla 5', () => joomla(5)],
  ['Drupal 7', () => drupal('drupal7')],
  ['Drupal 8 and newer', () => drupal('drupal')],
])('%s', (_, start) => {
  test('a site whose limit lies below the picture gets a smaller one', async () => {
    const { driver, context, setLimit } = await start();
    setLimit(1000);
    const post = postOf({ image: WEBP });
    const ref = await driver.save(context, post);
    expect(ref).toMatchObject({ state: 'published', imageUrl: expect.stringMatching(/\.jpe?g$/) });
    expect(ref).not.toHaveProperty('pictureMissing');
    // What is there is not sent again.
    const after = await driver.save(context, { ...repriced(post, 'Rp30.000'), known: ref });
    expect(after).toMatchObject({ postId: ref.postId, imageUrl: ref.imageUrl });
  });

  test('a site that takes not even that has the post, and the picture is told as missing until it is in', async () => {
    const { driver, context, setLimit } = await start();
    setLimit(100);
    const post = postOf({ image: WEBP });
    const ref = await driver.save(context, post);
    expect(ref).toMatchObject({ state: 'published', imageUrl: null, pictureMissing: 'refused' });
    setLimit(2_000_000);
    const after = await driver.save(context, { ...repriced(post, 'Rp30.000'), known: ref });
    expect(after).toMatchObject({ postId: ref.postId, imageUrl: expect.any(String) });
    expect(after).not.toHaveProperty('pictureMissing');
  });

  test('a product without a picture misses none', async () => {
    const { driver, context } = await start();
    const ref = await driver.save(context, postOf({ image: null }));
    expect(ref).not.toHaveProperty('pictureMissing');
  });
});
