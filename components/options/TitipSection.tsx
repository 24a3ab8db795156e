import { useQuery } from '#components/background/context.ts';
import { Section } from '#components/ui/Section.tsx';
import { t } from '#utils/i18n/t.ts';
import { TitipLink } from './TitipLink.tsx';

/** Each village's link to its form "Titip jual", to be passed on. Shown once a village is connected. */
export function TitipSection() {
  const villages = useQuery('village/list', {}, ['connection']).value ?? [];
  const connected = villages.filter(({ state }) => state === 'connected');
  if (connected.length === 0) return null;
  return (
    <Section id="titip" title={t('options_titip')}>
      <p>{t('options_titip_hint')}</p>
      {connected.map((known) => (
        <TitipLink key={known.key} known={known} isAlone={villages.length === 1} />
      ))}
    </Section>
  );
}
