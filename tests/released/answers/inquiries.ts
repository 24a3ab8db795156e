import { newId } from '#contract/newId.ts';
import { act } from '#marketplace/inquiries/act.ts';
import { sweepDue } from '#marketplace/inquiries/due.ts';
import type { Command } from '#marketplace/inquiries/transitions.ts';
import { hideListing, setVillageStatus } from '#marketplace/listings/visibility.ts';
import { addListing, openThread } from '#tests/marketplace/inquiries/fixture.ts';
import type { Asker } from './ask.ts';

const HOUR = 3_600_000;
const SAY = 'PUT /v1/inquiries/:id/messages/:messageId';
const terms = (price: number, quantity = 10) => ({ price, quantity });

/** Every kind of thread, from the question to the deal, with every message of the village and every refusal. */
export async function askAboutInquiries({ ask, market, village }: Asker): Promise<void> {
  const { deps, clock } = market;
  await ask('an empty inbox', 'GET /v1/inquiries');
  await ask('a month without deals', 'GET /v1/deals');
  const listing = await addListing(market, village);
  const open = (input: Parameters<typeof openThread>[2] = { text: 'Masih ada?' }) => openThread(market, listing, input);
  // Each buyer has a number of their own: the offers of one are counted together.
  let buyers = 10;
  const offer = () => {
    buyers += 1;
    return open({ text: 'Boleh?', terms: terms(20_000), name: 'Rina', phone: `+62857111222${buyers}` });
  };
  const say = (about: string, id: string, body: object, messageId = newId()) =>
    ask(about, SAY, { at: { id, messageId }, body });
  const buyer = (id: string, command: object) =>
    act(
      deps,
      { villageId: village.id, id },
      {
        messageId: newId(),
        command: { by: 'buyer', text: '', ...command } as Command,
        deviceId: null,
      },
    );

  const asked = await open();
  await ask('a question of nobody named', 'GET /v1/inquiries/:id', { at: { id: asked.id } });
  const messageId = newId();
  await say('a reply', asked.id, { kind: 'reply', text: 'Masih, Kak.' }, messageId);
  await say('the same reply again', asked.id, { kind: 'reply', text: 'Masih, Kak.' }, messageId);
  await say('other words under its id', asked.id, { kind: 'reply', text: 'Habis.' }, messageId);
  await say('a kind of message that is none', asked.id, { kind: 'shout', text: 'x' });
  await say('no such inquiry', newId(), { kind: 'reply', text: 'x' });
  await ask('a number that was not given', 'GET /v1/inquiries/:id/phone', { at: { id: asked.id } });
  await ask('nothing was agreed', 'GET /v1/inquiries/:id/receipt', { at: { id: asked.id } });
  await buyer(asked.id, { kind: 'say', text: 'Terima kasih' });

  const bargained = await offer();
  await ask('an offer', 'GET /v1/inquiries/:id', { at: { id: bargained.id } });
  await say('a counter above the list price', bargained.id, {
    kind: 'counter',
    terms: terms(30_000),
    text: '',
    seen: 1,
  });
  await say('a counter', bargained.id, { kind: 'counter', terms: terms(23_000), text: 'Ongkos naik', seen: 1 });
  await buyer(bargained.id, { kind: 'offer', terms: terms(21_000), seen: 2 });
  await say('a counter that is not lower', bargained.id, { kind: 'counter', terms: terms(24_000), text: '', seen: 3 });
  await say('something that has changed since', bargained.id, { kind: 'accept', text: '', seen: 1 });
  await say('a deal', bargained.id, { kind: 'accept', text: 'Setuju', seen: 3 });
  await ask('a deal is printed', 'GET /v1/inquiries/:id/receipt', { at: { id: bargained.id } });
  await ask('a number that was given', 'GET /v1/inquiries/:id/phone', { at: { id: bargained.id } });
  await say('handed over', bargained.id, { kind: 'fulfil', text: '', seen: 4 });
  await ask('a deal that was handed over is printed', 'GET /v1/inquiries/:id/receipt', { at: { id: bargained.id } });

  const cancelled = await offer();
  await say('agreed', cancelled.id, { kind: 'accept', text: '', seen: 1 });
  await say('called off', cancelled.id, { kind: 'cancel', text: 'Panen gagal', seen: 2 });
  const declined = await offer();
  await say('declined', declined.id, { kind: 'decline', text: '', seen: 1 });
  const withdrawn = await offer();
  await buyer(withdrawn.id, { kind: 'withdraw', seen: 1 });
  await ask('an offer that was taken back', 'GET /v1/inquiries/:id', { at: { id: withdrawn.id } });
  const reported = await open({ text: 'Klik https://judi.example' });
  await ask('a question that was held back', 'GET /v1/inquiries/:id', { at: { id: reported.id } });
  await say('reported', reported.id, { kind: 'report', text: 'Bukan pembeli' });
  const forgotten = await open({ text: 'Lupakan saya', name: 'Rina' });
  await buyer(forgotten.id, { kind: 'erase' });
  await ask('a buyer who wants to be forgotten', 'GET /v1/inquiries/:id', { at: { id: forgotten.id } });
  await say('a word to somebody who is gone', forgotten.id, { kind: 'reply', text: 'Halo?' });
  const late = await offer();
  const countered = await offer();
  await say('a counter that waits', countered.id, { kind: 'counter', terms: terms(24_000), text: '', seen: 1 });
  clock.advance(25 * HOUR);
  await sweepDue(deps);
  await ask('an offer that the village was reminded of', 'GET /v1/inquiries/:id', { at: { id: late.id } });
  clock.advance(24 * HOUR);
  await sweepDue(deps);
  await ask('an offer that has run out', 'GET /v1/inquiries/:id', { at: { id: late.id } });

  const all = await ask('a full inbox', 'GET /v1/inquiries');
  const { cursor } = all.body as { cursor: string };
  await ask('nothing new', 'GET /v1/inquiries', { at: { '?': `?after=${encodeURIComponent(cursor)}` } });
  await ask('a cursor that is none', 'GET /v1/inquiries', { at: { '?': '?after=x' } });
  await ask('deals of a month', 'GET /v1/deals');
  await ask('deals as a spreadsheet', 'GET /v1/deals.csv');
  await ask('a month that is none', 'GET /v1/deals', { at: { '?': '?month=2026-13' } });
  for (let looks = 0; looks < 61; looks += 1)
    await market.call('GET', `/v1/inquiries/${asked.id}/phone`, { token: village.token });
  await ask('too many looks', 'GET /v1/inquiries/:id/phone', { at: { id: asked.id } });
}

/** What an open popup hears: the first event of each kind. */
export async function hearEvents({ market, village, answers }: Asker): Promise<void> {
  const response = await market.call('GET', '/v1/events', { token: village.token });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  const listing = await addListing(market, village);
  await openThread(market, listing);
  await hideListing(market.deps, listing.id, 'Salah desa');
  await setVillageStatus(market.deps, village.id, 'approved');
  const missing = new Set(['listing', 'inquiry', 'village']);
  while (missing.size > 0) {
    const { value = '', done } = (await reader?.read()) ?? { done: true };
    if (done) break;
    for (const [, json = ''] of value.matchAll(/^data: (.*)$/gm)) {
      const body = JSON.parse(json) as { kind: string };
      if (!missing.delete(body.kind)) continue;
      answers.push({
        about: `something of kind ${body.kind} changed`,
        route: 'GET /v1/events',
        status: 200,
        type: 'text/event-stream',
        body,
      });
    }
  }
  await reader?.cancel();
}
