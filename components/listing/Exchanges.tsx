import type { Exchange, Locale } from '#contract';
import { exchangesOf, HANDOVERS, PAYMENTS } from '#contract/choices.ts';
import { SHARED } from '#contract/i18n/shared.ts';

/** How it is handed over, then how it is paid, each as a chip; nothing where nobody has said. */
export function Exchanges({ of, locale }: { of: Exchange; locale: Locale }) {
  const t = SHARED[locale];
  const holds = exchangesOf(of);
  if (holds.length === 0) return null;
  const chips = (kinds: readonly (typeof holds)[number][]) =>
    kinds
      .filter((kind) => holds.includes(kind))
      .map((kind) => (
        <li key={kind} class="chip chip-hand">
          {t(`exchange_${kind}`)}
        </li>
      ));
  return (
    <ul class="exchanges" aria-label={t('terms')}>
      {chips(HANDOVERS)}
      {chips(PAYMENTS)}
    </ul>
  );
}
