import { useBackground, useQuery } from '#components/background/context.ts';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';

/** What practice has left on village sites: it comes down at the next visit there, or the person deletes it by hand. */
export function PracticeEnd() {
  const { send } = useBackground();
  const left = useQuery('practice/left', {}, ['outbox', 'connection']);
  return (
    <>
      {(left.value ?? []).map(({ id, title, url }) => (
        <Notice
          key={id}
          look="warn"
          title={title}
          actions={<Button onClick={() => void send('practice/deleted', { id })}>{t('practice_deleted')}</Button>}
        >
          {t('practice_left')}{' '}
          <a href={url} target="_blank" rel="noreferrer">
            {url}
          </a>
        </Notice>
      ))}
    </>
  );
}
