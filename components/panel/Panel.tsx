import { useEffect, useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { backupOf } from '#components/draft/localBackup.ts';
import { PanelFrame } from '#components/panelFrame/PanelFrame.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { PracticeContext } from '#components/villages/PracticeBanner.tsx';
import { t } from '#utils/i18n/t.ts';
import type { Output } from '#utils/messages.ts';
import type { Draft } from '#utils/model/draft.ts';
import type { OutboxRow } from '#utils/model/outbox.ts';
import { retryWhileWaking } from '#utils/runtime/retryWhileWaking.ts';
import { leaveEarly } from './earlyLine.ts';
import { LazyChat, LazyList, LazySending, LazyShop, LazyTable, type Starting, type TableSource } from './LazyList.tsx';
import { takeListingId } from './listingId.ts';
import { SellForm } from './SellForm.tsx';
import { whenHeld } from './whenHeld.ts';

type Opened = Output<'panel/open'>;
type View =
  | { name: 'opening' }
  | { name: 'failed'; why: string; listingId: string | null }
  | { name: 'form'; opened: Opened; backup: Draft | null }
  | { name: 'shop'; opened: Opened }
  | { name: 'list'; opened: Opened; starting: Starting }
  | { name: 'table'; opened: Opened; source: TableSource }
  | { name: 'chat'; opened: Opened; file: Blob }
  | { name: 'sending'; draft: Draft; row: OutboxRow | null };

/**
 * The panel: the form of the draft that `first` brings, then what becomes of the listing. When another listing is to be
 * edited, its id comes as the page's hash.
 */
export function Panel({ first, listingId }: { first: Promise<Opened>; listingId: string | null }) {
  const { send } = useBackground();
  const [view, setView] = useState<View>({ name: 'opening' });
  /** What was opened last: for a view that is of the same village and does not say so. */
  const [last, setLast] = useState<Opened | null>(null);

  const show = (opening: Promise<Opened>, id: string | null) =>
    void opening.then(
      async (opened) => setView({ name: 'form', opened, backup: await backupOf(opened.draft) }),
      (error) => setView({ name: 'failed', why: errorText(asAppError(error)), listingId: id }),
    );
  const open = (id: string | 'new' | null) => {
    const asked = id === 'new' ? { listingId: null, fresh: true } : { listingId: id };
    show(
      whenHeld(
        send,
        retryWhileWaking(() => send('panel/open', asked)),
      ),
      asked.listingId,
    );
  };
  useEffect(() => {
    show(first, listingId);
    const follow = () => {
      const id = takeListingId();
      if (id !== null) open(id);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (view.name !== 'opening' && view.name !== 'form') leaveEarly();
  }, [view.name]);
  /**
   * Reads the draft again when a panel that was loaded ahead is shown: another tab may have changed the draft. What the
   * person typed here meanwhile wins.
   */
  const refresh = (opened: Opened, isTouched: () => boolean) =>
    void send('panel/open', { listingId: opened.draft.baseRev === 0 ? null : opened.draft.id }).then(
      async (newer) => {
        const backup = await backupOf(newer.draft);
        // Whoever has gone on to the shop or to a file meanwhile is not called back from there.
        if (!isTouched()) setView((now) => (now.name === 'form' ? { name: 'form', opened: newer, backup } : now));
      },
      () => undefined,
    );

  const opened = 'opened' in view ? view.opened : last;
  useEffect(() => setLast(opened), [opened]);
  return <PracticeContext.Provider value={isPractice(opened)}>{shownView()}</PracticeContext.Provider>;

  function shownView() {
    switch (view.name) {
      case 'opening':
        return <PanelFrame title={t('panel_title')}>{null}</PanelFrame>;
      case 'failed':
        return (
          <PanelFrame title={t('panel_title')}>
            <main class="sending">
              <Notice look="bad" actions={<Button onClick={() => open(view.listingId)}>{t('panel_retry')}</Button>}>
                {view.why}
              </Notice>
            </main>
          </PanelFrame>
        );
      case 'form':
        return (
          <SellForm
            key={`${view.opened.draft.id} ${view.opened.draft.updatedAt}`}
            opened={view.opened}
            backup={view.backup}
            onNew={() => open('new')}
            onForm={open}
            onList={(opened, starting) => setView({ name: 'list', opened, starting })}
            onTable={(opened, source) => setView({ name: 'table', opened, source })}
            onChat={(opened, file) => setView({ name: 'chat', opened, file })}
            onShop={(opened) => setView({ name: 'shop', opened })}
            onShownUntouched={(isTouched) => refresh(view.opened, isTouched)}
            onPublished={(draft, row) => setView({ name: 'sending', draft, row })}
          />
        );
      case 'table':
        return (
          <LazyTable
            opened={view.opened}
            source={view.source}
            onBack={() => open('new')}
            onList={(starting) => setView({ name: 'list', opened: view.opened, starting })}
          />
        );
      case 'chat':
        return (
          <LazyChat
            opened={view.opened}
            file={view.file}
            onBack={() => open('new')}
            onList={(starting) => setView({ name: 'list', opened: view.opened, starting })}
          />
        );
      case 'list':
        return (
          <LazyList
            opened={view.opened}
            starting={view.starting}
            onBack={() => open('new')}
            onForm={(id) => open(id)}
          />
        );
      case 'shop':
        return <LazyShop opened={view.opened} onBack={() => open(view.opened.draft.id)} onOpen={open} />;
      case 'sending':
        return <LazySending draft={view.draft} row={view.row} onForm={open} />;
    }
  }
}

const isPractice = (opened: Opened | null) => opened?.village.connection?.village.practice !== undefined;
