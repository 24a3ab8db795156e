import { useState } from 'preact/hooks';
import { usePersistentText } from '#components/background/usePersistentText.ts';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Section } from '#components/ui/Section.tsx';
import { Undo } from '#components/ui/Undo.tsx';
import { t } from '#utils/i18n/t.ts';
import type { Settings } from '#utils/model/site.ts';
import type { Patch } from './useSettings.ts';

interface Props {
  settings: Settings;
  patch: Patch;
}

/** The village's own canned replies: write, change, remove (with undo). */
export function RepliesSection({ settings, patch }: Props) {
  const { ownReplies } = settings;
  const [typed, setTyped] = usePersistentText('new-reply');
  const [removed, setRemoved] = useState<string[] | null>(null);
  const save = (change: (replies: string[]) => string[]) =>
    patch((now) => ({ ownReplies: change(now.ownReplies).filter((reply) => reply.trim() !== '') }));
  const remove = (index: number) => {
    setRemoved(ownReplies);
    save((replies) => replies.filter((_, at) => at !== index));
  };
  const add = (event: Event) => {
    event.preventDefault();
    if ((typed ?? '').trim() === '') return;
    save((replies) => [...replies, (typed ?? '').trim()]);
    setTyped('');
  };
  return (
    <Section id="replies" title={t('options_replies')}>
      <p>{t('options_replies_hint')}</p>
      <ul class="rows">
        {ownReplies.map((reply, index) => (
          <li key={`${index} ${reply}`} class="rows-item">
            <textarea
              class="own-reply"
              rows={2}
              maxLength={2000}
              defaultValue={reply}
              aria-label={t('options_reply_number', index + 1)}
              onChange={(event) => {
                const text = event.currentTarget.value.trim();
                save((replies) => replies.with(index, text));
              }}
            />
            <Button look="danger" onClick={() => remove(index)}>
              {t('options_remove')}
            </Button>
          </li>
        ))}
      </ul>
      <form class="stack" onSubmit={add}>
        <Field
          id="new-reply"
          label={t('options_reply_new')}
          hint={t('options_reply_blanks', '{pembeli}', '{produk}', '{harga}')}
        >
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={2000}
              value={typed ?? ''}
              onInput={(e) => setTyped(e.currentTarget.value)}
            />
          )}
        </Field>
        <div>
          <Button type="submit">{t('options_reply_add')}</Button>
        </div>
      </form>
      {removed !== null && (
        <Undo
          text={t('options_reply_removed')}
          undoLabel={t('undo')}
          onUndo={() => {
            save(() => removed);
            setRemoved(null);
          }}
          onGone={() => setRemoved(null)}
        />
      )}
    </Section>
  );
}
