import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { openFirefox } from '#stack/firefox.ts';
import type { Lab } from '#tests/e2e/pages/photoLab.entry.ts';
import { servePhotoLab } from '#tests/e2e/pages/photoLab.ts';
import { atEnd } from '#tests/support/lifetime.ts';

declare const lab: Lab;

let page: Page;
beforeAll(async () => {
  const site = await servePhotoLab();
  atEnd(site.close);
  const firefox = await openFirefox();
  atEnd(firefox.close);
  page = await firefox.browser.newPage();
  await page.goto(site.url);
});

const prepare = (bytes: Buffer) => page.evaluate((b) => lab.prepare(b), bytes.toString('base64'));
const tall = () =>
  sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"><rect width="100%" height="100%" fill="#00d"/></svg>',
    ),
  );

test('half a picture is refused, which Firefox would show with a white lower part', async () => {
  const whole = await tall().jpeg().toBuffer();
  expect(await prepare(whole)).toMatchObject({ photo: { width: 300, height: 400 } });
  expect(await prepare(whole.subarray(0, -200))).toEqual({ code: 'photo_broken' });
});

test.each(['jpeg', 'webp', 'png'] as const)('a %s that the camera stored on its side is upright', async (format) => {
  const onSide = sharp(await tall().rotate(270).png().toBuffer());
  const stored = await onSide[format]().withMetadata({ orientation: 6 }).toBuffer();
  expect(await prepare(stored)).toMatchObject({ photo: { width: 300, height: 400 } });
});

test('a phone’s 64 megapixels are taken', async () => {
  const large = sharp({ create: { width: 9248, height: 6936, channels: 3, background: '#c33' } });
  expect(await prepare(await large.jpeg().toBuffer())).toMatchObject({ photo: { width: 1280, height: 960 } });
});
