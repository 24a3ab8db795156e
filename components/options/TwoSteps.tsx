import { useState } from 'preact/hooks';
import { asAppError } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';

interface Props {
  label: string;
  title: string;
  text: string;
  yes: string;
  act: () => Promise<unknown>;
}

/**
 * A button in two steps: the first press shows what it would do, and the consequences stand beside the second button.
 */
export function TwoSteps({ label, title, text, yes, act }: Props) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!asking)
    return (
      <div>
        <Button look="danger" onClick={() => setAsking(true)}>
          {label}
        </Button>
      </div>
    );
  const sure = () => void act().catch((error: unknown) => setProblem(errorText(asAppError(error))));
  return (
    <Notice
      look="warn"
      title={title}
      actions={
        <>
          <Button look="danger" onClick={sure}>
            {yes}
          </Button>
          <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
        </>
      }
    >
      {problem ?? text}
    </Notice>
  );
}
