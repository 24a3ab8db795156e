import { useEffect, useRef, useState } from 'preact/hooks';
import { asAppError, useBackground, useQuery } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { DraftStore } from '#components/draft/draftStore.ts';
import { backupOf, dropBackup, keepBackup } from '#components/draft/localBackup.ts';
import { saveOver } from '#components/draft/useDraft.ts';
import { type Draft, LIST_MAX } from '#utils/model/draft.ts';
import type { ListingView } from '#utils/model/views.ts';
import { retryWhileWaking } from '#utils/runtime/retryWhileWaking.ts';

/** One product of the list: being written (`store`), or published (`view`, once the background has told). */
export type ListedRow = { id: string } & ({ store: DraftStore } | { store: null; view: ListingView | null });

export interface Listed {
  /** Null before the list is known. */
  rows: ListedRow[] | null;
  problem: string | null;
  /** Products that found no room in the list. */
  leftOut: number;
  add(drafts: Draft[]): Promise<void>;
  /** Takes the products out of the list, and throws their drafts away when `discard` is set. */
  leave(ids: string[], discard: boolean): Promise<void>;
  /** Publishes these products, each for itself, and marks what is wrong with the others. */
  publish(drafts: Draft[]): Promise<void>;
}

/** The list of the panel's site. Every product has a store of its own, which saves what is typed as the form does. */
export function useProductList(starting: readonly Draft[]): Listed {
  const { send } = useBackground();
  const list = useQuery('list/read', {}, ['drafts', 'listings']);
  const listings = useQuery('listing/list', {}, ['listings', 'outbox']);
  const stores = useRef(new Map<string, DraftStore>());
  const [problem, setProblem] = useState<string | null>(null);
  const [leftOut, setLeftOut] = useState(0);

  const attempt = async (work: () => Promise<unknown>) => {
    setProblem(null);
    await retryWhileWaking(work).catch((error: unknown) => setProblem(errorText(asAppError(error))));
    list.again();
  };
  const add = (drafts: Draft[]) =>
    attempt(async () => {
      // The message takes no more than a list holds.
      const { leftOut } = await send('list/add', { drafts: drafts.slice(0, LIST_MAX) });
      setLeftOut(leftOut + Math.max(0, drafts.length - LIST_MAX));
    });
  useEffect(() => {
    if (starting.length > 0) void add([...starting]);
  }, []);

  const storeOf = (draft: Draft): DraftStore => {
    const known = stores.current.get(draft.id);
    if (known !== undefined) return known;
    const store = new DraftStore(draft, {
      ahead: keepBackup,
      save: (next, known) => saveOver(send, next, known),
      confirmed: dropBackup,
    });
    stores.current.set(draft.id, store);
    void backupOf(draft).then((backup) => backup !== null && !store.isTouched && store.change(() => backup));
    return store;
  };
  const rowOf = ({ id, draft }: { id: string; draft: Draft | null }): ListedRow => {
    if (draft !== null) return { id, store: storeOf(draft) };
    return { id, store: null, view: listings.value?.find((one) => one.id === id) ?? null };
  };
  return {
    rows: list.value?.rows.map(rowOf) ?? null,
    problem: problem ?? (list.error && errorText(list.error)),
    leftOut,
    add,
    leave: (ids, discard) => attempt(() => send('list/leave', { ids, discard })),
    publish: (drafts) =>
      attempt(async () => {
        const { failed } = await send('list/publish', { drafts });
        const wrong = new Map(failed.map(({ id, issues }) => [id, issues]));
        for (const draft of drafts) {
          const issues = wrong.get(draft.id);
          if (issues === undefined) stores.current.get(draft.id)?.becameListing(draft);
          else stores.current.get(draft.id)?.change((now) => ({ ...now, issues }));
        }
      }),
  };
}
