import { useQuery } from '#components/background/context.ts';
import type { DraftStore } from '#components/draft/draftStore.ts';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';

interface Props {
  store: DraftStore;
  onForm: (listingId: string) => void;
}

/** Says that a photo stands in another unfinished product too, and leads there. */
export function Twin({ store, onForm }: Props) {
  const { id, photos } = store.draft;
  const hashes = photos.flatMap(({ hash, whole }) => (whole === undefined ? [hash] : [hash, whole.hash]));
  const { value } = useQuery('draft/twin', { id, hashes }, ['drafts']);
  if (value === null || hashes.length === 0) return null;
  return (
    <Notice look="warn" actions={<Button onClick={() => onForm(value.id)}>{t('panel_twin_open')}</Button>}>
      {value.name === '' ? t('panel_twin_nameless') : t('panel_twin', value.name)}
    </Notice>
  );
}
