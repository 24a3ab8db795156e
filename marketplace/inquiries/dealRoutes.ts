import * as z from 'zod/mini';
import { DealPage, Id, Month, Receipt } from '#contract';
import { toCsv } from '#contract/csv.ts';
import { wibDay, wibMonth } from '#contract/wib.ts';
import { type Route, villageRoute } from '#marketplace/http/route.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { dealsOf } from './deals.ts';
import { receiptOf } from './receipt.ts';

const OfMonth = z.object({ month: z.optional(Month) });

const list = villageRoute({
  method: 'GET',
  path: '/v1/deals',
  summary: 'Deals agreed in a month (WIB; this one without a month), and the sums of the last twelve',
  query: OfMonth,
  response: DealPage,
  problems: [],
  handle: ({ deps, query, actor }) => dealsOf(deps, actor.villageId, query.month ?? wibMonth(deps.now())),
});

const HEADER = ['Tanggal', 'Produk', 'Pembeli', 'Jumlah', 'Satuan', 'Harga', 'Total', 'Keadaan'];
const STATES = { deal: 'sepakat, belum bayar', fulfilled: 'selesai', cancelled: 'batal' };

const csv = villageRoute({
  method: 'GET',
  path: '/v1/deals.csv',
  summary: 'The same month as a spreadsheet (CSV, UTF-8); no phone numbers',
  query: OfMonth,
  response: null,
  rawResponse: 'text/csv',
  problems: [],
  async handle({ deps, query, actor }) {
    const { month, deals } = await dealsOf(deps, actor.villageId, query.month ?? wibMonth(deps.now()));
    const rows = deals.map(({ agreedAt, listing, buyer, terms, total, state }) => [
      wibDay(agreedAt),
      listing.name,
      buyer.name ?? '',
      terms.quantity,
      listing.unitWord || listing.unit,
      terms.price,
      total,
      STATES[state],
    ]);
    return new Response(toCsv([HEADER, ...rows]), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="sepakat-${month}.csv"`,
        'cache-control': 'private, no-store',
      },
    });
  },
});

const receipt = villageRoute({
  method: 'GET',
  path: '/v1/inquiries/:id/receipt',
  summary: 'What was agreed, to be printed; `inquiry_unknown` until something is',
  params: z.object({ id: Id }),
  response: Receipt,
  problems: ['inquiry_unknown'],
  async handle({ deps, params, actor }) {
    const found = await receiptOf(deps, actor.villageId, params.id);
    if (!found) throw new ProblemError('inquiry_unknown');
    return found;
  },
});

export const dealRoutes: Route[] = [list, csv, receipt];
