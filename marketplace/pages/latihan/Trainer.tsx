import { dateTimeWib } from '#contract/format.ts';
import type { RoomArticle, SeatProgress } from '#marketplace/practice/overview.ts';
import type { Room } from '#marketplace/practice/room.ts';
import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import { PRACTICE } from '#marketplace/words/index.ts';
import { ReachNotice } from './ReachNotice.tsx';

export interface TrainerData {
  room: Room;
  path: string;
  seats: SeatProgress[];
  articles: RoomArticle[];
  formToken: string;
  /** A button was pressed without its tick. */
  isUnsure: boolean;
}

/** What a trainer sees while everybody works: who has come how far, and the buttons that empty and end the room. */
export function renderTrainer(view: View, data: TrainerData): string {
  const t = PRACTICE[view.locale];
  const { room, path, seats, isUnsure } = data;
  const ends = dateTimeWib(room.ends_at, view.locale);
  return renderPage(
    view,
    { title: t('title'), canonical: null, isOffice: true, sheets: ['practice'], reloadSeconds: 15 },
    <section class="block">
      <h1>{t('title')}</h1>
      <ReachNotice view={view} />
      {isUnsure && (
        <p class="notice notice-bad" role="alert">
          {t('needSure')}
        </p>
      )}
      <p class={room.closing_at ? 'notice notice-warn' : ''}>
        {room.closing_at ? t('closingNotice', ends) : t('until', ends)}
      </p>
      <p class="actions-row">
        <a class="btn" href={link(view, path)}>
          {t('reload')}
        </a>
        <a class="btn" href={link(view, `${path}/lembar`)}>
          {t('sheetsLink')}
        </a>
        <a class="btn" href={link(view, `/latihan/pasar/${room.id}`)}>
          {t('marketLink')}
        </a>
      </p>
      <Seats view={view} seats={seats} />
      <p class="hint">{t('reloads')}</p>
      <Articles view={view} articles={data.articles} />
      <Act view={view} data={data} deed="kosongkan" title={t('resetTitle')} text={t('resetText')} label={t('reset')} />
      <Act
        view={view}
        data={data}
        deed="akhiri"
        title={t('endTitle')}
        text={t(room.closing_at ? 'endNowText' : 'endText')}
        label={t(room.closing_at ? 'endNow' : 'end')}
      />
    </section>,
  );
}

function Seats({ view, seats }: { view: View; seats: SeatProgress[] }) {
  const t = PRACTICE[view.locale];
  const tick = (isDone: boolean) => <td class={isDone ? 'done' : ''}>{t(isDone ? 'yes' : 'no')}</td>;
  const heads = ['village', 'connected', 'enabled', 'listed', 'linked', 'answered', 'deals'] as const;
  return (
    <div class="seats">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seats.map((seat) => (
            <tr key={seat.seat}>
              <th scope="row">{seat.name}</th>
              {tick(seat.devices > 0)}
              {tick(seat.sites.length > 0)}
              <td class={seat.listed > 0 ? 'done' : ''}>{seat.listed}</td>
              <td class={seat.linked > 0 ? 'done' : ''}>{t('linkedOf', seat.linked, seat.waiting)}</td>
              <td class={seat.answered > 0 ? 'done' : ''}>{t('ofWhich', seat.answered, seat.asked)}</td>
              <td class={seat.deals > 0 ? 'done' : ''}>{seat.deals}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Articles({ view, articles }: { view: View; articles: RoomArticle[] }) {
  const t = PRACTICE[view.locale];
  return (
    <>
      <h2>{t('articlesTitle')}</h2>
      {articles.length === 0 && <p>{t('articlesNone')}</p>}
      <ul>
        {articles.map(({ village, product, url, isWithdrawn }) => (
          <li key={url}>
            {village}, {product}: {url} ({t(isWithdrawn ? 'articleWithdrawn' : 'articleStands')})
          </li>
        ))}
      </ul>
    </>
  );
}

function Act(props: { view: View; data: TrainerData; deed: string; title: string; text: string; label: string }) {
  const { view, data, deed, title, text, label } = props;
  return (
    <form class="card pad stack" method="post" action={link(view, `${data.path}/${deed}`)}>
      <h2>{title}</h2>
      <p>{text}</p>
      <input type="hidden" name="izin" value={data.formToken} />
      <label>
        <input type="checkbox" name="yakin" value="1" required /> {PRACTICE[view.locale]('sure')}
      </label>
      <button class="btn" type="submit">
        {label}
      </button>
    </form>
  );
}
