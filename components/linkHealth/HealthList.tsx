import { useQuery } from '#components/background/context.ts';
import { t } from '#utils/i18n/t.ts';
import { HealthRow } from './HealthRow.tsx';

/**
 * The link health of the posts on the village's site: one line when all is well, or else each post that a person has to
 * look at.
 */
export function HealthList() {
  const { value } = useQuery('upkeep/health', {}, ['listings', 'outbox']);
  if (value === null || value.length === 0) return null;
  const wrong = value.filter(({ health }) => health !== 'ok');
  const well = value.length - wrong.length;
  return (
    <section class="health" aria-labelledby="health-title">
      <p>
        <strong id="health-title">{t('health_title')}</strong>{' '}
        <span class={wrong.length === 0 ? 'soft' : 'health-count'}>{summary(wrong.length, well)}</span>
      </p>
      {wrong.length > 0 && (
        <ul class="list">
          {wrong.map((link) => (
            <HealthRow key={link.id} link={link} />
          ))}
        </ul>
      )}
    </section>
  );
}

function summary(wrong: number, well: number): string {
  if (wrong === 0) return t('health_all_ok', well);
  return well === 0 ? t('health_all_wrong', wrong) : t('health_some_wrong', wrong, well);
}
