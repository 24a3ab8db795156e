import { BUYERS } from './crowd.ts';
import type { Bench } from './measure.ts';
import { requestRate } from './requestRate.ts';
import { LISTINGS, withListings } from './seeded.ts';
import { startServerProcess } from './serverProcess.ts';

/** As buyers type: Indonesian, Javanese, half of them with a slip. */
const QUERIES = [
  'gula semut', 'gula jawa', 'kripik singkong', 'keripk pisang', 'brambang', 'sapu gelagah', 'kopi', 'madu hutna', 'blangkon',
  'glua merah', 'batik tulis premium', 'telur asin gurih', 'rambakk kerupuk', 'kapulogo', 'teh hijau organik', 'organik',
  'batuk tulis', 'emping mlinjo',
]; // biome-ignore format: one list

/** The search page of a marketplace with many listings, on PostgreSQL, asked by several buyers at once. */
export const search: Bench = async (say) => {
  const { url } = await withListings(say);
  const server = await startServerProcess(url);
  try {
    const what = `search page, ${LISTINGS} listings, ${BUYERS} buyers`;
    const paths = QUERIES.map((query) => `/cari?q=${encodeURIComponent(query)}`);
    return await requestRate(url, server, { what, paths, told: { rate: { least: 1000 }, waitedMs: 50 } }, say);
  } finally {
    await server.stop();
  }
};
