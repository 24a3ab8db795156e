import type { Recipe } from '#contract';
import { isInside } from '#contract/site.ts';
import { assistPage } from './cms/assist/page.ts';
import { drivers } from './cms/drivers.ts';
import { learnedDriver } from './cms/learned/driver.ts';
import { lookAtTable } from './cms/learned/products/look.ts';
import { readTable, readWhole } from './cms/learned/products/read.ts';
import { RECOGNISERS } from './cms/recognisers.ts';
import { unwritten } from './cms/traces.ts';
import { CmsError, type CmsPage, type Driver, type DriverContext, type LinkBackPost } from './cms/types.ts';
import { fromBase64, toBase64 } from './photos/base64.ts';
import { toJpeg } from './photos/jpeg.ts';
import { isQuestion } from './runtime/protocol.ts';
import {
  WRITER_INPUTS,
  type WriterFailure,
  type WriterInput,
  type WriterName,
  type WriterOutput,
} from './runtime/tabMessages.ts';

/** What needs no driver: it is asked of any page of the site. */
type TableName = 'cms/tableLook' | 'cms/table' | 'cms/tableForm' | 'cms/tablePictures';

type Work = {
  [N in Exclude<WriterName, TableName>]: (
    driver: Driver,
    context: DriverContext,
    input: WriterInput<N>,
  ) => Promise<WriterOutput<N>>;
};

const WORK: Work = {
  'cms/save': (driver, context, { image, recipe: _, ...post }) =>
    driver.save(context, { ...post, image: image && unpacked(image) }),
  'cms/retire': (driver, context, { recipe: _, ...post }) => driver.unpublish(context, post),
  async 'cms/prefill'(driver, context) {
    const found = await driver.prefill(context);
    if (found === null) return null;
    const { imageUrls, ...words } = found;
    return { ...words, images: await readImages(context, imageUrls) };
  },
  'cms/identity': (driver, context) => driver.identity(context),
  'cms/check': async (driver, context, { posts }) => (await driver.check?.(context, posts)) ?? [],
  'cms/productsPage': async (driver, context) => (await driver.productsPage?.(context)) ?? null,
  'cms/products': async (driver, context) => (await driver.products?.(context)) ?? null,
  'cms/media': async (driver, context) => (await driver.media?.(context)) ?? null,
  'cms/shelve': async (driver, context, { images, recipe: _, ...item }) =>
    (await driver.syncShop?.(context, { ...item, images: images.map(unpacked) })) ?? null,
  'cms/pictures': (_, context, { urls }) => Promise.all(urls.map((url) => readOwn(context, url))),
};

const TABLE_WORK: {
  [N in TableName]: (context: DriverContext, input: WriterInput<N>, address: string) => Promise<WriterOutput<N>>;
} = {
  'cms/tableLook': (context, _, address) => lookAtTable(context, new URL(address)),
  'cms/table': (context, { way }) => readTable(context, way),
  'cms/tableForm': (context, { way, product }) => readWhole(context, way, product),
  'cms/tablePictures': (context, { urls }) => Promise.all(urls.map((url) => readOwn(context, url))),
};

type Packed = NonNullable<WriterInput<'cms/save'>['image']>;

/** A picture as it was before it crossed from the background. */
export function unpacked({ type, base64, fileName, alt }: Packed): NonNullable<LinkBackPost['image']> {
  return { blob: new Blob([fromBase64(base64)], { type }), fileName, alt };
}

/** The answer to a question of the background, null when it is not for the writer. Never rejects. */
export function answerWriter(question: unknown, document: Document, address: string): Promise<unknown> | null {
  if (!isQuestion(question) || !Object.hasOwn(WRITER_INPUTS, question.name)) return null;
  return work(question.name as WriterName, question.input, document, address);
}

async function work<N extends WriterName>(
  name: N,
  raw: unknown,
  document: Document,
  address: string,
): Promise<unknown> {
  try {
    const input = WRITER_INPUTS[name].parse(raw) as WriterInput<N>;
    const fetch = globalThis.fetch.bind(globalThis);
    if ('siteUrl' in input) {
      const page = ofSite(input.siteUrl, address);
      return {
        ok: true,
        value: await TABLE_WORK[name as TableName]({ page, document, fetch }, input as never, address),
      };
    }
    const recipe = 'recipe' in input ? input.recipe : undefined;
    const { page, driver } = recipe === undefined ? known(document, address) : learned(recipe, address);
    const value = await WORK[name as keyof Work](driver, { page, document, fetch }, input as never);
    return { ok: true, value };
  } catch (error) {
    if (error instanceof CmsError) return toFailure(error);
    console.error(name, error);
    return { ok: false, code: 'markup_changed', what: error instanceof Error ? error.name : null };
  }
}

/** A failure as it crosses to the background. */
export function toFailure({ code, what, retryAfterSeconds, mayHaveWritten, traces }: CmsError): WriterFailure {
  const pause = retryAfterSeconds === null ? {} : { retryAfterSeconds };
  return { ok: false, code, what, ...pause, unwritten: !mayHaveWritten, traces: [...traces] };
}

/** The adapter of this page. Throws `signed_out` where it is no admin page of any CMS that we write to. */
function known(document: Document, address: string): { page: CmsPage; driver: Driver } {
  for (const { recognise } of RECOGNISERS) {
    const page = recognise({ document, location: new URL(address) });
    const driver = page && drivers[page.cms];
    if (page !== null && driver) return { page, driver };
    if (page !== null) break;
  }
  throw unwritten(new CmsError('signed_out'));
}

/** The driver that follows a recipe, on any page of the site that it is for. */
function learned(recipe: Recipe, address: string): { page: CmsPage; driver: Driver } {
  return { page: ofSite(recipe.siteUrl, address), driver: learnedDriver(recipe, LEARNED_TOOLS) };
}

/** A page of a site that no adapter knows. Throws `signed_out` for one that lies outside it. */
function ofSite(siteUrl: string, address: string): CmsPage {
  if (!isInside(address, siteUrl)) throw unwritten(new CmsError('signed_out'));
  return assistPage(siteUrl);
}

const LEARNED_TOOLS = {
  toJpeg,
  now: Date.now,
  wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
};

const IMAGES_MAX = 4;
/** Enough for a picture straight from a camera; the panel makes it small. Four of them still fit one message (64 MB). */
const IMAGE_BYTES_MAX = 6_000_000;

/** Same-origin pictures only, with the admin's session; one that cannot be had is left out. */
async function readImages(context: DriverContext, urls: string[]): Promise<{ type: string; base64: string }[]> {
  const own = urls.filter((url) => isOwn(context, url));
  const read = await Promise.all(own.slice(0, IMAGES_MAX).map((url) => readImage(context.fetch, url)));
  return read.filter((image) => image !== null);
}

async function readOwn(context: DriverContext, url: string): Promise<{ type: string; base64: string } | null> {
  return isOwn(context, url) ? readImage(context.fetch, url) : null;
}

function isOwn({ document, page }: DriverContext, url: string): boolean {
  return URL.parse(url, document.baseURI)?.origin === new URL(page.siteUrl).origin;
}

async function readImage(
  fetch: typeof globalThis.fetch,
  url: string,
): Promise<{ type: string; base64: string } | null> {
  try {
    const response = await fetch(url);
    const blob = await response.blob();
    if (!response.ok || !blob.type.startsWith('image/') || blob.size > IMAGE_BYTES_MAX) return null;
    return { type: blob.type, base64: toBase64(await blob.arrayBuffer()) };
  } catch {
    return null;
  }
}
