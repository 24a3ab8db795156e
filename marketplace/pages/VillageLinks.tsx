import { placeText } from '#marketplace/web/place.ts';
import { link, type View } from '#marketplace/web/view.ts';
import type { VillageLink } from './models.ts';

export function VillageLinks({ view, villages }: { view: View; villages: VillageLink[] }) {
  return (
    <ul class="villages">
      {villages.map((village) => (
        <li key={village.slug}>
          <a class="card" href={link(view, `/desa/${village.slug}`)}>
            <b>{village.name}</b>
            <span>{placeText(view, village)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
