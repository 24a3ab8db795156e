import { useState } from 'preact/hooks';
import { useCode } from '#components/background/code.ts';
import { useBackground, useQuery } from '#components/background/context.ts';
import { findVillage, useVillages } from '#components/villages/villages.ts';
import type { Thread } from '#utils/inquiries/threads.ts';
import type { Settings } from '#utils/model/site.ts';
import { threadCode } from './code.ts';
import { Inbox, type InboxLook } from './Inbox.tsx';

interface Props {
  threads: Thread[];
  syncedAt: number | null;
  settings: Settings;
  /** Nothing is on sale yet. */
  isFirst: boolean;
  /** The thread that is open, if any. */
  open: string | null;
  onOpen: (inquiryId: string | null) => void;
  /** Changes when a text was put back into a thread's reply box from outside, so that the box reads it again. */
  turn: number;
}

/** The list, or the one thread that is open. Opening a thread marks it as read. */
export function InboxTab({ threads, syncedAt, settings, isFirst, open, onOpen, turn }: Props) {
  const background = useBackground();
  const [look, setLook] = useState<InboxLook>({ filter: null, query: null, opened: null });
  const villages = useVillages();
  const { value: replies } = useQuery('reply/list', {}, ['settings', 'connection']);
  const code = useCode(threadCode);
  const thread = threads.find(({ inquiry }) => inquiry.id === open);
  const village = findVillage(villages, thread?.inquiry.village ?? null);
  if (thread !== undefined && code === null) return null;
  if (thread !== undefined && code !== null)
    return (
      <code.ThreadView
        key={`${thread.inquiry.id} ${turn}`}
        thread={thread}
        ownReplies={replies?.[thread.inquiry.village] ?? settings.ownReplies}
        villageName={village?.connection.village.name ?? ''}
        onBack={() => onOpen(null)}
      />
    );
  return (
    <Inbox
      threads={threads}
      syncedAt={syncedAt}
      isFirst={isFirst}
      look={look}
      onLook={setLook}
      onOpen={(id) => {
        setLook({ ...look, opened: id });
        // The tab does not wait for this: an unread dot that stays a moment longer harms nobody.
        void background.send('inquiry/read', { id }).catch(() => undefined);
        onOpen(id);
      }}
    />
  );
}
