import * as z from 'zod/mini';
import {
  DeviceInput,
  DeviceToken,
  Id,
  Me,
  Pairing,
  Replies,
  RepliesPut,
  SiteRequest,
  SiteRequestInput,
  VillagePatch,
} from '#contract';
import { SERVED_FROM_HEADER } from '#contract/clientVersion.ts';
import { ShortCodeAnswer, ShortCodeInput } from '#contract/shortCode.ts';
import { limit, limitSender } from '#marketplace/http/limits.ts';
import { openRoute, villageRoute } from '#marketplace/http/route.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { redeemInvite, revokeDevice } from './devices.ts';
import { patchVillage } from './patch.ts';
import { makePairing } from './phones.ts';
import { putReplies, readReplies } from './replies.ts';
import { takeShortCode } from './shortCodes.ts';
import { askForSite } from './siteRequests.ts';
import { readMe } from './views.ts';

/**
 * Many: a class of trainees behind one address connects at the same time. Guessing stays hopeless, because a code has
 * 192 random bits.
 */
const INVITES_PER_IP = { name: 'invites', max: 200, seconds: 3600 };

const REPLIES_PER_VILLAGE = { name: 'replies', max: 600, seconds: 3600 };
const PATCHES_PER_VILLAGE = { name: 'village-patches', max: 300, seconds: 3600 };
const PAIRINGS_PER_VILLAGE = { name: 'pairings', max: 60, seconds: 3600 };
const SITES_PER_VILLAGE = { name: 'site-requests', max: 120, seconds: 3600 };

export const villageRoutes = [
  openRoute({
    method: 'POST',
    path: '/v1/devices',
    summary: 'Make an invite into a device token',
    body: DeviceInput,
    response: DeviceToken,
    problems: ['invite_unknown', 'invite_used', 'invite_expired', 'id_taken', 'village_blocked', 'too_many'],
    async handle({ deps, c, body }) {
      await limitSender(deps, INVITES_PER_IP, c);
      const answer = await redeemInvite(deps, body);
      c.status(201);
      return answer;
    },
  }),
  openRoute({
    method: 'POST',
    path: '/v1/short-codes',
    summary: 'The invite link for the 8 letters that its page showed; once, within ten minutes',
    body: ShortCodeInput,
    response: ShortCodeAnswer,
    problems: ['invite_unknown', 'too_many'],
    async handle({ deps, c, body }) {
      const invite = await takeShortCode(deps, c, body.code);
      if (invite === null) throw new ProblemError('invite_unknown');
      return { invite };
    },
  }),
  villageRoute({
    method: 'GET',
    path: '/v1/me',
    summary: 'The village and its devices',
    response: Me,
    problems: [],
    handle: ({ deps, c, actor }) => {
      c.header(SERVED_FROM_HEADER, deps.config.leastClient);
      return readMe(deps, actor.villageId, actor.deviceId);
    },
  }),
  villageRoute({
    method: 'PATCH',
    path: '/v1/me',
    summary: 'What a village says of itself: its profile, and what its CMS knows (district, regency, code)',
    body: VillagePatch,
    response: Me,
    problems: ['photo_unknown', 'too_many'],
    async handle({ deps, actor, body }) {
      await limit(deps, PATCHES_PER_VILLAGE, actor.villageId);
      await patchVillage(deps, actor, body);
      return readMe(deps, actor.villageId, actor.deviceId);
    },
  }),
  villageRoute({
    method: 'PUT',
    path: '/v1/site-requests',
    summary: 'Asks the operator to add a site of the village; sending it again tells how the request stands',
    body: SiteRequestInput,
    response: SiteRequest,
    problems: ['too_many'],
    async handle({ deps, actor, body }) {
      await limit(deps, SITES_PER_VILLAGE, actor.villageId);
      return askForSite(deps, actor, body.site);
    },
  }),
  villageRoute({
    method: 'GET',
    path: '/v1/replies',
    summary: "The village's own quick replies",
    response: Replies,
    problems: [],
    handle: ({ deps, actor }) => readReplies(deps, actor),
  }),
  villageRoute({
    method: 'PUT',
    path: '/v1/replies',
    summary: "Store a revision of the village's own quick replies, all of them",
    body: RepliesPut,
    bodyLimit: { bytes: 1_000_000, code: 'too_large' },
    response: Replies,
    problems: ['revision_old'],
    async handle({ deps, actor, body }) {
      await limit(deps, REPLIES_PER_VILLAGE, actor.villageId);
      return putReplies(deps, actor, body);
    },
  }),
  villageRoute({
    method: 'POST',
    path: '/v1/pairings',
    summary: 'A link that makes the phone which opens it a device of the village; once, within ten minutes',
    response: Pairing,
    problems: ['too_many'],
    async handle({ deps, actor }) {
      await limit(deps, PAIRINGS_PER_VILLAGE, actor.villageId);
      return makePairing(deps, actor);
    },
  }),
  villageRoute({
    method: 'DELETE',
    path: '/v1/devices/:id',
    summary: 'Revoke a device of the village, the own one too',
    params: z.object({ id: Id }),
    response: null,
    problems: ['not_found'],
    async handle({ deps, params, actor }) {
      if (!(await revokeDevice(deps, actor.villageId, params.id))) throw new ProblemError('not_found');
      return null;
    },
  }),
];
