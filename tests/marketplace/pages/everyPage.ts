import type { PublicListing } from '#contract';
import { renderAbout } from '#marketplace/pages/About.tsx';
import { renderContact } from '#marketplace/pages/Contact.tsx';
import { renderEmbed } from '#marketplace/pages/Embed.tsx';
import { NOTHING } from '#marketplace/pages/find/ask.ts';
import { renderGone } from '#marketplace/pages/Gone.tsx';
import { renderHome } from '#marketplace/pages/Home.tsx';
import { renderInvite, renderInviteProblem } from '#marketplace/pages/Invite.tsx';
import { emptyForm } from '#marketplace/pages/inquiryForm.ts';
import { renderNear } from '#marketplace/pages/near/NearPage.tsx';
import { renderProduct } from '#marketplace/pages/Product.tsx';
import { renderReport } from '#marketplace/pages/Report.tsx';
import { renderList } from '#marketplace/pages/Results.tsx';
import { renderShortCode } from '#marketplace/pages/ShortCode.tsx';
import { renderTitipDone } from '#marketplace/pages/titip/Done.tsx';
import { emptyTitipForm } from '#marketplace/pages/titip/form.ts';
import { renderTitip } from '#marketplace/pages/titip/TitipPage.tsx';
import { renderVillage } from '#marketplace/pages/Village.tsx';
import { renderVillages } from '#marketplace/pages/Villages.tsx';
import { renderFault, renderNotFound } from '#marketplace/web/Message.tsx';
import type { View } from '#marketplace/web/view.ts';
import { emptyList, foundList } from './everyList.ts';
import { id, NOW } from './fixtures.ts';

const NEAR_VILLAGE = {
  districtKey: 'bobotsari',
  regencyKey: 'purbalingga',
  place: { lat: -7.30512, lng: 109.3622 },
  metres: 12_345,
};
const STORES = { chrome: 'https://store.example/dodolan', firefox: null };
const INVITE = { path: '/undang/abc', expiresAt: NOW, stores: STORES, letters: null };

/** Every kind of page, drawn for one listing: what holds for pages is tested on all of them. */
export function everyPage(listing: PublicListing, shelf: PublicListing[]): Record<string, (view: View) => string> {
  const { village } = listing;
  const list = { listings: [listing, ...shelf], next: '0.1.x' };
  const profile = {
    ...village,
    medianAnswer: 3 * 3_600_000,
    photo: listing.photos[0] ?? null,
    about: listing.description.slice(0, 280),
    hours: listing.terms.slice(0, 120),
    head: listing.producerName,
    place: { lat: -7.30512, lng: 109.3622 },
  };
  const known = { ...NEAR_VILLAGE, ...village, photo: null, flagship: listing };
  const placed = [0, 1, 2, 3].map((n) => ({ ...known, lat: -7.3 + n / 50, lng: 109.3 + n / 40 }));
  const district = { ...NEAR_VILLAGE, district: village.district ?? '', regency: village.regency, centre: known.place };
  const near = { districts: [district], regencies: [], isUnread: false, hasScript: false };
  const found = { villages: [known], unplaced: [{ ...known, place: null, metres: null }], continued: false };
  const goods = { kinds: [listing.category, 'batik' as const], kind: null, sort: 'unggulan' as const };
  const around = {
    listing,
    elsewhere: shelf.slice(0, 2),
    siblings: shelf.slice(2),
    trust: { medianAnswer: 3 * 3_600_000, sold: 4 },
  };
  const titip = { village, path: '/titip/abc', thumbnails: [], hasShrinker: false };
  const blank = { form: emptyForm(id(7)), issues: [] };
  return {
    home: (view) => renderHome(view, { newest: list.listings, kinds: [listing.category], villages: [village] }),
    search: (view) => renderList(view, foundList(listing, list)),
    spoken: (view) =>
      renderList(view, {
        ...foundList(listing, list),
        ask: { ...NOTHING, query: listing.name || 'x' },
        corrected: null,
        mentioned: true,
      }),
    empty: (view) => renderList(view, emptyList(listing)),
    category: (view) =>
      renderList(view, {
        ...foundList(listing, list),
        ask: { ...NOTHING, category: listing.category },
        corrected: null,
      }),
    village: (view) => renderVillage(view, { ...list, ...goods, village: profile, continued: false, elsewhere: shelf }),
    villageOfKind: (view) =>
      renderVillage(view, {
        ...list,
        ...goods,
        kind: listing.category,
        sort: 'termurah',
        village: profile,
        continued: true,
        elsewhere: [],
      }),
    villages: (view) =>
      renderVillages(view, {
        villages: [known, { ...known, place: null }],
        placed,
        next: 'x',
        continued: false,
      }),
    near: (view) => renderNear(view, { ...near, results: null }),
    nearRegencies: (view) =>
      renderNear(view, { ...near, regencies: [district, { regencyKey: '', regency: null }], results: null }),
    nearDistrict: (view) => renderNear(view, { ...near, results: { ...found, from: district, next: '7.x' } }),
    nearPosition: (view) =>
      renderNear(view, {
        ...near,
        isUnread: false,
        results: { ...found, from: { lat: -7.31, lng: 109.36 }, next: '7.x' },
      }),
    nearUnread: (view) => renderNear(view, { ...near, isUnread: true, results: null }),
    product: (view) => renderProduct(view, around, blank),
    gone: (view) => renderGone(view, { ...around, kinds: [listing.category] }),
    report: (view) =>
      renderReport(
        view,
        { name: listing.name, path: `/p/${listing.slug}` },
        { text: listing.terms, reason: null, notice: 'x' },
      ),
    contact: (view) => renderContact(view, { product: listing, action: `/p/${listing.slug}/wa`, proof: null }),
    embed: (view) => renderEmbed(view, listing),
    invite: (view) => renderInvite(view, { ...INVITE, url: `${view.baseUrl}/undang/abc`, village: village.name }),
    inviteMoved: (view) =>
      renderInvite(view, { ...INVITE, url: `${view.baseUrl}/undang/abc`, village: village.name, letters: 'ABCD2345' }),
    shortCode: (view) => renderShortCode(view, { typed: listing.terms, problem: 'wrong' }),
    shortCodeLater: (view) => renderShortCode(view, { typed: 'ABCD-2345', problem: 7 }),
    inviteUsed: (view) => renderInviteProblem(view, 'used'),
    inviteExpired: (view) => renderInviteProblem(view, 'expired'),
    inviteUnknown: (view) => renderInviteProblem(view, 'unknown'),
    titip: (view) => renderTitip(view, { ...titip, form: emptyTitipForm(id(8)), issues: [] }),
    titipAgain: (view) =>
      renderTitip(view, {
        ...titip,
        form: { ...emptyTitipForm(id(8)), name: listing.name, description: listing.description, unit: 'kg' },
        issues: [
          { path: 'price', code: 'price_missing' },
          { path: 'producer.consent', code: 'consent_missing' },
        ],
      }),
    titipDone: (view) => renderTitipDone(view, titip),
    about: renderAbout,
    notFound: renderNotFound,
    fault: renderFault,
  };
}
