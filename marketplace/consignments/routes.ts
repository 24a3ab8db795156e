import * as z from 'zod/mini';
import { ConsignmentLink, ConsignmentLinkInput, ConsignmentList, ConsignmentOutcome, Id, PhotoHash } from '#contract';
import { clientHas } from '#marketplace/http/etag.ts';
import { limit } from '#marketplace/http/limits.ts';
import { villageRoute } from '#marketplace/http/route.ts';
import { ProblemError } from '#marketplace/problem.ts';
import { CONSIGNMENT_LIMITS } from './limits.ts';
import { linkOf, renewLink } from './link.ts';
import { photoBytes } from './photos.ts';
import { endConsignment, isWaitingPhoto, waitingConsignments } from './waiting.ts';

export const consignmentRoutes = [
  villageRoute({
    method: 'GET',
    path: '/v1/consignments',
    summary: 'What villagers ask their village to sell, as long as nobody has taken or refused it',
    response: ConsignmentList,
    problems: [],
    async handle({ deps, c, actor }) {
      const answer = { link: await linkOf(deps, actor), consignments: await waitingConsignments(deps, actor) };
      return clientHas(c, JSON.stringify(answer)) ? c.body(null, 304) : answer;
    },
  }),
  villageRoute({
    method: 'GET',
    path: '/v1/consignments/:id/photos/:sha256',
    summary: 'A photo of a consignment that waits',
    params: z.object({ id: Id, sha256: PhotoHash }),
    response: null,
    rawResponse: 'image/jpeg',
    problems: ['not_found'],
    async handle({ deps, c, params, actor }) {
      const { id, sha256 } = params;
      const bytes = (await isWaitingPhoto(deps, actor, id, sha256))
        ? await photoBytes(deps.db, actor.villageId, sha256)
        : null;
      if (bytes === null) throw new ProblemError('not_found');
      return c.body(bytes, 200, { 'content-type': 'image/jpeg' });
    },
  }),
  villageRoute({
    method: 'PUT',
    path: '/v1/consignments/:id/outcome',
    summary: 'A device has taken or refused a consignment; not_found when another one did before',
    params: z.object({ id: Id }),
    body: ConsignmentOutcome,
    response: ConsignmentOutcome,
    problems: ['not_found'],
    handle: ({ deps, params, actor, body }) => endConsignment(deps, actor, params.id, body),
  }),
  villageRoute({
    method: 'PUT',
    path: '/v1/consignment-link',
    summary: "Ends the village's link to its form and makes another",
    body: ConsignmentLinkInput,
    response: ConsignmentLink,
    problems: ['too_many'],
    async handle({ deps, actor, body }) {
      await limit(deps, CONSIGNMENT_LIMITS.renewedPerVillage, actor.villageId);
      return { link: await renewLink(deps, actor, body.was) };
    },
  }),
];
