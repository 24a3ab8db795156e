import { VillageReports } from '#contract';
import { type Route, villageRoute } from '#marketplace/http/route.ts';
import { ownVillageReports } from './service.ts';

export const reportRoutes: Route[] = [
  villageRoute({
    method: 'GET',
    path: '/v1/reports',
    summary:
      'What buyers reported of the village itself and no operator has looked at yet: why and how many, never who',
    response: VillageReports,
    problems: [],
    handle: async ({ deps, actor }) => ({ reports: await ownVillageReports(deps, actor.villageId) }),
  }),
];
