import { PERMIT_KINDS, type PermitKind } from '#contract';
import { dayText } from '#contract/format.ts';
import { isPermitNumber, permitText } from '#contract/permits.ts';
import type { WordKeyOfOne } from '#utils/i18n/keys.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { labelOf } from '#utils/listing/fields.ts';
import { PERMIT_FIELDS, type PermitStanding, permitStanding, permitsOf } from '#utils/listing/permits.ts';
import type { FormModel } from './model.ts';
import { TextField } from './TextField.tsx';

const EXAMPLES: Record<PermitKind, string> = {
  pirt: '2063303010123-28',
  bpom: 'MD 867012345678',
  halal: 'ID33110000123450422',
  nib: '1234567890123',
};

const STANDING_WORDS: Record<PermitStanding['state'], WordKeyOfOne> = {
  fine: 'panel_permit_fine',
  soon: 'panel_permit_soon',
  over: 'panel_permit_over',
};

/** One line for each permit; its last day is asked for once there is a number. */
export function PermitFields({ model }: { model: FormModel }) {
  return (
    <section class="permit-fields">
      <h3>{t('panel_permits')}</h3>
      <p class="hint">{t('panel_permits_hint')}</p>
      {PERMIT_KINDS.map((kind) => (
        <PermitLine key={kind} model={model} kind={kind} />
      ))}
    </section>
  );
}

function PermitLine({ model, kind }: { model: FormModel; kind: PermitKind }) {
  const { number, until } = PERMIT_FIELDS[kind];
  const label = labelOf(number);
  return (
    <div class="permit-line">
      <TextField
        model={model}
        name={number}
        label={label !== null && t(label)}
        placeholder={EXAMPLES[kind]}
        autoComplete="off"
        hint={<Standing model={model} kind={kind} />}
      />
      {until !== null && model.form[number]?.trim() && (
        <TextField model={model} name={until} label={t('panel_permit_until')} isDay />
      )}
    </div>
  );
}

/** What was understood where it is written otherwise, and until when it holds; nothing while it cannot be read. */
function Standing({ model, kind }: { model: FormModel; kind: PermitKind }) {
  const permit = permitsOf(model.form)?.[kind];
  if (!permit || !isPermitNumber(kind, permit.number)) return null;
  const standing = permitStanding(kind, permit, Date.now());
  const number = permitText(kind, permit.number);
  return (
    <>
      {number !== model.form[PERMIT_FIELDS[kind].number] && <span class="understood">{number} </span>}
      {standing !== null && (
        <span class={standing.state === 'fine' ? '' : 'permit-ends'}>
          {t(STANDING_WORDS[standing.state], dayText(standing.until, locale()))}
        </span>
      )}
    </>
  );
}
