import { useRef, useState } from 'preact/hooks';
import { AsideLine } from '#components/aside/AsideLine.tsx';
import { useCode } from '#components/background/code.ts';
import { popupKeys } from '#components/background/commands.tsx';
import { asAppError, useBackground, useQuery } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { KeySheet } from '#components/background/KeySheet.tsx';
import { useKeys } from '#components/background/useKeys.ts';
import { KeepEarly } from '#components/inbox/early.ts';
import { InboxTab } from '#components/inbox/InboxTab.tsx';
import { OutboxLine } from '#components/listings/OutboxLine.tsx';
import type { Undoable } from '#components/listings/useListingActions.ts';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { PracticeBanner } from '#components/villages/PracticeBanner.tsx';
import { VillageNotices } from '#components/villages/VillageNotices.tsx';
import { isPractice, VillagesContext } from '#components/villages/villages.ts';
import { t } from '#utils/i18n/t.ts';
import { threads as joined } from '#utils/inquiries/threads.ts';
import { consignmentsCode, dealsCode, productsCode, stepsCode, undoCode } from './code.ts';
import { TabStatusLine } from './TabStatusLine.tsx';
import { TAB_WORDS, TABS, type TabName, Tabs } from './Tabs.tsx';

/** The popup: what this page is, the inbox, my products, what was sold. Everything shown is from this device's store. */
export function App() {
  const { send } = useBackground();
  const settings = useQuery('settings/get', {}, ['settings']);
  const villages = useQuery('village/list', {}, ['connection']);
  const inbox = useQuery('inquiry/list', {}, ['inquiries']);
  const outbox = useQuery('outbox/list', {}, ['outbox']);
  const consigned = useQuery('consignment/list', {}, ['consignments', 'connection']);
  const unchecked = useQuery('listing/unchecked', {}, ['listings', 'outbox', 'connection']);
  const health = useQuery('upkeep/health', {}, ['listings', 'outbox']);
  const step = useQuery('first/step', {}, ['connection', 'sites', 'listings', 'inquiries']);
  const later = {
    consignments: useCode(consignmentsCode),
    deals: useCode(dealsCode),
    products: useCode(productsCode),
    steps: useCode(stepsCode),
    undo: useCode(undoCode),
  };
  const [tab, setTab] = useState<TabName>('inbox');
  const [open, setOpen] = useState<string | null>(() => location.hash.slice(1) || null);
  const [done, setDone] = useState<Undoable | null>(null);
  const [turn, setTurn] = useState(0);
  const isDrawn = useRef(false);
  useKeys({ 1: () => show('inbox'), 2: () => show('listings'), 3: () => show('deals') });
  const failed = inbox.error ?? settings.error;
  if (failed !== null && (inbox.value === null || settings.value === null))
    return (
      <main class="popup-main">
        <Notice look="bad" actions={<Button onClick={() => location.reload()}>{t('try_again')}</Button>}>
          {errorText(asAppError(failed))}
        </Notice>
      </main>
    );
  if (inbox.value === null || settings.value === null || !step.known) return null;
  // What stands above the inbox comes with it, and not a moment later: nothing may move under somebody's finger.
  const isAbove = (consigned.value?.waiting.length ?? 0) + (consigned.value?.elsewhere.length ?? 0) > 0;
  isDrawn.current ||= (!isAbove || later.consignments !== null) && (step.value === null || later.steps !== null);
  if (!isDrawn.current) return null;

  const rows = outbox.value ?? [];
  const threads = joined(inbox.value.inquiries, rows, inbox.value.unread);
  const sick = health.value?.filter((one) => one.health !== 'ok').length ?? null;
  const counts = {
    inbox: threads.filter(({ toAnswer }) => toAnswer).length,
    // All that nobody has touched for long is one question, answered by one press.
    listings: (sick ?? 0) + (consigned.value?.waiting.length ?? 0) + (unchecked.value?.any ? 1 : 0),
    deals: null,
  };
  const isStranger = villages.value?.every(({ state }) => state !== 'connected') ?? false;
  const show = (next: TabName) => {
    setTab(next);
    setOpen(null);
  };
  const openForm = (id: string) => send('listing/edit', { id });
  const inThread = tab === 'inbox' && open !== null && threads.some(({ inquiry }) => inquiry.id === open);
  const openThread = (id: string | null) => {
    setTab('inbox');
    setOpen(id);
  };

  return (
    <VillagesContext.Provider value={villages.value ?? []}>
      <PracticeBanner shown={villages.value?.some(isPractice) ?? false} />
      {!inThread && (
        <header class="popup-head">
          <h1 class="visually-hidden">{t('popup_title')}</h1>
          {step.value === null && <TabStatusLine />}
          <Tabs tab={tab} onTab={show} counts={counts} />
        </header>
      )}
      <main class={inThread ? 'popup-main popup-thread' : 'popup-main'} tabIndex={inThread ? undefined : 0}>
        {!inThread && <AsideLine />}
        {!inThread && step.value !== null && later.steps && (
          <later.steps.FirstSteps now={step.value} villages={villages.value ?? []} />
        )}
        {!inThread && <VillageNotices />}
        {tab === 'inbox' && !inThread && later.consignments && (
          <later.consignments.Consignments
            list={consigned.value}
            most={1}
            onMore={() => show('listings')}
            onTaken={openForm}
            onDone={setDone}
          />
        )}
        {tab === 'inbox' && (!isStranger || threads.length > 0) && (
          <InboxTab
            threads={threads}
            syncedAt={inbox.value.syncedAt}
            settings={settings.value}
            isFirst={step.value !== null}
            open={open}
            onOpen={openThread}
            turn={turn}
          />
        )}
        {tab === 'listings' && later.products && (
          <later.products.Products consigned={consigned.value} onTaken={openForm} onDone={setDone} />
        )}
        {tab === 'deals' && later.deals && <later.deals.Deals inquiries={inbox.value.inquiries} onOpen={openThread} />}
      </main>
      {!inThread && <OutboxLine outbox={rows} />}
      <KeySheet keys={popupKeys} />
      {tab === 'inbox' && !inThread && (
        <KeepEarly
          threads={step.value === null ? threads : []}
          villages={villages.value?.map(({ key }) => key) ?? []}
          tabs={TABS.map((name) => ({ word: t(TAB_WORDS[name]), count: counts[name] ?? 0 }))}
        />
      )}
      {later.undo && (
        <later.undo.UndoLine
          outbox={rows}
          inquiries={inbox.value.inquiries}
          done={done}
          onGone={() => setDone(null)}
          onTakenBack={(inquiryId) => {
            setTurn(turn + 1);
            openThread(inquiryId);
          }}
        />
      )}
    </VillagesContext.Provider>
  );
}
