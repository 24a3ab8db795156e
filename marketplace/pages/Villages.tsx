import { renderPage } from '#marketplace/web/document.tsx';
import { link, type View } from '#marketplace/web/view.ts';
import type { VillageLink } from './models.ts';
import { VillageLinks } from './VillageLinks.tsx';

/** Every village that sells here, by name, in parts. */
export function renderVillages(
  view: View,
  data: { villages: VillageLink[]; next: string | null; continued: boolean },
): string {
  const { t } = view;
  return renderPage(
    view,
    { title: t('villages'), canonical: data.continued ? null : { path: '/desa' } },
    <section class="block">
      <h1>{t('villages')}</h1>
      <VillageLinks view={view} villages={data.villages} />
      {data.next && (
        <a class="btn btn-wide" href={link(view, '/desa', { sesudah: data.next })} rel="next">
          {t('more')}
        </a>
      )}
    </section>,
  );
}
