import * as z from 'zod/mini';
import {
  Id,
  Listing,
  ListingChecks,
  ListingList,
  ListingPut,
  ListingsChecked,
  PriceAnswer,
  PriceQuery,
} from '#contract';
import { clientHas } from '#marketplace/http/etag.ts';
import { limit, limitSender } from '#marketplace/http/limits.ts';
import { openRoute, villageRoute } from '#marketplace/http/route.ts';
import { ownListing, ownListings } from './own.ts';
import { priceHint } from './prices.ts';
import { putListing } from './put.ts';
import { checkListings } from './stale.ts';

const PUTS_PER_DEVICE = { name: 'listings', max: 1200, seconds: 3600 };
const CHECKS_PER_VILLAGE = { name: 'checks', max: 600, seconds: 3600 };
const PRICES_PER_SENDER = { name: 'prices', max: 300, seconds: 3600 };
const BUYER_MS = 15_000;
const params = z.object({ id: Id });

export const listingRoutes = [
  villageRoute({
    method: 'PUT',
    path: '/v1/listings/:id',
    summary: 'Store a revision of a listing (201 new, 200 changed or the same again)',
    params,
    body: ListingPut,
    response: Listing,
    problems: ['revision_old', 'listing_foreign', 'photo_unknown'],
    async handle({ deps, c, params, body, actor }) {
      await limit(deps, PUTS_PER_DEVICE, `${actor.villageId}/${actor.deviceId}`);
      const { listing, isNew } = await putListing(deps, actor, params.id, body);
      // A made-up buyer asks within the minute.
      if (actor.practice !== null && listing.input.state === 'live')
        await deps.jobs.send(
          'practice-buyers',
          {},
          { after: new Date(deps.now().getTime() + BUYER_MS), key: params.id },
        );
      c.status(isNew ? 201 : 200);
      return listing;
    },
  }),
  villageRoute({
    method: 'POST',
    path: '/v1/listings/checked',
    summary: 'Say that the village still has these products; no revision is stored',
    body: ListingChecks,
    response: ListingsChecked,
    problems: [],
    async handle({ deps, body, actor }) {
      await limit(deps, CHECKS_PER_VILLAGE, actor.villageId);
      return checkListings(deps, actor, body);
    },
  }),
  villageRoute({
    method: 'GET',
    path: '/v1/listings',
    summary: "The village's own listings, the last changed first",
    query: z.object({ mine: z.optional(z.string()) }),
    response: ListingList,
    problems: [],
    async handle({ deps, c, actor }) {
      const answer = { listings: await ownListings(deps, actor) };
      return clientHas(c, JSON.stringify(answer)) ? c.body(null, 304) : answer;
    },
  }),
  villageRoute({
    method: 'GET',
    path: '/v1/listings/:id',
    summary: 'One listing of the village',
    params,
    response: Listing,
    problems: ['listing_unknown', 'listing_foreign'],
    async handle({ deps, c, params, actor }) {
      const listing = await ownListing(deps, actor, params.id);
      return clientHas(c, JSON.stringify(listing)) ? c.body(null, 304) : listing;
    },
  }),
  openRoute({
    method: 'GET',
    path: '/v1/prices',
    summary: 'What the same goods cost in other villages, of public prices only',
    query: PriceQuery,
    response: PriceAnswer,
    problems: [],
    async handle({ deps, c, query }) {
      await limitSender(deps, PRICES_PER_SENDER, c);
      // The same for everybody, and an hour makes no difference to it.
      c.header('cache-control', 'public, max-age=3600, s-maxage=3600');
      return { hint: await priceHint(deps, query) };
    },
  }),
];
