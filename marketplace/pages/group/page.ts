import { h } from 'preact';
import { isSoldOut } from '#contract/format.ts';
import { newId } from '#contract/newId.ts';
import type { Deps } from '#marketplace/deps.ts';
import { type GroupName, groupNameOfSlug } from '#marketplace/groups/name.ts';
import { comparePlaces, placeOf, placeText, readPlace } from '#marketplace/groups/place.ts';
import { type Group, type GroupOffer, readGroup } from '#marketplace/groups/read.ts';
import { type ProofOfWork, proofOfWorkFor } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import { isUnderLoad } from '#marketplace/inquiries/proofOfWork/load.ts';
import { type Place, placesOf } from '#marketplace/listings/service.ts';
import { placeName } from '#marketplace/pages/find/texts.ts';
import { emptyForm, type FormIssue, needsScript } from '#marketplace/pages/inquiryForm.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { villagePlaces } from '#marketplace/villages/places.ts';
import { Kept } from '#marketplace/web/Kept.tsx';
import { renderMessage } from '#marketplace/web/Message.tsx';
import type { PageHandler, PageRequest } from '#marketplace/web/page.ts';
import { htmlPage, type Page } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { FIND, GROUP } from '#marketplace/words/index.ts';
import { renderGroup } from './GroupPage.tsx';
import type { BulkForm, SentPart } from './model.ts';
import { proofSubject } from './proof.ts';

/** How many villages a page lists. */
const LIST = 30;

/** The name of the goods in the address. Throws `not_found` where the address names none. */
export function nameIn({ param }: PageRequest): GroupName {
  const name = groupNameOfSlug(param('slug'));
  if (name === null) throw new ProblemError('not_found');
  return name;
}

/** `/produk/gula-semut`: one product as every village sells it. */
export const group: PageHandler = async (request) => {
  const name = nameIn(request);
  if (request.param('slug') !== name.slug) {
    const headers = {
      location: link(request.view, `/produk/${name.slug}`, { di: request.query('di') || null }),
      'cache-control': 'public, max-age=300',
    };
    return new Response(null, { status: 301, headers });
  }
  return groupPage(request, await readGroup(request.deps, name, (await placeAsked(request)).place));
};

/** The question form posts to this address; whoever opens it by hand is redirected to the form. */
export const groupAsk: PageHandler = (request) =>
  new Response(null, {
    status: 303,
    headers: {
      location: `${link(request.view, `/produk/${nameIn(request).slug}`, { di: request.query('di') || null })}#tanya`,
      'cache-control': 'no-store',
    },
  });

/** The form as it came back, what is wrong with it, and what became of the press. */
export interface SentBulk {
  form: BulkForm;
  issues: FormIssue[];
  part?: SentPart;
  /** One of the villages is under load, so the form is to bring a proof of work. */
  isLoaded?: boolean;
  status?: number;
}

/** The page of a group, with the form as it came back, if it did. */
export async function groupPage(request: PageRequest, read: Group, asked?: SentBulk): Promise<Page> {
  const { deps, view } = request;
  const { place, isUnread } = await placeAsked(request);
  // The form comes back with the villages among which it was filled in.
  const group = read.place?.key === place?.key ? read : await readGroup(deps, read, place);
  if (group.offers.length === 0) return nothingSold(request, group);
  const { shown, next, after } = part(group.offers, request.query('sesudah'));
  const places = await villagePlaces(
    deps,
    shown.map(({ listing }) => listing.village.id),
  );
  const {
    form,
    issues,
    part: sent = null,
    status = 200,
  } = asked ?? {
    form: { ...emptyForm(newId()), chosen: onlyOne(group), unit: '' },
    issues: [],
  };
  const proof = await proofFor(deps, form, asked?.isLoaded === true);
  const data = {
    group,
    isPlaceUnread: isUnread,
    shown,
    next,
    after,
    places,
    form: { ...form, proof, hasMail: deps.config.mail !== null },
    issues,
    part: sent,
  };
  // Each page holds its own id for the question, so no cache may give one page to two buyers.
  const noReferrer = sent !== null;
  return htmlPage(renderGroup(view, data), { status, cache: 'own', hasScript: needsScript(proof), noReferrer });
}

/** Which villages are meant is not known before the press, so only the load of the whole market shows beforehand. */
async function proofFor(deps: Deps, form: BulkForm, isKnown: boolean): Promise<ProofOfWork | null> {
  const isLoaded = isKnown || form.proof !== null || (await isUnderLoad(deps, ''));
  return isLoaded ? proofOfWorkFor(deps, proofSubject(form.id), form.proof) : null;
}

/** A page of the offers: they are read as a whole, and it begins behind the place at which the page before ended. */
function part(offers: GroupOffer[], asked: string) {
  const after = readPlace(asked);
  const rest = after === null ? offers : offers.filter((offer) => comparePlaces(placeOf(offer), after) > 0);
  const shown = rest.slice(0, LIST);
  const last = shown.at(-1);
  return { shown, next: last && rest.length > LIST ? placeText(placeOf(last)) : null, after: after && asked };
}

/** Where a single village can be asked, nobody has to tick it. */
function onlyOne({ offers }: Group): string[] {
  const [first, second] = offers.filter(({ listing }) => !isSoldOut(listing));
  return first && !second ? [first.listing.id] : [];
}

/** The place that the address narrows the villages to; `isUnread`: it names none where anything is sold. */
async function placeAsked({ deps, query }: PageRequest): Promise<{ place: Place | null; isUnread: boolean }> {
  const typed = query('di').trim();
  const place = typed === '' ? null : ((await placesOf(deps)).byKey.get(typed) ?? null);
  return { place, isUnread: typed !== '' && place === null };
}

function nothingSold({ view, c }: PageRequest, { label, slug, place }: Group): Page {
  const kept = h(Kept, { view, typed: c.var.typed });
  const t = GROUP[view.locale];
  if (place) {
    const find = FIND[view.locale];
    const action = { href: link(view, `/produk/${slug}`), label: find('groupEverywhere') };
    const title = find('groupNoneIn', label, placeName(view, place));
    return htmlPage(renderMessage(view, { title, text: find('groupNoneInText'), action }, kept), {
      status: 404,
      cache: 'own',
    });
  }
  const action = { href: link(view, '/cari', { q: label }), label: t('noneLink', label) };
  return htmlPage(renderMessage(view, { title: t('none', label), text: t('noneText'), action }, kept), {
    status: 404,
    cache: 'own',
  });
}
