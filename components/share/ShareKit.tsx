import { useState } from 'preact/hooks';
import { useQuery } from '#components/background/context.ts';
import { Notice } from '#components/ui/Notice.tsx';
import type { Id } from '#contract';
import { t } from '#utils/i18n/t.ts';
import { Caption } from './Caption.tsx';
import type { StatusShape } from './drawStatus.ts';
import { Picks } from './Picks.tsx';
import { StatusPicture } from './StatusPicture.tsx';

const SHAPES = ['square', 'upright'] as const;

/** A text to post, a picture for a status, and the poster, of one product. */
export function ShareKit({ id }: { id: Id }) {
  const { value: facts, known, error } = useQuery('share/read', { id }, ['listings']);
  const [picked, setPicked] = useState<StatusShape | null>(null);
  if (!known) return <p role="status">{t('share_reading')}</p>;
  if (facts === null || error !== null) return <Notice look="warn">{t('share_failed')}</Notice>;
  if ('why' in facts) return <Notice look="warn">{t(`share_${facts.why}`)}</Notice>;
  return (
    <section class="share-kit" aria-label={t('share_open')}>
      <Caption facts={facts} />
      <h3>{t('share_picture')}</h3>
      <Picks
        label={t('share_picture')}
        options={SHAPES.map((shape) => [shape, t(`share_${shape}`)] as const)}
        value={picked}
        onPick={setPicked}
      />
      {picked !== null && <StatusPicture key={picked} facts={facts} shape={picked} />}
      {facts.posterUrl !== null && (
        <a class="btn" href={facts.posterUrl} target="_blank" rel="noreferrer">
          {t('share_poster')}
        </a>
      )}
    </section>
  );
}
