import { UsualGoodsList } from '#contract';
import { clientHas } from '#marketplace/http/etag.ts';
import { villageRoute } from '#marketplace/http/route.ts';
import { usualGoods } from './usual.ts';

export const goodsRoutes = [
  villageRoute({
    method: 'GET',
    path: '/v1/goods',
    summary: "What villages of this one's regency usually sell, to begin a form with",
    response: UsualGoodsList,
    problems: [],
    async handle({ c, actor }) {
      const answer = { goods: usualGoods(actor.village.regency) };
      return clientHas(c, JSON.stringify(answer)) ? c.body(null, 304) : answer;
    },
  }),
];
