import { AsideSection } from '#components/aside/AsideSection.tsx';
import { useQuery } from '#components/background/context.ts';
import { Notice } from '#components/ui/Notice.tsx';
import type { WordKey } from '#utils/i18n/keys.ts';
import { t } from '#utils/i18n/t.ts';
import { ConnectionSection } from './ConnectionSection.tsx';
import { DefaultsSection } from './DefaultsSection.tsx';
import { GeneralSection } from './GeneralSection.tsx';
import { MakersSection } from './MakersSection.tsx';
import { PrivacySection } from './PrivacySection.tsx';
import { RecipesSection } from './RecipesSection.tsx';
import { RepliesSection } from './RepliesSection.tsx';
import { ShopSection } from './ShopSection.tsx';
import { ShortcutsSection } from './ShortcutsSection.tsx';
import { SitesSection } from './SitesSection.tsx';
import { TitipSection } from './TitipSection.tsx';
import { useSettings } from './useSettings.ts';

const CONTENTS: [string, WordKey][] = [
  ['connection', 'options_connection'],
  ['sites', 'options_sites'],
  ['recipes', 'options_recipes'],
  ['defaults', 'options_defaults'],
  ['makers', 'options_makers'],
  ['titip', 'options_titip'],
  ['replies', 'options_replies'],
  ['general', 'options_general'],
  ['shortcuts', 'options_shortcuts'],
  ['privacy', 'options_privacy'],
];

/** The whole options page; every change is saved at once. */
export function Options() {
  const { settings, patch } = useSettings();
  const recipes = useQuery('recipe/list', {}, ['recipes', 'connection']).value ?? [];
  const contents = CONTENTS.filter(([id]) => id !== 'recipes' || recipes.length > 0);
  return (
    <div class="page">
      <header class="page-head">
        <h1>{t('options_title')}</h1>
        <p class="soft">{t('options_saved_at_once')}</p>
      </header>
      <nav class="contents" aria-label={t('options_contents')}>
        {contents.map(([id, word]) => (
          <a key={id} href={`#${id}`}>
            {t(word)}
          </a>
        ))}
      </nav>
      <main>
        <AsideSection />
        <ConnectionSection />
        <SitesSection />
        <RecipesSection recipes={recipes} />
        {settings === null ? (
          <Notice>{t('loading')}</Notice>
        ) : (
          <>
            <ShopSection settings={settings} patch={patch} />
            <DefaultsSection settings={settings} patch={patch} />
            <MakersSection />
            <TitipSection />
            <RepliesSection settings={settings} patch={patch} />
            <GeneralSection settings={settings} patch={patch} />
          </>
        )}
        <ShortcutsSection />
        <PrivacySection />
      </main>
    </div>
  );
}
