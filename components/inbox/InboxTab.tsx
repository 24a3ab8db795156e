import { useState } from 'preact/hooks';
import type { Thread } from '../../utils/inquiries/threads.ts';
import type { Connection, Settings } from '../../utils/model/site.ts';
import { useBackground } from '../background/context.ts';
import { Inbox, type InboxLook } from './Inbox.tsx';
import { ThreadView } from './ThreadView.tsx';

interface Props {
  threads: Thread[];
  syncedAt: number | null;
  connection: Connection | null;
  settings: Settings;
  /** The thread that is open, if any. */
  open: string | null;
  onOpen: (inquiryId: string | null) => void;
  /** Renewed when words were put back into a thread's box from outside, so that it reads them again. */
  turn: number;
}

/** The list, or the one thread that is open. Opening it is reading it. */
export function InboxTab({ threads, syncedAt, connection, settings, open, onOpen, turn }: Props) {
  const background = useBackground();
  const [look, setLook] = useState<InboxLook>({ filter: null, query: null, opened: null });
  const marketplaceUrl = connection?.marketplaceUrl.replace(/\/$/, '') ?? null;
  const thread = threads.find(({ inquiry }) => inquiry.id === open);
  if (thread !== undefined)
    return (
      <ThreadView
        key={`${thread.inquiry.id} ${turn}`}
        thread={thread}
        ownReplies={settings.ownReplies}
        marketplaceUrl={marketplaceUrl}
        villageName={connection?.village.name ?? ''}
        onBack={() => onOpen(null)}
      />
    );
  return (
    <Inbox
      threads={threads}
      marketplaceUrl={marketplaceUrl}
      syncedAt={syncedAt}
      look={look}
      onLook={setLook}
      onOpen={(id) => {
        setLook({ ...look, opened: id });
        // Not waited for: an unread dot that stays a moment longer harms nobody.
        void background.send('inquiry/read', { id }).catch(() => undefined);
        onOpen(id);
      }}
    />
  );
}
