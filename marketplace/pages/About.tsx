import { renderPage } from '#marketplace/web/document.tsx';
import type { View } from '#marketplace/web/view.ts';
import { ABOUT } from '#marketplace/web/words/about.ts';

/** Who this is, how it works, and what happens to people's data, in plain words. */
export function renderAbout(view: View): string {
  const { title, lead, sections } = ABOUT[view.locale];
  return renderPage(
    view,
    { title, description: lead, canonical: { path: '/tentang' } },
    <article class="block narrow">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {sections.map((section) => (
        <section class="prose" key={section.title}>
          <h2>{section.title}</h2>
          {section.paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      ))}
    </article>,
  );
}
