import type { PublicListing } from '#contract';
import { renderAbout } from '#marketplace/pages/About.tsx';
import { renderContact } from '#marketplace/pages/Contact.tsx';
import { renderEmbed } from '#marketplace/pages/Embed.tsx';
import { renderGone } from '#marketplace/pages/Gone.tsx';
import { renderHome } from '#marketplace/pages/Home.tsx';
import { renderInvite, renderInviteProblem } from '#marketplace/pages/Invite.tsx';
import { emptyForm } from '#marketplace/pages/inquiryForm.ts';
import { renderProduct } from '#marketplace/pages/Product.tsx';
import { renderReport } from '#marketplace/pages/Report.tsx';
import { renderCategory, renderSearch } from '#marketplace/pages/Results.tsx';
import { renderShortCode } from '#marketplace/pages/ShortCode.tsx';
import { renderTitipDone } from '#marketplace/pages/titip/Done.tsx';
import { emptyTitipForm } from '#marketplace/pages/titip/form.ts';
import { renderTitip } from '#marketplace/pages/titip/TitipPage.tsx';
import { renderVillage } from '#marketplace/pages/Village.tsx';
import { renderVillages } from '#marketplace/pages/Villages.tsx';
import { renderFault, renderNotFound } from '#marketplace/web/Message.tsx';
import type { View } from '#marketplace/web/view.ts';
import { id, NOW } from './fixtures.ts';

const STORES = { chrome: 'https://store.example/dodolan', firefox: null };
const INVITE = { path: '/undang/abc', expiresAt: NOW, stores: STORES, letters: null };

/** Every kind of page, drawn for one listing: what holds for pages is tested on all of them. */
export function everyPage(listing: PublicListing, shelf: PublicListing[]): Record<string, (view: View) => string> {
  const { village } = listing;
  const list = { listings: [listing, ...shelf], next: '0.1.x' };
  const profile = { ...village, medianAnswer: 3 * 3_600_000 };
  const around = { listing, elsewhere: shelf.slice(0, 2), siblings: shelf.slice(2) };
  const titip = { village, path: '/titip/abc', thumbnails: [], hasShrinker: false };
  const blank = { form: emptyForm(id(7)), issues: [] };
  return {
    home: (view) => renderHome(view, { newest: list.listings, villages: [village], moreVillages: true }),
    search: (view) =>
      renderSearch(view, { ...list, query: listing.name, corrected: listing.name, loose: true, continued: false }),
    empty: (view) =>
      renderSearch(view, {
        query: listing.name,
        listings: [],
        next: null,
        corrected: null,
        loose: false,
        continued: false,
      }),
    category: (view) => renderCategory(view, { ...list, category: listing.category, continued: false }),
    village: (view) => renderVillage(view, { ...list, village: profile, continued: false, elsewhere: shelf }),
    villages: (view) => renderVillages(view, { villages: [village], next: 'x', continued: false }),
    product: (view) => renderProduct(view, around, blank),
    gone: (view) => renderGone(view, around),
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
