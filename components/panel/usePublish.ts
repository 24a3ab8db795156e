import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { formRules } from '#components/draft/code.ts';
import type { DraftStore } from '#components/draft/draftStore.ts';
import { focusAsk } from '#components/draft/focusAsk.ts';
import type { HeldBack } from '#components/draft/useClickjackGuard.ts';
import type { Checked } from '#components/draft/useFormModel.ts';
import type { Photos } from '#components/draft/usePhotos.ts';
import { focusField } from '#components/form/model.ts';
import type { AppError } from '#utils/appError.ts';
import { byField, type FormField } from '#utils/listing/fields.ts';
import type { Draft } from '#utils/model/draft.ts';
import type { OutboxRow } from '#utils/model/outbox.ts';
import { retryWhileWaking } from '#utils/runtime/retryWhileWaking.ts';
import { WHICH_SITE_ID } from './WhichSite.tsx';
import { WHICH_VILLAGE_ID } from './WhichVillage.tsx';

/** Why a press of the button did nothing. */
export type Blocker =
  | { kind: 'fields'; fields: FormField[] }
  | { kind: 'held_back'; why: HeldBack }
  | { kind: 'photo_failed' }
  | { kind: 'asked' }
  | { kind: 'error'; error: AppError };

export interface Publish {
  busy: boolean;
  blocker: Blocker | null;
  /** `check` answers why the press must not count, because a page may have led it here; null when it counts. */
  press(check: () => Promise<HeldBack | null>): Promise<void>;
  /** Drops the blocker, because it has been put right. */
  forget(): void;
}

/**
 * Publishes a draft, from the press until the listing is in the outbox. Whatever stops it, nothing that was typed is
 * lost.
 */
export function usePublish(
  store: DraftStore,
  model: Checked,
  photos: Photos,
  /** How many questions about the quick line are open: what was said there must not be dropped without a word. */
  asked: () => Promise<number>,
  /** False while the village is on no marketplace yet. */
  isConnected: boolean,
  onPublished: (draft: Draft, row: OutboxRow | null) => void,
): Publish {
  const { send } = useBackground();
  const [busy, setBusy] = useState(false);
  const [blocker, setBlocker] = useState<Blocker | null>(null);

  const attempt = async (): Promise<Blocker | null> => {
    if (photos.pending.some((item) => item.code !== null)) {
      focusField('photos');
      return { kind: 'photo_failed' };
    }
    // The question stands at the top of the form; it is scrolled into view, so that the person sees it.
    document.getElementById(WHICH_VILLAGE_ID)?.scrollIntoView({ block: 'nearest' });
    const site = document.getElementById(WHICH_SITE_ID);
    if (site !== null) {
      site.scrollIntoView({ block: 'center' });
      site.querySelector('button')?.focus();
      return { kind: 'asked' };
    }
    await photos.idle();
    if ((await asked()) > 0) {
      focusAsk();
      return { kind: 'asked' };
    }
    await formRules.load();
    const wrong = model.checkAll();
    if (wrong[0] !== undefined) return wrongFields(wrong);
    const { draft } = store;
    const { issues, merged, row } = await retryWhileWaking(() => send('listing/publish', draft));
    if (issues.length === 0) {
      store.becameListing(draft);
      onPublished(draft, row);
      return null;
    }
    store.change((now) => ({ ...(merged ?? now), issues }));
    return wrongFields([...byField(issues).keys()]);
  };
  const press = async (check: () => Promise<HeldBack | null>) => {
    if (busy) return;
    setBusy(true);
    const checkedAttempt = async (): Promise<Blocker | null> => {
      const why = await check();
      // What goes nowhere yet needs no second press to be sure: the person connects it later, knowing that it waits.
      if (why !== null && (isConnected || why !== 'ask')) return { kind: 'held_back', why };
      setBlocker(null);
      return attempt();
    };
    setBlocker(await checkedAttempt().catch((error): Blocker => ({ kind: 'error', error: asAppError(error) })));
    setBusy(false);
  };
  return { busy, blocker, press, forget: () => setBlocker(null) };
}

function wrongFields(fields: FormField[]): Blocker {
  if (fields[0] !== undefined) requestAnimationFrame(() => fields[0] && focusField(fields[0]));
  return { kind: 'fields', fields };
}
