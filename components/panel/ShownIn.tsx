import { Choice } from '#components/ui/Choice.tsx';
import { FieldGroup } from '#components/ui/Field.tsx';
import { t } from '#utils/i18n/t.ts';
import type { Draft } from '#utils/model/draft.ts';

interface Props {
  value: NonNullable<Draft['shownIn']>;
  /** What is open is a product of the site's own shop. */
  isProduct: boolean;
  onChange: (value: NonNullable<Draft['shownIn']>) => void;
}

/** Where a product that was started from an article, or from the shop's own product, is shown on the village's site. */
export function ShownIn({ value, isProduct, onChange }: Props) {
  const options = [
    { value: 'article', label: t(isProduct ? 'panel_shown_product' : 'panel_shown_article') },
    { value: 'own', label: t('panel_shown_own') },
  ];
  const hint = t(isProduct ? 'panel_shown_product_hint' : 'panel_shown_hint');
  return (
    <FieldGroup id="shown-in" label={t('panel_shown')} hint={value === 'article' ? hint : null}>
      <Choice
        name="shown-in"
        options={options}
        value={value}
        onChange={(chosen) => onChange(chosen === 'own' ? 'own' : 'article')}
      />
    </FieldGroup>
  );
}
