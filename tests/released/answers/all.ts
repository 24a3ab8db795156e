import { startMarketplace } from '#tests/marketplace/harness.ts';
import { type Answer, createAsker } from './ask.ts';
import { askAboutInquiries, hearEvents } from './inquiries.ts';
import { askAboutListings } from './listings.ts';
import { askAboutVillage, askInTrouble } from './village.ts';

/** Every answer that the running marketplace gives a device: each route, in each way it can end. */
export async function everyAnswer(): Promise<Answer[]> {
  const market = await startMarketplace({ backend: 'embedded', config: { allowPrivateHosts: true } });
  try {
    const asker = createAsker(market, await market.village('Desa Dagan'));
    await askAboutVillage(asker);
    await askAboutListings(asker);
    await askAboutInquiries(asker);
    await hearEvents(asker);
    await askInTrouble(asker);
    await asker.ask('the whole interface', 'GET /openapi.json', { token: '' });
    return asker.answers;
  } finally {
    await market.stop();
  }
}
