// @vitest-environment jsdom
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startWordPress, type WordPress } from '#stack/wordpress.ts';
import { createBrowser } from '#tests/cms/browser.ts';
import { newPost } from '#tests/cms/suite/fixtures.ts';
import { wordpressTarget } from '#tests/cms/wordpress/site.ts';
import type { DriverContext, LinkBackPost } from '#utils/cms/types.ts';
import { wordpressDriver } from '#utils/cms/wordpress/driver.ts';
import { wordpress as recogniser } from '#utils/cms/wordpress/recognise.ts';

/** A real WordPress on hosts as villages have them: each is a must-use plugin, or a file, that one test lays down. */
let wordpress: WordPress;
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'hosts-'));
  wordpress = await startWordPress({ dataDir: dir });
}, 300_000);
afterAll(async () => {
  await wordpress.stop();
  await rm(dir, { recursive: true, force: true });
});
const laid = new Set<string>();
afterEach(async () => {
  for (const path of laid) await rm(path, { force: true });
  laid.clear();
  await wordpress.setRestBlocked(false);
});

async function lay(path: string, php: string): Promise<void> {
  const whole = join(dir, path);
  laid.add(whole);
  await writeFile(whole, `<?php\n${php}`);
}
let plugins = 0;
/** Each has a name of its own, because PHP keeps what it has compiled of a name for a while. */
async function plugin(php: string): Promise<void> {
  plugins += 1;
  await lay(`wp-content/mu-plugins/host-${plugins}.php`, php);
}

const driver = wordpressDriver(async (blob, longest) => {
  const picture = sharp(Buffer.from(await blob.arrayBuffer()));
  const sized = longest === undefined ? picture : picture.resize({ width: longest, withoutEnlargement: true });
  const bytes = await sized.jpeg({ quality: longest === undefined ? 85 : 70 }).toBuffer();
  return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
});
const target = wordpressTarget('hosts', () => Promise.reject(new Error('not started by the suite')));

/** A picture as the panel makes them: WebP, 1280 px wide, noisy enough to be of some size. */
async function webp(): Promise<Blob> {
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const;
  const raw = sharp({ create: { width: 1280, height: 960, channels: 3, background: '#a52', noise } });
  return new Blob([new Uint8Array(await raw.webp({ quality: 80 }).toBuffer())], { type: 'image/webp' });
}

async function postOf(): Promise<LinkBackPost> {
  const post = newPost(target);
  const image = { blob: await webp(), fileName: `gula-${post.listingId}.webp`, alt: post.title };
  return { ...post, image };
}

async function signedIn(role: 'admin' | 'author' = 'admin', path = '/wp-admin/profile.php'): Promise<DriverContext> {
  const browser = createBrowser(wordpress.url);
  await browser.fetch(wordpress.signInUrl(role));
  const { document, location } = await browser.open(`${wordpress.url}${path}`);
  const page = recogniser.recognise({ document, location });
  if (page === null) throw new Error(`${location} is not recognised`);
  return { page, document, fetch: browser.fetch };
}

const WITHOUT_WEBP = `add_filter( 'upload_mimes', function ( $m ) { unset( $m['webp'] ); return $m; }, 99 );`;
const SMALL_LIMIT = `foreach ( array( 'upload', 'sideload' ) as $way ) {
  add_filter( "wp_handle_{$way}_prefilter", function ( $file ) {
    if ( filesize( $file['tmp_name'] ) > 120000 ) $file['error'] = 'Terlalu besar.';
    return $file;
  } );
}`;
const NO_DECODER = `add_filter( 'wp_image_editors', function () {
  if ( ! class_exists( 'Host_GD' ) ) {
    class Host_GD extends WP_Image_Editor_GD {
      public static function supports_mime_type( $type ) {
        return 'image/webp' !== $type && parent::supports_mime_type( $type );
      }
    }
  }
  return array( 'Host_GD' );
} );`;
const WARNINGS = `if ( defined( 'DOING_AJAX' ) || isset( $_GET['rest_route'] ) || strpos( $_SERVER['REQUEST_URI'], 'async-upload' ) ) {
  echo "<br />\\n<b>Warning</b>: Undefined array key \\"x\\" [a{1}] in <b>/home/desa/p.php</b> on line <b>12</b><br />\\n";
}`;
const AJAX_CLOSED = `add_action( 'admin_init', function () {
  if ( wp_doing_ajax() && ! current_user_can( 'manage_options' ) ) wp_die();
} );`;

describe.each([
  ['by REST', false],
  ['by the forms', true],
] as const)('%s', (_, blocked) => {
  test.each([
    ['does not take WebP', WITHOUT_WEBP, 'jpg'],
    ['cannot decode WebP', NO_DECODER, null],
    ['takes little', SMALL_LIMIT, 'jpg'],
    ['prints warnings before everything', WARNINGS, 'webp'],
  ])('a host that %s gets the picture in', { timeout: 120_000 }, async (_, php, extension) => {
    await plugin(php);
    await wordpress.setRestBlocked(blocked);
    const post = await postOf();
    const ref = await driver.save(await signedIn(), post);
    expect(ref).toMatchObject({ state: 'published', imageUrl: expect.any(String) });
    expect(ref).not.toHaveProperty('pictureMissing');
    if (extension !== null) expect(ref.imageUrl).toMatch(new RegExp(`\\.${extension}$`));
    expect((await fetch(ref.imageUrl ?? '')).status).toBe(200);
  });

  test('a host that takes no picture at all: the post stands, and the picture is told as missing', async () => {
    await plugin(`foreach ( array( 'upload', 'sideload' ) as $way ) {
      add_filter( "wp_handle_{$way}_prefilter", function ( $file ) { $file['error'] = 'Tidak.'; return $file; } );
    }`);
    await wordpress.setRestBlocked(blocked);
    const ref = await driver.save(await signedIn(), await postOf());
    expect(ref).toMatchObject({ state: 'published', imageUrl: null, pictureMissing: 'refused' });
  });

  test('a plugin that keeps an administrator’s post as a draft is told as that', async () => {
    await plugin(`add_filter( 'wp_insert_post_data', function ( $data ) {
      if ( 'publish' === $data['post_status'] && 'post' === $data['post_type'] ) $data['post_status'] = 'draft';
      return $data;
    } );`);
    await wordpress.setRestBlocked(blocked);
    expect(await driver.save(await signedIn(), await postOf())).toMatchObject({ state: 'draft', kept: true });
  });
});

test('where ajax is closed to an author, the picture gets in all the same', async () => {
  await plugin(AJAX_CLOSED);
  const ref = await driver.save(await signedIn('author'), await postOf());
  expect(ref).toMatchObject({ state: 'published', imageUrl: expect.stringMatching(/\.webp$/) });
});

test('a guard that says 503 to REST alone does not hold the post up', async () => {
  await plugin(`add_filter( 'rest_authentication_errors', function () {
    return new WP_Error( 'rest_off', 'Off.', array( 'status' => 503 ) );
  }, 300 );`);
  expect(await driver.save(await signedIn(), await postOf())).toMatchObject({ state: 'published' });
});

test('a site in maintenance is told as that, not as a missing right, and goes on afterwards', async () => {
  const context = await signedIn();
  const post = await postOf();
  await lay('.maintenance', '$upgrading = time();');
  await expect(driver.save(context, post)).rejects.toMatchObject({ code: 'site_down', what: 'HTTP 503' });
  await wordpress.setRestBlocked(true);
  await expect(driver.save(context, post)).rejects.toMatchObject({ code: 'site_down', what: 'HTTP 503' });
  await rm(join(dir, '.maintenance'));
  expect(await driver.save(context, post)).toMatchObject({ state: 'published' });
});

test.each(['post-new.php', 'post.php'])('a fatal error on %s is the site’s, and not the person’s', async (page) => {
  await wordpress.setRestBlocked(true);
  await plugin(`add_action( 'load-${page}', function () { tidak_ada_fungsi(); } );`);
  await expect(driver.save(await signedIn(), await postOf())).rejects.toMatchObject({ code: 'site_down' });
});

test('on the public pages of the default block theme only the article itself is offered', async () => {
  const post = newPost(target);
  const ref = await driver.save(await signedIn(), { ...post, title: 'Gula Semut', image: null });
  for (const path of ['/', '/?s=gula', '/?cat=1']) {
    expect(await driver.prefill(await signedIn('admin', path)), path).toBeNull();
  }
  const article = await signedIn('admin', new URL(ref.url).pathname);
  expect(await driver.prefill(article)).toMatchObject({
    title: 'Gula Semut',
    text: expect.stringContaining('Gula semut dari nira kelapa'),
  });
  const editor = await signedIn('admin', `/wp-admin/post.php?post=${ref.postId}&action=edit`);
  expect(await driver.prefill(editor)).toMatchObject({ title: 'Gula Semut' });
});
