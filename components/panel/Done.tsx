import { useEffect, useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import { InsertCard } from '#components/insert/InsertCard.tsx';
import { postNotes } from '#components/listings/postNotes.ts';
import { closePanel } from '#components/panelFrame/closePanel.ts';
import { PanelFrame } from '#components/panelFrame/PanelFrame.tsx';
import { ShareButton } from '#components/share/ShareButton.tsx';
import { Button } from '#components/ui/Button.tsx';
import { copyText } from '#components/ui/copyText.ts';
import { Notice } from '#components/ui/Notice.tsx';
import { SCROLLS } from '#components/ui/scrolls.ts';
import { waLink } from '#contract/phone.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { shareText } from '#utils/inquiries/whatsapp.ts';
import type { Draft } from '#utils/model/draft.ts';
import type { OutboxListing } from '#utils/model/outbox.ts';
import type { ListingView } from '#utils/model/views.ts';
import { onShown } from '#utils/runtime/frame.ts';

import { HomeTab } from './HomeTab.tsx';
import { Waiting } from './Waiting.tsx';

interface Props {
  draft: Draft;
  /** Null until the background has answered. */
  view: ListingView | null;
  /** What is still owed to the village's site; null when nothing is. */
  row: OutboxListing | null;
  onForm: (listingId: string | 'new') => void;
}

/** What is said of the village's own site, by what links back there. */
const LINKED = {
  article: 'panel_done_linked',
  product: 'panel_done_product',
  mentioned: 'panel_done_mentioned',
} as const;

/**
 * The marketplace has the listing: where to see it, how to share it, and the button for the next product. Its article is
 * told of as it comes about: being written, waiting for somebody, or there.
 */
export function Done({ draft, view, row, onForm }: Props) {
  const { holdWorkPort } = useBackground();
  const [copied, setCopied] = useState<boolean | null>(null);
  // When the panel was closed and is shown again, it opens the next product and not this success.
  useEffect(() => onShown(() => onForm('new')), []);
  const url = view?.url ?? null;
  const isWritten = row?.owed[0] !== 'linkback' || view?.postCurrent === true;
  const isLinked = isWritten && view !== null && view.postUrl !== null && !view.postPending;
  const isChecking = row !== null && row.reason === null && isWritten;
  useEffect(
    () => (row !== null && row.reason === null ? holdWorkPort() : undefined),
    [row !== null && row.reason === null],
  );
  return (
    <PanelFrame title={t('panel_done_title')}>
      <main class="sending done" {...SCROLLS}>
        <HomeTab />
        <p class="done-mark" aria-hidden="true">
          ✓
        </p>
        <h2>{t('panel_done', draft.form.name)}</h2>
        <p>
          {t(
            isLinked
              ? LINKED[view.state === 'mentioned' ? 'mentioned' : view.inProduct ? 'product' : 'article']
              : 'panel_done_live',
          )}
        </p>
        {!isWritten && row?.reason === null && (
          <p class="done-writing" role="status">
            {t('panel_done_writing')}
          </p>
        )}
        {row !== null && row.reason !== null && (
          <Waiting
            row={row}
            reason={row.reason}
            byHand={view?.byHand === true}
            postUrl={view?.postUrl ?? null}
            onForm={() => onForm(draft.id)}
          />
        )}
        {view !== null &&
          isWritten &&
          !isChecking &&
          postNotes(view).map(({ look, title, text }) => (
            <Notice key={text} look={look} title={t(title)}>
              {t(text)}
            </Notice>
          ))}
        {isChecking && <p class="soft">{t('panel_done_checking')}</p>}
        <div class="done-links">
          {url && (
            <a class="btn btn-primary" href={url} target="_blank" rel="noopener">
              {t('panel_see_marketplace')}
            </a>
          )}
          {isLinked && view.postUrl && (
            <a class="btn" href={view.postUrl} target="_blank" rel="noopener">
              {t('panel_see_post')}
            </a>
          )}
          {view && url && (
            <a class="btn" href={waLink(null, shareText({ ...view, url }, locale()))} target="_blank" rel="noopener">
              {t('panel_share')}
            </a>
          )}
          {url && (
            <Button onClick={() => void copyText(url).then(setCopied)}>
              {t(copied ? 'panel_copied' : 'panel_copy')}
            </Button>
          )}
        </div>
        {url && (
          <div class="done-links">
            <ShareButton id={draft.id} />
          </div>
        )}
        {/* A card that is awaited by hand has its button with the words that say so. */}
        {url && row?.reason !== 'by_hand' && (
          <div class="done-links">
            <InsertCard id={draft.id} />
          </div>
        )}
        {copied === false && <p role="alert">{t('panel_copy_failed', url ?? '')}</p>}
        <div class="done-next">
          <Button onClick={() => onForm('new')}>{t('panel_another')}</Button>
          <Button look="quiet" onClick={closePanel}>
            {t('panel_close')}
          </Button>
        </div>
      </main>
    </PanelFrame>
  );
}
