import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import type { Id } from '#contract';
import { t } from '#utils/i18n/t.ts';

/** The press after which Dodolan fills in the site's form in a new tab, in sight. What happens then is said beside it. */
export function WriteNow({ id }: { id: Id }) {
  const { send } = useBackground();
  const [problem, setProblem] = useState<string | null>(null);
  const go = async () => {
    try {
      setProblem(null);
      await send('driven/go', { id });
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    }
  };
  return (
    <>
      <Button look="primary" onClick={() => void go()}>
        {t('driven_go')}
      </Button>
      {problem !== null && <p role="alert">{problem}</p>}
    </>
  );
}
