import type { PublicListing } from '#contract';
import { newId } from '#contract/newId.ts';
import type { Deps } from '#marketplace/deps.ts';
import { linkedGroup } from '#marketplace/groups/counted.ts';
import { proofOfWorkFor } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import { isUnderLoad } from '#marketplace/inquiries/proofOfWork/load.ts';
import { kindsOnSale } from '#marketplace/listings/kinds.ts';
import { sameProduct, villageListings } from '#marketplace/listings/service.ts';
import { htmlPage, type Page } from '#marketplace/web/respond.ts';
import type { View } from '#marketplace/web/view.ts';
import { renderGone } from './Gone.tsx';
import { emptyForm, type FormIssue, type InquiryForm, needsScript } from './inquiryForm.ts';
import { renderProduct } from './Product.tsx';
import { trustIn } from './trust.ts';

const SIBLINGS = 4;

export interface SentForm {
  form: InquiryForm;
  issues: FormIssue[];
  status?: number;
}

/**
 * The product page of a listing, or the kind 410 of a withdrawn one. After a refused question, `asked` brings back what
 * was typed and what is wrong with it (status 422 unless given).
 */
export async function renderProductPage(
  deps: Deps,
  view: View,
  listing: PublicListing,
  asked?: SentForm,
): Promise<Page> {
  const [elsewhere, own, pressed, trust] = await Promise.all([
    sameProduct(deps, listing),
    villageListings(deps, listing.village.id, { limit: SIBLINGS + 1 }),
    isUnderLoad(deps, listing.village.id),
    trustIn(deps, listing.village.id, listing.id),
  ]);
  const siblings = own.listings.filter((it) => it.id !== listing.id).slice(0, SIBLINGS);
  const group = await linkedGroup(deps, listing.name, [listing, ...elsewhere]);
  const data = { listing, elsewhere, siblings, trust, group };
  if (listing.state === 'withdrawn') {
    const kinds = await kindsOnSale(deps);
    return htmlPage(renderGone(view, { ...data, kinds }), { status: 410, cache: 'own' });
  }
  const { form: typed, issues, status = 422 } = asked ?? { form: emptyForm(newId()), issues: [], status: 200 };
  const proof = pressed ? proofOfWorkFor(deps, listing.id, typed.proof) : null;
  const html = renderProduct(view, data, { form: { ...typed, proof, hasMail: deps.config.mail !== null }, issues });
  // Each page holds its own id for the question, so no cache may give one page to two buyers.
  return htmlPage(html, { status, cache: 'own', hasScript: needsScript(proof) });
}
