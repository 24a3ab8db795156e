import { BuyerInquiry, Id, type PublicListing } from '#contract';
import { newId } from '#contract/newId.ts';
import { readPhone } from '#contract/phone.ts';
import type { Goods } from '#contract/unitWords.ts';
import { clientIp } from '#marketplace/http/clientIp.ts';
import { isForeignPost } from '#marketplace/http/sameOrigin.ts';
import { openInquiry } from '#marketplace/inquiries/open.ts';
import { limitOpening } from '#marketplace/inquiries/openingLimits.ts';
import { isSolution, readChallenge } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import { isUnderLoad } from '#marketplace/inquiries/proofOfWork/load.ts';
import type { Proof } from '#marketplace/inquiries/proofOfWork/spent.ts';
import type { FormIssue, InquiryForm } from '#marketplace/pages/inquiryForm.ts';
import { noMoreIssue } from '#marketplace/pages/noMore.ts';
import { listingOf } from '#marketplace/pages/productHandlers.ts';
import { renderProductPage } from '#marketplace/pages/productPage.ts';
import { issuesOf } from '#marketplace/validate.ts';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { link } from '#marketplace/web/view.ts';
import { field, proofIn, readForm, readTerms } from './form.ts';

/**
 * "Tanya / Tawar": opens a thread and redirects to its private page. When anything is wrong, the product page comes
 * back with what was typed.
 */
export const ask: PageHandler = async (request) => {
  const { deps, c, view } = request;
  const fields = await readForm(c);
  const listing = await listingOf(request);
  const isForeign = isForeignPost(c, deps.config);
  const form = typedForm(fields, isForeign);
  const again = (issues: FormIssue[], status = 422) => renderProductPage(deps, view, listing, { form, issues, status });
  if (listing.state === 'withdrawn') return again([]);
  // Nobody sees the field `website`. Whoever filled it may still be a person (some browsers fill in forms), and so may
  // whoever comes from another site's page (a translating proxy), so nothing is thrown away: the page comes back with
  // the field empty, and a second press, on our own page, sends the question.
  if (field(fields, 'website') !== '' || isForeign) return again([{ path: '', code: 'send_again' }]);

  const { input, issues } = readInquiry(deps.config.mail === null ? { ...form, email: '' } : form, listing);
  if (input === null) return again(issues);
  const somebodys = listing.village.practice ? (['phone', 'email'] as const).filter((name) => input[name]) : [];
  if (somebodys.length > 0) return again(somebodys.map((path) => ({ path, code: 'practice_contact' })));
  const proof = await proofOf(request, listing, form);
  if (proof === null) return again([{ path: '', code: 'send_again_busy' }]);
  const noMore = await limitOpening(deps, c, [listing], input.phone);
  if (noMore !== null) return again([noMoreIssue(view, noMore)], 429);
  const sender = JSON.stringify([form.id, clientIp(c, deps.config), c.req.header('user-agent') ?? '']);
  const opened = await openInquiry(deps, { listing, input, locale: view.locale, form: sender, proof });
  if (opened.refusal === 'proof_spent') {
    form.proof = null;
    return again([{ path: '', code: 'send_again_busy' }]);
  }
  if (opened.refusal !== null) {
    const path = opened.refusal.startsWith('offer') ? 'terms.price' : '';
    return again([{ path, code: opened.refusal }], 409);
  }
  const location = link(view, `/tanya/${opened.secret}`);
  return new Response(null, {
    status: 303,
    headers: { location, 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' },
  });
};

/**
 * The proof of work of a form. Null when there is load and the form carries no valid challenge, because it was made
 * before the load or is too old: the page then comes back with a challenge. `missing` when a challenge came without a
 * solution (a browser without scripts): that question is held, never refused.
 */
async function proofOf(
  { deps }: PageRequest,
  { id, village }: PublicListing,
  form: InquiryForm,
): Promise<Proof | null> {
  if (!(await isUnderLoad(deps, village.id))) return 'unneeded';
  const challenge = readChallenge(deps, id, form.proof);
  return challenge && form.proof && !isSolution(form.proof) ? 'missing' : challenge;
}

/**
 * The fields as they were typed. Where another site's page sent them, the buyer has yet to consent, and says to whom the
 * answers go: nobody else may tick that and fill it in.
 */
export function typedForm(fields: URLSearchParams, isForeign: boolean): InquiryForm {
  const own = (name: string) => (isForeign ? '' : field(fields, name));
  const id = Id.safeParse(field(fields, 'id'));
  return {
    id: id.success ? id.data : newId(),
    text: field(fields, 'text'),
    price: field(fields, 'price'),
    quantity: field(fields, 'quantity'),
    name: field(fields, 'name'),
    phone: own('phone'),
    email: own('email'),
    hasMail: false,
    consent: own('consent') !== '',
    proof: proofIn(fields),
  };
}

/** What the form asks of a listing, or what is wrong with it. Without goods it holds no offer. */
export function readInquiry(form: InquiryForm, of: Goods | null): { input: BuyerInquiry | null; issues: FormIssue[] } {
  const { terms, issues } = of === null ? { terms: null, issues: [] } : readTerms(form.price, form.quantity, of);
  const name = form.name.trim();
  const phone = form.phone.trim();
  const email = form.email.trim();
  const parsed = BuyerInquiry.safeParse(
    {
      text: form.text,
      terms,
      name: name === '' ? null : name,
      phone: phone === '' ? null : (readPhone(phone) ?? ''),
      email: email === '' ? null : email,
      consent: form.consent,
    },
    { reportInput: true },
  );
  const more = parsed.success ? [] : issuesOf(parsed.error);
  // When an offer could not be read, the message is not called empty as well.
  const all = [...issues, ...more.filter(({ code }) => code !== 'message_missing' || issues.length === 0)];
  return { input: parsed.success && all.length === 0 ? parsed.data : null, issues: all };
}
