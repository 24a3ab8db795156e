import { useState } from 'preact/hooks';
import { usePersistentText } from '#components/background/usePersistentText.ts';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Undo } from '#components/ui/Undo.tsx';
import { t } from '#utils/i18n/t.ts';

interface Props {
  /** Of the field for a new one; what is typed there is kept under it. */
  id: string;
  replies: string[];
  save: (change: (replies: string[]) => string[]) => void;
}

/** Canned replies in the village's own words: write, change, remove (with undo). */
export function ReplyList({ id, replies, save }: Props) {
  const [typed, setTyped] = usePersistentText(id);
  const [removed, setRemoved] = useState<string[] | null>(null);
  const keep = (change: (replies: string[]) => string[]) =>
    save((now) => change(now).filter((reply) => reply.trim() !== ''));
  const remove = (index: number) => {
    setRemoved(replies);
    keep((now) => now.filter((_, at) => at !== index));
  };
  const add = (event: Event) => {
    event.preventDefault();
    if ((typed ?? '').trim() === '') return;
    keep((now) => [...now, (typed ?? '').trim()]);
    setTyped('');
  };
  return (
    <>
      <ul class="rows">
        {replies.map((reply, index) => (
          <li key={`${index} ${reply}`} class="rows-item">
            <textarea
              class="own-reply"
              rows={2}
              maxLength={2000}
              defaultValue={reply}
              aria-label={t('options_reply_number', index + 1)}
              onChange={(event) => {
                const text = event.currentTarget.value.trim();
                keep((now) => now.with(index, text));
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
          id={id}
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
            keep(() => removed);
            setRemoved(null);
          }}
          onGone={() => setRemoved(null)}
        />
      )}
    </>
  );
}
