import { number } from '#contract/format.ts';
import { type Queues, queues } from '#marketplace/admin/queues.ts';
import { link } from '#marketplace/web/view.ts';
import { type DeskRequest, deskPage, renderDesk } from './desk.tsx';

/** Where each queue stands. */
const PATHS: Record<keyof Queues, [path: string, params?: Record<string, string>]> = {
  villages: ['/pengelola/desa', { status: 'waiting' }],
  reports: ['/pengelola/laporan'],
  held: ['/pengelola/ditahan'],
  unanswered: ['/pengelola/menunggu-jawab'],
  links: ['/pengelola/tautan'],
  sites: ['/pengelola/situs'],
};

/** What waits for somebody who runs the market. */
export const home = deskPage(async (r) =>
  renderDesk(r, { title: r.t('homeTitle'), current: '/pengelola' }, <HomeBody r={r} waits={await queues(r.deps)} />),
);

function HomeBody({ r, waits }: { r: DeskRequest; waits: Queues }) {
  const { t, view } = r;
  const all = Object.keys(PATHS) as (keyof Queues)[];
  return (
    <>
      {all.every((name) => waits[name] === 0) && <p class="notice">{t('homeNone')}</p>}
      <ul class="console-list desk-queues">
        {all.map((name) => (
          <li key={name}>
            <a class="card console-row" href={link(view, ...PATHS[name])}>
              <span>
                <b>{t(`queue_${name}`)}</b>
                <br />
                <small>{t(`queue_${name}_text`)}</small>
              </span>
              <b class={waits[name] === 0 ? 'desk-count' : 'desk-count desk-waits'}>
                {number(waits[name], view.locale)}
              </b>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
