import { useEffect, useRef, useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { HELD_BACK } from '#components/draft/heldBack.ts';
import { type HeldBack, useClickjackGuard } from '#components/draft/useClickjackGuard.ts';
import { Button } from '#components/ui/Button.tsx';
import { Progress } from '#components/ui/Progress.tsx';
import { t } from '#utils/i18n/t.ts';
import type { ListingView } from '#utils/model/views.ts';
import { progressOfList } from './progress.ts';

interface Props {
  /** How many rows are not published yet. */
  written: number;
  published: readonly (ListingView | null)[];
  /** Publishes the rows that are complete; answers how many are not. */
  publish: () => Promise<number>;
  onClear: () => void;
}

type Why = { heldBack: HeldBack } | { missing: number } | { error: string };

/** The button that publishes all of the list, and how far what was published is. Its press is guarded as the form's is. */
export function ListBar({ written, published, publish, onClear }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { check } = useClickjackGuard(place);
  const { holdWorkPort } = useBackground();
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<Why | null>(null);
  const progress = progressOfList(published);
  useEffect(() => (progress.isWorking ? holdWorkPort() : undefined), [progress.isWorking]);

  const attempt = async (event: Event): Promise<Why | null> => {
    const heldBack = await check(event);
    if (heldBack !== null) return { heldBack };
    const missing = await publish();
    return missing > 0 ? { missing } : null;
  };
  const press = async (event: Event) => {
    if (busy) return;
    setBusy(true);
    setWhy(await attempt(event).catch((error: unknown) => ({ error: errorText(asAppError(error)) })));
    setBusy(false);
  };
  return (
    <>
      <div class="publish-why" role="alert">
        {why !== null && words(why)}
      </div>
      {published.length > 0 && (
        <Progress value={progress.done} max={1} label={t('list_progress', progress.live, published.length)} />
      )}
      <div ref={place} class="publish-button">
        {written > 0 && (
          <Button look="primary" busy={busy} onClick={(event) => void press(event)}>
            {busy ? t('panel_publishing') : t('list_publish', written)}
          </Button>
        )}
        {written === 0 && published.length > 0 && <Button onClick={onClear}>{t('list_clear')}</Button>}
      </div>
    </>
  );
}

function words(why: Why): string {
  if ('heldBack' in why) return t(HELD_BACK[why.heldBack]);
  return 'missing' in why ? t('list_missing', why.missing) : why.error;
}
