import { Choice } from '#components/ui/Choice.tsx';
import { FieldGroup } from '#components/ui/Field.tsx';
import { t } from '#utils/i18n/t.ts';
import type { Draft } from '#utils/model/draft.ts';

interface Props {
  value: NonNullable<Draft['shownIn']>;
  onChange: (value: NonNullable<Draft['shownIn']>) => void;
}

/** Where a product that was started from an article is shown on the village's site. */
export function ShownIn({ value, onChange }: Props) {
  const options = [
    { value: 'article', label: t('panel_shown_article') },
    { value: 'own', label: t('panel_shown_own') },
  ];
  return (
    <FieldGroup id="shown-in" label={t('panel_shown')} hint={value === 'article' ? t('panel_shown_hint') : null}>
      <Choice
        name="shown-in"
        options={options}
        value={value}
        onChange={(chosen) => onChange(chosen === 'own' ? 'own' : 'article')}
      />
    </FieldGroup>
  );
}
