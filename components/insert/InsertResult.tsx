import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';
import type { Inserted } from '#utils/model/views.ts';
import type { Insertion } from './useInsert.ts';

const WORDS: Record<Inserted['outcome'], WordKey> = {
  inserted: 'insert_done',
  copy: 'insert_not_taken',
  no_editor: 'insert_no_editor',
  not_enabled: 'insert_not_enabled',
};

interface Props {
  insertion: Insertion;
  onCopy: (result: Inserted) => void;
}

/** Where the card was inserted, and what the person does now. Shows nothing before the button was pressed. */
export function InsertResult({ insertion, onCopy }: Props) {
  if (insertion.state === 'failed') return <Notice look="bad">{errorText(insertion.error)}</Notice>;
  if (insertion.state !== 'done') return null;
  const { result, copied } = insertion;
  const isIn = result.outcome === 'inserted';
  return (
    <Notice
      look={isIn ? 'plain' : 'warn'}
      title={t(isIn ? 'insert_done_title' : copied === true ? 'insert_copied_title' : 'insert_not_done_title')}
      actions={!isIn && copied !== true && <Button onClick={() => onCopy(result)}>{t('insert_copy')}</Button>}
    >
      <p>{t(copied === true && result.outcome !== 'copy' ? 'insert_copied' : WORDS[result.outcome])}</p>
      {copied === true && result.outcome === 'copy' && <p>{t('insert_copied')}</p>}
      {isIn && result.gave?.title === true && (
        <p>{t(result.gave.picture ? 'insert_gave_both' : 'insert_gave_title')}</p>
      )}
      {isIn && result.isWords === true && <p>{t('insert_as_words')}</p>}
      {(isIn || copied === true) && result.isWords !== true && !result.hasPictures && <p>{t('insert_no_pictures')}</p>}
      {copied === false && (
        <p role="alert">
          {t('insert_copy_failed')} <code class="insert-text">{result.text}</code>
        </p>
      )}
    </Notice>
  );
}
