import { renderPage } from '#marketplace/web/document.tsx';
import type { View } from '#marketplace/web/view.ts';
import { ABOUT, type PlainWord } from '#marketplace/words/index.ts';

/** The sections in their order, each by the keys of its paragraphs. */
const SECTIONS: Record<string, { title: PlainWord<'about'>; paragraphs: PlainWord<'about'>[] }> = {
  buying: { title: 'buying_title', paragraphs: ['buying_1', 'buying_2'] },
  tick: { title: 'tick_title', paragraphs: ['tick_1'] },
  kept: {
    title: 'kept_title',
    paragraphs: ['kept_1', 'kept_near', 'kept_2', 'kept_3', 'kept_4', 'kept_5', 'kept_6'],
  },
  rights: { title: 'rights_title', paragraphs: ['rights_1', 'rights_2'] },
  wrong: { title: 'wrong_title', paragraphs: ['wrong_1'] },
};

/** Who this is, how it works, and what happens to people's data, in plain words. */
export function renderAbout(view: View): string {
  const t = ABOUT[view.locale];
  return renderPage(
    view,
    { title: t('title'), description: t('lead'), canonical: { path: '/tentang' } },
    <article class="block narrow">
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      {Object.values(SECTIONS).map(({ title, paragraphs }) => (
        <section class="prose" key={title}>
          <h2>{t(title)}</h2>
          {paragraphs.map((key) => (
            <p key={key}>{t(key)}</p>
          ))}
        </section>
      ))}
    </article>,
  );
}
