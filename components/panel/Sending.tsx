import { useEffect, useRef } from 'preact/hooks';
import { useBackground, useQuery } from '#components/background/context.ts';
import { PanelFrame } from '#components/panelFrame/PanelFrame.tsx';
import { Progress } from '#components/ui/Progress.tsx';
import { SCROLLS } from '#components/ui/scrolls.ts';
import { t } from '#utils/i18n/t.ts';
import type { Draft } from '#utils/model/draft.ts';
import { type OutboxListing, type OutboxRow, STEPS, type Step } from '#utils/model/outbox.ts';
import { Done } from './Done.tsx';
import { HomeTab } from './HomeTab.tsx';
import { progressOf, stepViews } from './steps.ts';
import { Waiting } from './Waiting.tsx';

interface Props {
  draft: Draft;
  /** The outbox row at the moment of publishing; null when nothing was owed. */
  row: OutboxRow | null;
  /** Goes back to the form of this listing (its messages stand at the fields), or of a new, empty product. */
  onForm: (listingId: string | 'new') => void;
}

const TICKS = { done: '✓', now: '●', later: '○' };

/**
 * Says what is happening to the listing: its steps, whatever it waits for with what to do, and in the end where it can
 * be seen.
 */
export function Sending({ draft, row, onForm }: Props) {
  const { holdWorkPort } = useBackground();
  const outbox = useQuery('outbox/list', {}, ['outbox']);
  const listings = useQuery('listing/list', {}, ['listings', 'outbox']);
  const first = useRef<readonly Step[]>(isListing(row) ? row.owed : STEPS);
  const now = outbox.value === null ? row : outbox.value.find(({ id }) => id === draft.id);
  const current = isListing(now) ? now : null;
  const view = listings.value?.find(({ id }) => id === draft.id) ?? null;
  const steps = stepViews(first.current, current);
  const under = steps.find(({ state }) => state === 'now');

  const isWorking = current !== null && current.reason === null;
  useEffect(() => (isWorking ? holdWorkPort() : undefined), [isWorking]);
  useEffect(() => {
    if (current?.reason === 'rejected' || current?.reason === 'conflict') onForm(draft.id);
  }, [current?.reason]);

  if (isLive(current) && outbox.value !== null) return <Done draft={draft} view={view} row={current} onForm={onForm} />;
  const count = current === null || current.photosAll === 0 ? '' : ` (${current.photosDone}/${current.photosAll})`;
  return (
    <PanelFrame title={t('panel_sending_title')}>
      <main class="sending" {...SCROLLS}>
        <HomeTab />
        <h2>{draft.form.name}</h2>
        <Progress
          value={progressOf(first.current, current)}
          max={1}
          label={under ? `${t(under.word)}${under.step === 'photos' ? count : ''}` : t('panel_step_listing')}
        />
        <ol class="steps">
          {steps.map(({ step, state, word }) => (
            <li key={step} class={`step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
              <span aria-hidden="true">{TICKS[state]}</span> {t(word)}
              {step === 'photos' && state === 'now' && count}
            </li>
          ))}
        </ol>
        {current?.reason && (
          <Waiting
            row={current}
            reason={current.reason}
            byHand={view?.byHand === true}
            postUrl={view?.postUrl ?? null}
            onForm={() => onForm(draft.id)}
          />
        )}
        <p class="soft">{t('panel_sending_close')}</p>
      </main>
    </PanelFrame>
  );
}

/** True when the marketplace has the listing: buyers see it, whatever the village's site still has to be told. */
function isLive(row: OutboxListing | null): boolean {
  return row === null || row.owed[0] === 'linkback' || row.owed[0] === 'proof';
}

function isListing(row: OutboxRow | null | undefined): row is OutboxListing {
  return row?.kind === 'listing';
}
