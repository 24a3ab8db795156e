import type { ComponentChildren } from 'preact';
import { ConnectForm } from '#components/options/ConnectForm.tsx';
import { bare } from '#components/ui/bare.ts';
import { t } from '#utils/i18n/t.ts';
import type { KnownVillage } from '#utils/model/site.ts';
import { TabStatusLine } from './TabStatusLine.tsx';

interface Props {
  now: 1 | 2 | 3;
  villages: readonly KnownVillage[];
}

/** One card that knows where the person stands: the steps that are done are ticked, the one to do has its button. */
export function FirstSteps({ now, villages }: Props) {
  const site = villages.find(({ state }) => state === 'connected')?.connection.village.sites[0];
  return (
    <section class="first card">
      <h2>
        {t('steps_title')} <span class="soft">{t('steps_count', now)}</span>
      </h2>
      <ol class="first-steps">
        <Step at={1} now={now}>
          <p>{t('steps_1_text')}</p>
          <ConnectForm brief />
        </Step>
        <Step at={2} now={now}>
          <p>{t('steps_2_text')}</p>
          <TabStatusLine brief />
          <p class="soft">{t('steps_2_go')}</p>
          {site !== undefined && (
            <a class="btn wide" href={site} target="_blank" rel="noreferrer">
              {t('steps_open_site', bare(site))}
            </a>
          )}
        </Step>
        <Step at={3} now={now}>
          <p>{t('steps_3_text')}</p>
          <TabStatusLine />
        </Step>
      </ol>
    </section>
  );
}

function Step({ at, now, children }: { at: 1 | 2 | 3; now: 1 | 2 | 3; children: ComponentChildren }) {
  const isDone = at < now;
  return (
    <li class={isDone ? 'step-done' : at === now ? 'step-now' : 'step-later'} aria-current={at === now && 'step'}>
      <span class="step-mark" aria-hidden="true">
        {isDone ? '✓' : at}
      </span>
      <div class="step-body">
        <strong>{t(`steps_${at}`)}</strong>
        {isDone && <span class="visually-hidden"> ({t('steps_done')})</span>}
        {at === now && children}
      </div>
    </li>
  );
}
