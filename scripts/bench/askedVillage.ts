import { openInquiry } from '#marketplace/inquiries/open.ts';
import { findPublic } from '#marketplace/listings/service.ts';
import type { RunningServer } from '#marketplace/server.ts';
import { createVillage } from '#marketplace/villages/create.ts';
import { createInvite } from '#marketplace/villages/invites.ts';
import { connectDevice } from '#stack/seed.ts';
import { listProduct } from './listing.ts';

/** A village whose product was asked for `count` times, half of them with an offer; the link of an unused invite. */
export async function askedVillage({ url, deps }: RunningServer, count: number): Promise<string> {
  const village = await createVillage(deps, {
    name: 'Desa Dagan',
    sites: ['https://dagan.desa.id'],
    status: 'approved',
  });
  const token = await connectDevice(url, (await createInvite(deps, village.id)).code);
  const { id } = await listProduct(url, token, 1);
  const listing = await findPublic(deps, id);
  if (listing === null) throw new Error('the product is not public');
  for (let index = 0; index < count; index++) {
    const terms = index % 2 === 0 ? { price: 20_000 + index, quantity: 10 } : null;
    const input = {
      text: `Apakah bisa kirim ${index + 1} bungkus?`,
      terms,
      name: `Pembeli ${index + 1}`,
      phone: null,
      consent: true,
    } as const;
    const { refusal } = await openInquiry(deps, { listing, input, locale: 'id', form: String(index) });
    if (refusal !== null) throw new Error(refusal);
  }
  return (await createInvite(deps, village.id)).url;
}
