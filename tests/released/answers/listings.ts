import { newId } from '#contract/newId.ts';
import { hideListing } from '#marketplace/listings/visibility.ts';
import { sha256 } from '#tests/marketplace/harness.ts';
import { localSite, page } from '#tests/marketplace/localSite.ts';
import { jpeg } from '#tests/marketplace/pictures.ts';
import { listingInput } from '#tests/marketplace/samples.ts';
import type { Asker } from './ask.ts';

const PUT = 'PUT /v1/listings/:id';
const LINK = 'PUT /v1/listings/:id/backlink';

/** Photos, and everything that may be said of them; the hash of one that the server has. */
async function askAboutPhotos({ ask }: Asker): Promise<string> {
  const bytes = await jpeg({ width: 64, height: 48, seed: 3 });
  const hash = sha256(bytes);
  const put = (about: string, sha: string, raw: Uint8Array<ArrayBuffer>) =>
    ask(about, 'PUT /v1/photos/:sha256', { at: { sha256: sha }, raw, headers: { 'content-type': 'image/jpeg' } });
  await ask('a photo that was not sent', 'GET /v1/photos/:sha256', { at: { sha256: hash } });
  await put('a new photo', hash, bytes);
  await put('the same photo again', hash, bytes);
  await ask('a photo that is there', 'GET /v1/photos/:sha256', { at: { sha256: hash } });
  await put('a photo under another name', 'f'.repeat(64), bytes);
  const words = new TextEncoder().encode('no picture');
  await put('words for a photo', sha256(words), words);
  const large = new Uint8Array(400_001);
  await put('too many bytes', sha256(large), large);
  await put('a name that is no hash', 'x', bytes);
  return hash;
}

/** A listing in all its states: full and as bare as it may be, linked, hidden, withdrawn, old, another village's. */
export async function askAboutListings(asker: Asker): Promise<void> {
  const { ask, market, village } = asker;
  const hash = await askAboutPhotos(asker);
  const site = await localSite();
  const { sites } = await market.deps.db
    .updateTable('villages')
    .set({ sites: [site.url] })
    .where('id', '=', village.id)
    .returning('sites')
    .executeTakeFirstOrThrow();
  const id = newId();
  const permits = {
    pirt: { number: '2063303010123-28', until: null },
    bpom: { number: 'MD867012345678', until: '2027-06-30' },
    halal: { number: 'ID33110000123450422', until: null },
    nib: { number: '1234567890123', until: null },
  };
  const full = listingInput([hash], { siteUrl: sites[0] ?? null, permits });
  const at = { id };
  await ask('no listings', 'GET /v1/listings');
  const first = await ask('a new listing with everything in it', PUT, { at, body: full });
  await ask('the same again', PUT, { at, body: full });
  await ask('the same revision, other words', PUT, { at, body: { ...full, name: 'Gula lain' } });
  const bare = { packSize: null, stock: null, floor: null, siteUrl: null, description: '', terms: '' };
  await ask('a listing as bare as it may be', PUT, { at: { id: newId() }, body: listingInput([hash], bare) });
  await ask('a member that this server does not know', PUT, { at: { id: newId() }, body: { ...full, later: 'x' } });
  await ask('a photo that was not sent', PUT, { at: { id: newId() }, body: listingInput(['b'.repeat(64)]) });
  await ask('nothing of a listing', PUT, { at: { id: newId() }, body: {} });
  await ask('a floor above the price', PUT, {
    at: { id: newId() },
    body: { ...full, floor: { price: 30_000, below: 'ask' } },
  });
  await ask('no JSON', PUT, { at: { id: newId() }, raw: 'x', headers: { 'content-type': 'text/plain' } });
  await ask('far too much', PUT, { at: { id: newId() }, body: { ...full, description: 'x'.repeat(70_000) } });
  const other = await market.village();
  await ask("another village's listing, written", PUT, { at, token: other.token, body: full });
  await ask("another village's listing, read", 'GET /v1/listings/:id', { at, token: other.token });
  await ask('no such listing', 'GET /v1/listings/:id', { at: { id: newId() } });

  const link = `${(first.body as { shortUrl: string }).shortUrl}`;
  const url = `${site.url}/post/1`;
  const back = (about: string, body: object, listing = at) => ask(about, LINK, { at: listing, body });
  await back('a post that waits for an editor', { url, state: 'pending' });
  await back('a post without our link', { url, state: 'published' });
  site.answer = page(`<a href="${link}">Gula</a>`);
  await back('a post with our link', { url, state: 'published' });
  await back('a post on a foreign host', { url: 'https://lain.example/1', state: 'published' });
  await back('a post of no listing', { url, state: 'published' }, { id: newId() });
  await ask('a listing that is linked', 'GET /v1/listings/:id', { at });
  await back('a post that was taken down', { url, state: 'gone' });
  await hideListing(market.deps, id, 'Foto bukan produk ini');
  await ask('a listing that an operator hid', 'GET /v1/listings/:id', { at });
  await hideListing(market.deps, id, null);
  await ask('sold out', PUT, { at, body: { ...full, rev: 2, availability: 'habis', stock: 0, flagship: true } });
  await ask('withdrawn', PUT, { at, body: { ...full, rev: 3, state: 'withdrawn' } });
  await ask('an old revision', PUT, { at, body: { ...full, rev: 2 } });
  await ask('all listings', 'GET /v1/listings', { at: { '?': '?mine=1' } });
  site.stop();
}
