import { useEffect, useRef } from 'preact/hooks';
import { errorText } from '#components/background/errorText.ts';
import { HELD_BACK } from '#components/draft/heldBack.ts';
import { useClickjackGuard } from '#components/draft/useClickjackGuard.ts';
import type { Checked } from '#components/draft/useFormModel.ts';
import { focusField } from '#components/form/model.ts';
import { Button } from '#components/ui/Button.tsx';
import { t } from '#utils/i18n/t.ts';
import type { Publish } from './usePublish.ts';

interface Props {
  publish: Publish;
  model: Checked;
  /** The listing is already on the marketplace, so the button updates it. */
  isUpdate: boolean;
}

/**
 * The button that publishes the listing and, beside it, the blocker when a press did nothing. Ctrl+Enter presses it
 * from anywhere in the panel.
 */
export function PublishBar({ publish, model, isUpdate }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { check } = useClickjackGuard(place);
  const press = useRef(publish.press);
  press.current = publish.press;

  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat || event.isComposing) return;
      event.preventDefault();
      void press.current(() => check(event));
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, []);

  const first = model.shown[0];
  const text = blockerText(publish, model);
  return (
    <>
      <div class="publish-why" role="alert">
        {text}
        {text !== null && first !== undefined && (
          <Button look="quiet" onClick={() => focusField(first)}>
            {t('panel_show_first')}
          </Button>
        )}
      </div>
      <div ref={place} class="publish-button">
        <Button
          look="primary"
          busy={publish.busy}
          title="Ctrl+Enter"
          onClick={(event) => void publish.press(() => check(event))}
        >
          {t(publish.busy ? 'panel_publishing' : isUpdate ? 'panel_publish_update' : 'panel_publish')}
        </Button>
      </div>
    </>
  );
}

function blockerText({ blocker }: Publish, model: Checked): string | null {
  if (model.others[0] !== undefined) return model.others.join(' ');
  switch (blocker?.kind) {
    case undefined:
      return null;
    case 'held_back':
      return t(HELD_BACK[blocker.why]);
    case 'photo_failed':
      return t('panel_photo_failed');
    case 'asked':
      return t('panel_quick_answer');
    case 'error':
      return errorText(blocker.error);
    case 'fields':
      return model.shown.length === 0 ? null : t('panel_fix', model.shown.length);
  }
}
