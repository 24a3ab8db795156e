import { Button } from '#components/ui/Button.tsx';
import { VillageTag } from '#components/villages/VillageTag.tsx';
import { UNITS } from '#contract';
import { priceText, rupiah, shortDateWib } from '#contract/format.ts';
import { locale, t } from '#utils/i18n/t.ts';
import type { ConsignmentView } from '#utils/model/consignment.ts';
import type { ConsignmentActions } from './useConsignments.ts';

interface Props {
  one: ConsignmentView;
  canRefuse: boolean;
  actions: ConsignmentActions;
}

/** One that nobody has looked at: what it is, whose, since when, and the two things to do with it. */
export function ConsignmentRow({ one, canRefuse, actions }: Props) {
  const { id, name, maker, sentAt, thumbnail, village } = one;
  return (
    <li class="consigned">
      <span class="consigned-photo">{thumbnail !== null && <img src={thumbnail} alt="" />}</span>
      <span class="consigned-about">
        <strong class="consigned-name">{t('titip_row', name, maker.name)}</strong>
        <span class="soft">
          <VillageTag village={village} />
          {priceOf(one)} · {shortDateWib(new Date(sentAt), new Date(), locale())}
        </span>
        <span class="consigned-actions">
          <Button
            look="primary"
            busy={actions.opening === id}
            aria-label={t('titip_open_of', name)}
            onClick={() => actions.open(id)}
          >
            {t('titip_open')}
          </Button>
          {canRefuse && (
            <Button aria-label={t('titip_refuse_of', name)} onClick={() => actions.refuse([one])}>
              {t('titip_refuse')}
            </Button>
          )}
        </span>
      </span>
    </li>
  );
}

function priceOf({ price, unit, unitWord }: ConsignmentView): string {
  const known = UNITS.find((one) => one === unit);
  if (unitWord) return `${rupiah(price, locale())}/${unitWord}`;
  return known === undefined ? rupiah(price, locale()) : priceText({ price, unit: known, packSize: null }, locale());
}
