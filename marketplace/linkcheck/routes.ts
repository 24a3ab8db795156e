import * as z from 'zod/mini';
import { BacklinkInput, Id, Listing, SiteChallenge, SiteChallengeInput, SiteProof, SiteProofInput } from '#contract';
import { limit } from '#marketplace/http/limits.ts';
import { villageRoute } from '#marketplace/http/route.ts';
import { putBacklink } from './backlink.ts';
import { challengeFor } from './challenge.ts';
import { proveSite } from './proveSite.ts';

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

const CHALLENGES_PER_VILLAGE = { name: 'site-challenges', max: 60, seconds: 3600 };
const PROOFS_PER_VILLAGE = { name: 'site-proofs', max: 60, seconds: 3600 };

export const siteProofRoutes = [
  villageRoute({
    method: 'PUT',
    path: '/v1/site-challenge',
    summary: 'What to put on a site of the village, to show who looks after it; the same until it is used or over',
    body: SiteChallengeInput,
    response: SiteChallenge,
    problems: ['backlink_foreign_host'],
    async handle({ deps, body, actor }) {
      await limit(deps, CHALLENGES_PER_VILLAGE, actor.villageId);
      return challengeFor(deps, actor, body.site);
    },
  }),
  villageRoute({
    method: 'PUT',
    path: '/v1/site-proof',
    summary: 'Looks for the challenge now; a waiting village that proves its own desa.id site is approved',
    body: SiteProofInput,
    response: SiteProof,
    problems: ['backlink_foreign_host'],
    async handle({ deps, body, actor }) {
      await limit(deps, PROOFS_PER_VILLAGE, actor.villageId);
      return proveSite(deps, actor, body);
    },
  }),
];
