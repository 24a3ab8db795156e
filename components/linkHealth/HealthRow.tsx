import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';
import type { LinkHealth } from '#utils/model/health.ts';
import { linkReasonText } from './linkReason.ts';

const SENTENCES: Record<Exclude<LinkHealth['health'], 'ok'>, WordKey> = {
  deleted: 'health_deleted',
  unpublished: 'health_unpublished',
  edited: 'health_edited',
  broken: 'health_broken',
};

/** What is wrong with one post, in a sentence, and the buttons for what the person can do about it. */
export function HealthRow({ link: { id, name, postUrl, health, reason } }: { link: LinkHealth }) {
  const { send } = useBackground();
  const [problem, setProblem] = useState<string | null>(null);
  if (health === 'ok') return null;
  const answer = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => setProblem(errorText(asAppError(error))));
  const open = (
    <a class="btn" href={postUrl} target="_blank" rel="noreferrer">
      {t('health_open')}
    </a>
  );
  return (
    <li class="health-row">
      <p>
        <strong>{name}</strong>
      </p>
      <p>{(health === 'broken' && linkReasonText(reason)) || t(SENTENCES[health])}</p>
      <div class="row wrap">
        {health !== 'broken' && (
          <>
            <Button onClick={() => answer(send('upkeep/rewrite', { id }))}>{t('health_rewrite')}</Button>
            <Button look="quiet" onClick={() => answer(send('outbox/skipLinkback', { id }))}>
              {t('health_leave')}
            </Button>
          </>
        )}
        {health !== 'deleted' && open}
        {health === 'broken' && (
          <Button look="quiet" onClick={() => answer(send('upkeep/rewrite', { id }))}>
            {t('health_again')}
          </Button>
        )}
      </div>
      {problem !== null && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
