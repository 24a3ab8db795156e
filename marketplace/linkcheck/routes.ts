import * as z from 'zod/mini';
import { BacklinkInput, Id, Listing } from '#contract';
import { limit } from '#marketplace/http/limits.ts';
import { villageRoute } from '#marketplace/http/route.ts';
import { putBacklink } from './backlink.ts';

const CHECKS_PER_VILLAGE = { name: 'backlinks', max: 600, seconds: 3600 };

export const backlinkRoutes = [
  villageRoute({
    method: 'PUT',
    path: '/v1/listings/:id/backlink',
    summary: 'Where the village site links back from; checked at once, answered within about two seconds',
    params: z.object({ id: Id }),
    body: BacklinkInput,
    response: Listing,
    problems: ['listing_unknown', 'listing_foreign', 'backlink_foreign_host'],
    async handle({ deps, params, body, actor }) {
      await limit(deps, CHECKS_PER_VILLAGE, actor.villageId);
      return putBacklink(deps, actor, params.id, body);
    },
  }),
];
