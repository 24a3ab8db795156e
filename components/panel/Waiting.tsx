import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { ByHand } from '#components/insert/ByHand.tsx';
import { LessonStart } from '#components/insert/LessonStart.tsx';
import { WriteNow } from '#components/insert/WriteNow.tsx';
import { CALM, GOES_BY_HAND, NOT_BY_PRESSING } from '#components/listings/reasons.ts';
import { whyWaiting } from '#components/listings/why.ts';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';
import type { OutboxListing, WaitReason } from '#utils/model/outbox.ts';

interface Props {
  row: OutboxListing;
  reason: WaitReason;
  /**
   * A person inserted the card into an article, so only the person can correct a link that the marketplace does not
   * find.
   */
  byHand: boolean;
  /** Where the listing's article stands, if one does. */
  postUrl: string | null;
  /** Goes back to the form of this listing. */
  onForm: () => void;
}

/** Says why the listing does not go on, and offers everything that can be done about it here. */
export function Waiting({ row, reason, byHand, postUrl, onForm }: Props) {
  const { send } = useBackground();
  const [problem, setProblem] = useState<string | null>(null);
  const act = (asked: Promise<unknown>) =>
    asked.then(
      () => setProblem(null),
      (error) => setProblem(errorText(asAppError(error))),
    );
  const retry = (overwriteEdits: boolean) => void act(send('outbox/retry', { id: row.id, overwriteEdits }));
  const skip = () => void act(send('outbox/skipLinkback', { id: row.id }));
  const why = whyWaiting(row);
  return (
    <Notice
      look={CALM.has(reason) ? 'plain' : 'warn'}
      title={t(CALM.has(reason) ? 'panel_waiting' : 'panel_waiting_for_you')}
      actions={
        <>
          {reason === 'not_connected' && (
            <Button look="primary" onClick={() => void browser.runtime.openOptionsPage()}>
              {t('panel_connect')}
            </Button>
          )}
          {reason === 'village_unknown' && (
            <Button look="primary" onClick={onForm}>
              {t('panel_choose_village')}
            </Button>
          )}
          {reason === 'edited_by_hand' && (
            <>
              <Button onClick={() => retry(true)}>{t('panel_overwrite')}</Button>
              <Button onClick={skip}>{t('panel_leave')}</Button>
            </>
          )}
          {reason === 'press_to_write' && <WriteNow id={row.id} />}
          {reason === 'look_first' && <Button onClick={() => retry(true)}>{t('lesson_write_anew')}</Button>}
          {GOES_BY_HAND.has(reason) && (
            <Button onClick={() => void act(send('linkback/byHand', { id: row.id }))}>{t('hand_use')}</Button>
          )}
          {!NOT_BY_PRESSING.has(reason) && <Button onClick={() => retry(false)}>{t('panel_retry')}</Button>}
        </>
      }
    >
      {why.text}
      {why.detail !== null && <p class="soft">{why.detail}</p>}
      {reason === 'form_changed' && <LessonStart id={row.id} again />}
      {(reason === 'by_hand' || (reason === 'proof_failed' && byHand)) && (
        <ByHand id={row.id} task={row.detail} postUrl={postUrl} onSkip={skip} />
      )}
      {problem !== null && <p role="alert">{problem}</p>}
    </Notice>
  );
}
