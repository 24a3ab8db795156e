import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { closePanel } from '#components/panelFrame/closePanel.ts';
import { Button } from '#components/ui/Button.tsx';
import type { Id } from '#contract';
import { t } from '#utils/i18n/t.ts';

/**
 * Begins a lesson with this product: the person saves one article, and from the next product on Dodolan does it. The
 * panel gives way to the page. `again`: the site's form has changed since it was shown.
 */
export function LessonStart({ id, again = false }: { id: Id; again?: boolean }) {
  const { send } = useBackground();
  const [problem, setProblem] = useState('');
  const start = async () => {
    try {
      await send('lesson/start', { id });
      closePanel();
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    }
  };
  return (
    <div class="lesson-start">
      <Button look="primary" onClick={() => void start()}>
        {t(again ? 'lesson_again' : 'lesson_start')}
      </Button>
      <p class="soft">{t('lesson_start_hint')}</p>
      {problem !== '' && <p role="alert">{problem}</p>}
    </div>
  );
}
