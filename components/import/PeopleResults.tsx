import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';
import type { TakenMaker } from './takePeople.ts';

interface Props {
  taken: TakenMaker[];
  onMore: () => void;
}

/** What became of each business that was picked. Its owner has still to be asked before the number is given to buyers. */
export function PeopleResults({ taken, onMore }: Props) {
  const made = taken.filter(({ end }) => end === 'new').length;
  return (
    <>
      <Notice actions={<Button onClick={onMore}>{t('shop_more')}</Button>}>{t('own_table_people_done', made)}</Notice>
      <ul class="shop-list">
        {taken.map(({ product, name, end }) => (
          <li key={product.sourceId} class="shop-row">
            <span class="shop-about">
              <strong>{name}</strong>
              <span class={end === 'unreadable' ? 'bad' : 'soft'}>{t(`own_table_person_${end}`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
