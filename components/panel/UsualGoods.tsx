import type { DraftStore } from '#components/draft/draftStore.ts';
import { focusField } from '#components/form/model.ts';
import { Button } from '#components/ui/Button.tsx';
import { t } from '#utils/i18n/t.ts';
import { isBlankAndNew } from '#utils/listing/blank.ts';
import { withTemplate } from '#utils/listing/template.ts';
import type { Template } from '#utils/model/draft.ts';

/** In an empty form: what villages of the regency usually sell. A press begins the form with it, and can be undone. */
export function UsualGoods({ store, usual }: { store: DraftStore; usual: readonly Template[] }) {
  const { draft } = store;
  if (usual.length === 0 || draft.template !== undefined || !isBlankAndNew(draft)) return null;
  const take = (template: Template) => {
    store.change((now) => withTemplate(now, template));
    focusField('name');
  };
  return (
    <fieldset class="usual">
      <legend class="soft">{t('panel_usual')}</legend>
      <div class="row">
        {usual.map((template) => (
          <Button key={template.title} onClick={() => take(template)}>
            {template.title}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
