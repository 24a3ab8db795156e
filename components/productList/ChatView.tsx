import { useEffect, useRef, useState } from 'preact/hooks';
import { PanelFrame } from '#components/panelFrame/PanelFrame.tsx';
import { Button } from '#components/ui/Button.tsx';
import { Check } from '#components/ui/Check.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { SCROLLS } from '#components/ui/scrolls.ts';
import { readPhone } from '#contract/phone.ts';
import type { Candidate } from '#utils/chat/candidates.ts';
import { readChat } from '#utils/chat/readChat.ts';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';
import { readQuick } from '#utils/listing/line/index.ts';
import { pasted } from '#utils/listing/pasted.ts';
import type { Output } from '#utils/messages.ts';
import { CandidateRow } from './CandidateRow.tsx';
import { ChatError, type OpenChat, openChat } from './chatZip.ts';
import { draftsOf } from './drafts.ts';
import type { Starting } from './ListView.tsx';

interface Props {
  opened: Output<'panel/open'>;
  file: Blob;
  onBack: () => void;
  onList: (starting: Starting) => void;
}

const ERRORS = {
  not_zip: 'chat_not_zip',
  no_chat: 'chat_no_chat',
  broken: 'chat_broken',
} as const satisfies Record<ChatError['code'], WordKey>;
/** Candidates that are drawn at first and with each press on "more": each has photos. */
const PAGE = 30;
const PICKED_MAX = 100;

/**
 * A chat's candidates to pick from. Nothing of the chat is kept: what is picked becomes drafts, and the rest is gone with
 * this view.
 */
export function ChatView({ opened, file, onBack, onList }: Props) {
  const chat = useRef<OpenChat | null>(null);
  const [lines, setLines] = useState(0);
  const [candidates, setCandidates] = useState<Candidate[] | null>(null);
  const [problem, setProblem] = useState<WordKey | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<Candidate>>(new Set());
  const [usesNumber, setUsesNumber] = useState(false);
  const [shown, setShown] = useState(PAGE);
  const [making, setMaking] = useState<number | null>(null);
  useEffect(() => {
    let isHere = true;
    const read = async () => {
      chat.current = await openChat(file);
      const found = await readChat(await chat.current.text(), (count) => isHere && setLines(count));
      if (isHere) setCandidates(found);
    };
    read().catch(
      (error: unknown) => isHere && setProblem(error instanceof ChatError ? ERRORS[error.code] : 'chat_broken'),
    );
    return () => {
      isHere = false;
    };
  }, [file]);

  const photo = async (name: string) => (await chat.current?.photo(name)) ?? null;
  const make = async () => {
    // In the order of the chat: the oldest first.
    const chosen = (candidates ?? []).filter((one) => picked.has(one)).reverse();
    const around = { siteUrl: opened.draft.siteUrl, defaults: opened.settings.defaults, now: Date.now() };
    const photos = new Map<string, readonly Blob[]>();
    const drafts = [];
    for (const [index, one] of chosen.entries()) {
      setMaking(index + 1);
      const text = pasted(one.text);
      const phone = usesNumber ? readPhone(one.sender) : null;
      const [draft] = draftsOf(
        {
          products: [{ text, reading: readQuick(text) }],
          shared: phone === null ? {} : { producerPhone: one.sender },
          aside: [],
        },
        around,
      );
      if (draft === undefined) continue;
      drafts.push(draft);
      const files = [];
      for (const name of one.photos) files.push(await photo(name));
      photos.set(
        draft.id,
        files.filter((blob) => blob !== null),
      );
    }
    onList({ drafts, photos });
  };
  const pick = (one: Candidate, isPicked: boolean) =>
    setPicked(
      (all) => new Set(isPicked ? [...all, one].slice(0, PICKED_MAX) : [...all].filter((other) => other !== one)),
    );
  const numbers = [...picked].filter(({ sender }) => readPhone(sender) !== null).length;
  return (
    <PanelFrame
      title={t('chat_title')}
      head={<Button onClick={onBack}>{t('list_back')}</Button>}
      foot={
        picked.size > 0 && (
          <Button look="primary" busy={making !== null} onClick={() => void make()}>
            {making === null ? t('table_make', picked.size) : t('chat_making', making, picked.size)}
          </Button>
        )
      }
    >
      <main class="list-body" {...SCROLLS}>
        {problem !== null && <Notice look="bad">{t(problem)}</Notice>}
        {candidates === null && problem === null && <p role="status">{t('chat_reading', lines)}</p>}
        {candidates?.length === 0 && <p>{t('chat_none')}</p>}
        {candidates !== null && candidates.length > 0 && (
          <>
            <p class="soft">{t('chat_hint')}</p>
            {numbers > 0 && (
              <Check
                id="chat-numbers"
                checked={usesNumber}
                onChange={setUsesNumber}
                label={t('chat_numbers', numbers)}
              />
            )}
            <ul class="list-rows">
              {candidates.slice(0, shown).map((one) => (
                <CandidateRow
                  key={`${one.sender}\n${one.photos.join()}\n${one.text}`}
                  candidate={one}
                  isPicked={picked.has(one)}
                  photo={photo}
                  onPick={(isPicked) => pick(one, isPicked)}
                />
              ))}
            </ul>
            {candidates.length > shown && (
              <Button onClick={() => setShown(shown + PAGE)}>{t('chat_more', candidates.length - shown)}</Button>
            )}
          </>
        )}
      </main>
    </PanelFrame>
  );
}
