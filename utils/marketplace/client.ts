import type * as z from 'zod/mini';
import {
  type BacklinkInput,
  BuyerPhone,
  ConsignmentLink,
  ConsignmentList,
  ConsignmentOutcome,
  type DeviceInput,
  DeviceToken,
  Inquiry,
  InquiryPage,
  KeptRecipe,
  Listing,
  type ListingChecks,
  ListingList,
  type ListingPut,
  ListingsChecked,
  type LiveEvent,
  Maker,
  MakerList,
  type MakerPut,
  Me,
  type OpenReports,
  Pairing,
  Photo,
  PriceAnswer,
  type PriceHint,
  type PriceQuery,
  RecipeList,
  type RecipeOffer,
  RecipeOffers,
  type RecipePut,
  Replies,
  type RepliesPut,
  SiteChallenge,
  SiteProof,
  SiteRequest,
  type UsualGoods,
  UsualGoodsList,
  type VillageMessage,
  type VillagePatch,
  VillageReports,
} from '#contract';
import { ShortCodeAnswer } from '#contract/shortCode.ts';
import { readEvents } from './events.ts';
import { call, callBytes, type Fetch } from './http.ts';

/** The marketplace as a signed-in device sees it. Every method throws as `call` does; every PUT may be sent twice. */
export interface Marketplace {
  url: string;
  /** What it speaks with: a refusal is of this token, which may not be the newest any more. */
  token: string;
  putPhoto(hash: string, type: string, data: ArrayBuffer): Promise<void>;
  putListing(id: string, input: ListingPut): Promise<Listing>;
  putBacklink(id: string, input: BacklinkInput): Promise<Listing>;
  listing(id: string): Promise<Listing>;
  listings(): Promise<Listing[]>;
  /** Says that the village still has these products. */
  checkListings(checks: ListingChecks): Promise<ListingsChecked>;
  /** The village's address book. */
  makers(): Promise<Maker[]>;
  putMaker(id: string, input: MakerPut): Promise<Maker>;
  /** Deletes a maker; one that is gone already is no failure. */
  deleteMaker(id: string): Promise<void>;
  /** How the village's sites save an article; null where that was deleted. */
  recipes(): Promise<KeptRecipe[]>;
  /** What an operator offers for a form, by its fingerprint. */
  recipeOffers(form: string): Promise<RecipeOffer[]>;
  putRecipe(input: RecipePut): Promise<KeptRecipe>;
  /** The village's own quick replies. */
  replies(): Promise<Replies>;
  putReplies(input: RepliesPut): Promise<Replies>;
  /** What buyers reported of the village itself; null for nothing. */
  villageReports(): Promise<OpenReports | null>;
  /** What villages of this one's regency usually sell. */
  usualGoods(): Promise<UsualGoods[]>;
  /** What villagers sent, and the village's link to their form. */
  consignments(): Promise<ConsignmentList>;
  consignmentPhoto(id: string, hash: string): Promise<ArrayBuffer>;
  endConsignment(id: string, outcome: ConsignmentOutcome['outcome']): Promise<void>;
  /** Ends the link `was`; answers the one that stands then. */
  renewConsignmentLink(was: string): Promise<string>;
  /** Everything that changed after `cursor` (null: from the beginning). */
  inquiries(cursor: string | null): Promise<InquiryPage>;
  sendMessage(inquiryId: string, messageId: string, message: VillageMessage): Promise<Inquiry>;
  buyerPhone(inquiryId: string): Promise<string | null>;
  me(): Promise<Me>;
  patchVillage(facts: VillagePatch): Promise<Me>;
  /** What to put on a site of the village, to show who looks after it. */
  siteChallenge(site: string): Promise<SiteChallenge>;
  /** Has the marketplace look for it: in an article's title, or (null) in a file at the root. */
  proveSite(site: string, url: string | null): Promise<SiteProof>;
  /** Asks the operator to add a site of the village, or how that request stands. */
  askForSite(site: string): Promise<SiteRequest>;
  /** A link that makes the phone which opens it a device of the village. */
  makePairing(): Promise<Pairing>;
  revokeDevice(id: string): Promise<void>;
  /** Calls back for each line of `/v1/events` until the signal or the other side ends it; then it resolves. */
  listen(signal: AbortSignal, onEvent: (event: LiveEvent) => void): Promise<void>;
}

export function createMarketplace({ url, token, fetch }: { url: string; token: string; fetch: Fetch }): Marketplace {
  const base = url;
  const get = <S extends z.ZodMiniType>(path: string, schema: S) =>
    call(url, fetch, { method: 'GET', path, token }, schema);
  const put = <S extends z.ZodMiniType>(path: string, json: unknown, schema: S) =>
    call(url, fetch, { method: 'PUT', path, token, json }, schema);
  return {
    url,
    token,
    putPhoto: async (hash, type, data) =>
      // A slow village line: 400 kB at 32 kbit/s are 100 s.
      void (await call(
        url,
        fetch,
        { method: 'PUT', path: `/v1/photos/${hash}`, token, bytes: { type, data }, timeout: 180_000 },
        // Parsed although it is not needed: any 200 of a hotel's login page would else count as an acknowledgement.
        Photo,
      )),
    putListing: (id, input) => put(`/v1/listings/${id}`, input, Listing),
    putBacklink: (id, input) => put(`/v1/listings/${id}/backlink`, input, Listing),
    listing: (id) => get(`/v1/listings/${id}`, Listing),
    listings: async () => (await get('/v1/listings?mine=1', ListingList)).listings,
    checkListings: (json) =>
      call(url, fetch, { method: 'POST', path: '/v1/listings/checked', token, json }, ListingsChecked),
    makers: async () => (await get('/v1/makers', MakerList)).makers,
    putMaker: (id, input) => put(`/v1/makers/${id}`, input, Maker),
    deleteMaker: async (id) =>
      void (await call(url, fetch, { method: 'DELETE', path: `/v1/makers/${id}`, token }, null)),
    recipes: async () => (await get('/v1/recipes', RecipeList)).recipes,
    recipeOffers: async (form) => (await get(`/v1/recipes/offers?form=${form}`, RecipeOffers)).offers,
    putRecipe: (input) => put('/v1/recipes', input, KeptRecipe),
    replies: () => get('/v1/replies', Replies),
    putReplies: (input) => put('/v1/replies', input, Replies),
    villageReports: async () => (await get('/v1/reports', VillageReports)).reports,
    usualGoods: async () => (await get('/v1/goods', UsualGoodsList)).goods,
    consignments: () => get('/v1/consignments', ConsignmentList),
    consignmentPhoto: (id, hash) =>
      callBytes(url, fetch, { method: 'GET', path: `/v1/consignments/${id}/photos/${hash}`, token, timeout: 180_000 }),
    endConsignment: async (id, outcome) =>
      void (await put(`/v1/consignments/${id}/outcome`, { outcome }, ConsignmentOutcome)),
    renewConsignmentLink: async (was) => (await put('/v1/consignment-link', { was }, ConsignmentLink)).link,
    inquiries: (cursor) =>
      get(`/v1/inquiries${cursor === null ? '' : `?after=${encodeURIComponent(cursor)}`}`, InquiryPage),
    sendMessage: (inquiryId, messageId, message) =>
      put(`/v1/inquiries/${inquiryId}/messages/${messageId}`, message, Inquiry),
    buyerPhone: async (id) => (await get(`/v1/inquiries/${id}/phone`, BuyerPhone)).phone,
    me: () => get('/v1/me', Me),
    patchVillage: (facts) => call(url, fetch, { method: 'PATCH', path: '/v1/me', token, json: facts }, Me),
    siteChallenge: (site) => put('/v1/site-challenge', { site }, SiteChallenge),
    askForSite: (site) => put('/v1/site-requests', { site }, SiteRequest),
    proveSite: (site, url) =>
      // The marketplace opens up to two pages of a slow site before it answers.
      call(
        base,
        fetch,
        { method: 'PUT', path: '/v1/site-proof', token, json: { site, url }, timeout: 60_000 },
        SiteProof,
      ),
    makePairing: () => call(url, fetch, { method: 'POST', path: '/v1/pairings', token }, Pairing),
    revokeDevice: async (id) =>
      void (await call(url, fetch, { method: 'DELETE', path: `/v1/devices/${id}`, token }, null)),
    listen: (signal, onEvent) => readEvents(fetch, { url: `${url}/v1/events`, token, signal }, onEvent),
  };
}

/** The invite link for the 8 letters of its page. Throws `invite_unknown` when they are no code, or none any more. */
export function takeShortCode(url: string, fetch: Fetch, code: string): Promise<{ invite: string }> {
  return call(url, fetch, { method: 'POST', path: '/v1/short-codes', json: { code } }, ShortCodeAnswer);
}

/** Redeems an invite. The same invite with the same device id may be asked again: it gives a new token. */
export function redeemInvite(url: string, fetch: Fetch, input: DeviceInput): Promise<DeviceToken> {
  return call(url, fetch, { method: 'POST', path: '/v1/devices', json: input }, DeviceToken);
}

/** What the same goods cost in other villages; null where too few say it. It needs no token, so none is sent. */
export async function askPrices(
  url: string,
  fetch: Fetch,
  query: PriceQuery & { village: string },
): Promise<PriceHint | null> {
  const path = `/v1/prices?${new URLSearchParams(query)}`;
  return (await call(url, fetch, { method: 'GET', path, timeout: 8000 }, PriceAnswer)).hint;
}
