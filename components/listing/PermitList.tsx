import { type KnownPermits, type Locale, listPermits, PERMIT_CHECKS, PERMIT_NAMES } from '#contract';
import { dayText } from '#contract/format.ts';
import { SHARED } from '#contract/i18n/shared.ts';
import { permitText, permitUntil } from '#contract/permits.ts';

interface Props {
  permits: KnownPermits;
  locale: Locale;
  /** With links to the authorities' own pages; a preview has nothing to open. */
  checks?: boolean;
}

/** Numbers that the seller gave: what each is, until when, and where the authority itself tells whether it is good. */
export function PermitList({ permits, locale, checks = false }: Props) {
  const t = SHARED[locale];
  const listed = listPermits(permits);
  if (listed.length === 0) return null;
  return (
    <section class="permits">
      <h2>{t('permits')}</h2>
      <p>{t('permitsNote')}</p>
      <dl>
        {listed.map(({ kind, ...permit }) => {
          const until = permitUntil(kind, permit);
          return (
            <div key={kind}>
              <dt>{PERMIT_NAMES[kind]}</dt>
              <dd>
                <b>{permitText(kind, permit.number)}</b>
                {until !== null && <span>{t('permitUntil', dayText(until, locale))}</span>}
                <span>{t(`permit_${kind}`)}</span>
                {checks && (
                  <a href={PERMIT_CHECKS[kind]} rel="noopener noreferrer nofollow" target="_blank">
                    {t('permitCheck', new URL(PERMIT_CHECKS[kind]).hostname)}
                  </a>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
