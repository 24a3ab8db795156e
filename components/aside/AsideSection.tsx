import { useState } from 'preact/hooks';
import { useBackground, useQuery } from '#components/background/context.ts';
import { Button } from '#components/ui/Button.tsx';
import { copyText } from '#components/ui/copyText.ts';
import { Section } from '#components/ui/Section.tsx';
import { saveText } from '#components/ui/saveText.ts';
import { ASIDE_FILE, memberLabel, noteDate, notesAsText, noteTitle } from '#utils/aside/file.ts';
import { t } from '#utils/i18n/t.ts';
import type { AsideNote } from '#utils/model/aside.ts';

/**
 * The rows that this version cannot read: what they are, and their text, to be copied or saved. Shows nothing when
 * there are none.
 */
export function AsideSection() {
  const { value } = useQuery('aside/list', {}, []);
  if (value === null || value.length === 0) return null;
  return (
    <Section id="aside" title={t('aside_title', value.length)}>
      <p>{t('aside_why')}</p>
      <p>{t('aside_what_to_do')}</p>
      {value.some(({ kind }) => kind === 'village') && <p>{t('aside_village')}</p>}
      <WaysOut notes={value} />
      <ul class="rows">
        {value.map((note) => (
          <li key={`${note.at} ${note.whole}`} class="rows-item aside-note">
            <Note note={note} isAlone={value.length === 1} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function WaysOut({ notes }: { notes: AsideNote[] }) {
  const { send } = useBackground();
  const [said, setSaid] = useState<string | null>(null);
  const gotOut = (how: string) => {
    setSaid(how);
    // When this message fails, the popup only reminds the person once more than needed.
    void send('aside/saved', { newest: Math.max(...notes.map(({ at }) => at)) }).catch(() => undefined);
  };
  const save = () => {
    saveText(ASIDE_FILE, notesAsText(notes));
    gotOut(t('aside_saved', ASIDE_FILE));
  };
  const copy = async () => {
    if (await copyText(notesAsText(notes))) gotOut(t('aside_copied'));
    else setSaid(t('aside_copy_failed'));
  };
  return (
    <>
      <div class="aside-ways">
        <Button look="primary" onClick={save}>
          {t('aside_save')}
        </Button>
        <Button onClick={() => void copy()}>{t('aside_copy')}</Button>
      </div>
      <p role="status" class="aside-said">
        {said}
      </p>
    </>
  );
}

function Note({ note, isAlone }: { note: AsideNote; isAlone: boolean }) {
  return (
    <details open={isAlone}>
      <summary>
        <strong>{noteTitle(note)}</strong> <span class="soft">{noteDate(note)}</span>
      </summary>
      <dl class="facts aside-words">
        {note.words.map(({ member, text }, at) => [
          <dt key={`${at} name`}>{memberLabel(member)}</dt>,
          <dd key={`${at} text`}>{text}</dd>,
        ])}
      </dl>
    </details>
  );
}
