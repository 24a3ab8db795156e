import type { DraftStore } from '#components/draft/draftStore.ts';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';
import { isBlankAndNew } from '#utils/listing/blank.ts';
import { withoutTemplate, withTemplate } from '#utils/listing/template.ts';
import type { Draft, Template } from '#utils/model/draft.ts';
import { QUICK_ID } from './QuickLineField.tsx';

/** Offers, in an empty form, what the last product has in common with most; says it when it was taken, and can undo that. */
export function TemplateBanner({ store, last }: { store: DraftStore; last: Template | null }) {
  const { draft } = store;
  /** The button that was pressed goes, and the focus with it: writing comes next. */
  const change = (update: (draft: Draft) => Draft) => {
    store.change(update);
    document.getElementById(QUICK_ID)?.focus();
  };
  if (draft.template !== undefined) {
    const isUsual = draft.template.form.name !== undefined;
    return (
      <Notice actions={<Button onClick={() => change(withoutTemplate)}>{t('panel_prefill_undo')}</Button>}>
        {t(isUsual ? 'panel_filled_usual' : 'panel_filled_like', draft.template.title)}
      </Notice>
    );
  }
  if (last === null || !isBlankAndNew(draft)) return null;
  return (
    <Button look="quiet" onClick={() => change((now) => withTemplate(now, last))}>
      {t('panel_last', last.title)}
    </Button>
  );
}
