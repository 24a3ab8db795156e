import { useQuery } from '#components/background/context.ts';
import { Section } from '#components/ui/Section.tsx';
import { t } from '#utils/i18n/t.ts';
import { MakerBook } from './MakerBook.tsx';

/** The address book of each village: who makes what it sells, and who of them agreed. Shown once a village is known. */
export function MakersSection() {
  const villages = useQuery('village/list', {}, ['connection']).value ?? [];
  if (villages.length === 0) return null;
  return (
    <Section id="makers" title={t('options_makers')}>
      <p>{t('options_makers_hint')}</p>
      {villages.map((known) => (
        <MakerBook key={known.key} known={known} isAlone={villages.length === 1} />
      ))}
    </Section>
  );
}
