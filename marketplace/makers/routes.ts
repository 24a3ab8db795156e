import * as z from 'zod/mini';
import { Id, Maker, MakerList, MakerPut } from '#contract';
import { clientHas } from '#marketplace/http/etag.ts';
import { limit } from '#marketplace/http/limits.ts';
import { villageRoute } from '#marketplace/http/route.ts';
import { deleteMaker, makersOf, putMaker } from './put.ts';

const CHANGES_PER_VILLAGE = { name: 'makers', max: 1200, seconds: 3600 };
const params = z.object({ id: Id });

export const makerRoutes = [
  villageRoute({
    method: 'GET',
    path: '/v1/makers',
    summary: "The village's address book: its makers, and who of them agreed",
    response: MakerList,
    problems: [],
    async handle({ deps, c, actor }) {
      const answer = { makers: await makersOf(deps, actor) };
      return clientHas(c, JSON.stringify(answer)) ? c.body(null, 304) : answer;
    },
  }),
  villageRoute({
    method: 'PUT',
    path: '/v1/makers/:id',
    summary: 'Store a revision of a maker (201 new, 200 changed or the same again)',
    params,
    body: MakerPut,
    response: Maker,
    problems: ['revision_old'],
    async handle({ deps, c, params, body, actor }) {
      await limit(deps, CHANGES_PER_VILLAGE, actor.villageId);
      const { maker, isNew } = await putMaker(deps, actor, params.id, body);
      c.status(isNew ? 201 : 200);
      return maker;
    },
  }),
  villageRoute({
    method: 'DELETE',
    path: '/v1/makers/:id',
    summary: 'Delete a maker from the address book; products stay as they are',
    params,
    response: null,
    problems: [],
    async handle({ deps, params, actor }) {
      await limit(deps, CHANGES_PER_VILLAGE, actor.villageId);
      await deleteMaker(deps, actor, params.id);
      return null;
    },
  }),
];
