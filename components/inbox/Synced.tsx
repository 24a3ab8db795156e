import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import { locale, t } from '#utils/i18n/t.ts';
import { shortWib } from '#utils/inquiries/time.ts';

/** How old the shown messages are, and a button to fetch again, which says why when it cannot. */
export function Synced({ at }: { at: number | null }) {
  const { send } = useBackground();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = async () => {
    setBusy(true);
    const failed = await send('inquiry/refresh', {}).then(
      () => null,
      (error: unknown) => errorText(asAppError(error)),
    );
    setProblem(failed);
    setBusy(false);
  };
  return (
    <div class="synced soft">
      <span>{at !== null && t('inbox_synced', shortWib(at, locale()))}</span>
      <Button look="quiet" busy={busy} onClick={() => void refresh()}>
        {t('inbox_refresh')}
      </Button>
      {problem !== null && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
