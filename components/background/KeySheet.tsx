import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { t } from '#utils/i18n/t.ts';
import { KeyList, type KeyWords, useCommands } from './commands.tsx';
import { useKeys } from './useKeys.ts';

/** The list of keys, shown over the page by "?" while nobody types. */
export function KeySheet({ keys }: { keys: () => readonly KeyWords[] }) {
  const [isShown, setShown] = useState(false);
  useKeys({ '?': () => setShown(!isShown) });
  return isShown ? <Sheet keys={keys()} onClose={() => setShown(false)} /> : null;
}

function Sheet({ keys, onClose }: { keys: readonly KeyWords[]; onClose: () => void }) {
  const commands = useCommands();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="key-sheet"
      aria-labelledby="key-sheet-title"
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // What is under the list would close as well.
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id="key-sheet-title">{t('keys_title')}</h2>
      <KeyList keys={[...keys, ...commands.filter(([key]) => key !== t('keys_unset'))]} />
      <Button onClick={onClose}>{t('keys_close')}</Button>
    </dialog>
  );
}
