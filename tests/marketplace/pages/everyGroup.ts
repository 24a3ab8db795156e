import type { PublicListing } from '#contract';
import { renderBulk } from '#marketplace/pages/group/BulkPage.tsx';
import { renderGroup } from '#marketplace/pages/group/GroupPage.tsx';
import type { GroupPageData } from '#marketplace/pages/group/model.ts';
import { renderSentOnly } from '#marketplace/pages/group/SentOnly.tsx';
import { emptyForm } from '#marketplace/pages/inquiryForm.ts';
import { link, type View } from '#marketplace/web/view.ts';
import { id, listing, shelf } from './fixtures.ts';

/** The pages of one product of many villages, and of one question to several of them, drawn for these listings. */
export function everyGroup(first: PublicListing = listing()): Record<string, (view: View) => string> {
  const listings = [first, ...shelf().slice(0, 5)].map((one, n) => ({
    ...one,
    village: { ...one.village, id: id(900 + n), name: n === 0 ? one.village.name : `${one.village.name} ${n}` },
  }));
  const offers = listings.map((one, n) => ({ listing: one, compared: n > 3 ? null : one.price * 4 }));
  const name = { slug: 'gula-semut', label: 'gula semut' };
  const prices = { per: 'kg' as const, lowest: 80_000, median: 100_000, villages: 4 };
  const place = { slug: 'desa-dagan', district: first.village.district, regency: first.village.regency };
  const data: GroupPageData = {
    group: { ...name, offers, hasMore: false, read: offers.length, prices },
    shown: offers,
    next: null,
    after: null,
    places: new Map(listings.map(({ village }) => [village.id, place])),
    form: { ...emptyForm(id(7)), unit: '', chosen: [] },
    issues: [],
    part: null,
  };
  const village = first.village.name;
  const partIn = (view: View) => ({ ...part, path: link(view, '/tanya/semua/x') });
  const part = { sent: [village], unsent: [{ village, why: first.terms }], canAgain: true };
  const status = { tone: 'good', title: first.name, text: first.terms, terms: null } as const;
  const open = { href: '/tanya/x', listing: first, status, answer: first.description };
  return {
    group: (view) => renderGroup(view, data),
    groupMany: (view) =>
      renderGroup(view, { ...data, next: id(1), group: { ...data.group, hasMore: true, prices: null } }),
    groupRefused: (view) =>
      renderGroup(view, {
        ...data,
        form: { ...emptyForm(id(8)), unit: '', chosen: [first.id], text: first.description, price: first.name },
        issues: ['villages_many', 'units_differ', 'other'].map((code) => ({ path: 'terms.price', code })),
      }),
    groupPartly: (view) =>
      renderGroup(view, {
        ...data,
        part: partIn(view),
      }),
    groupOne: (view) =>
      renderGroup(view, { ...data, shown: offers.slice(0, 1), group: { ...data.group, offers: offers.slice(0, 1) } }),
    groupSecondPage: (view) =>
      renderGroup(view, {
        ...data,
        shown: offers.slice(3),
        after: '0_0_100000_x',
        form: { ...data.form, chosen: listings.slice(0, 2).map((one) => one.id) },
        issues: [{ path: 'chosen', code: 'villages_asked', values: [5] }],
        part: { ...partIn(view), unsent: [], canAgain: false },
      }),
    sentOnly: (view) => renderSentOnly(view, partIn(view), new URLSearchParams({ text: first.description })),
    bulk: (view) =>
      renderBulk(view, {
        parts: [
          { village, open: { ...open, href: `/tanya/x?lang=${view.locale}` } },
          { village: `${village} 2`, open: { ...open, href: `/tanya/y?lang=${view.locale}`, answer: null } },
          { village: `${village} 3`, open: null },
        ],
        product: { title: first.name, href: `/produk/gula-semut?lang=${view.locale}` },
        path: '/tanya/semua/x',
      }),
  };
}
