import { useState } from 'preact/hooks';
import { asAppError, useBackground, useQuery } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import { copyText } from '#components/ui/copyText.ts';
import { Field } from '#components/ui/Field.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { waLink } from '#contract/phone.ts';
import { t } from '#utils/i18n/t.ts';
import type { KnownVillage } from '#utils/model/site.ts';
import { LazyQr } from './LazyQr.tsx';

/** One village's link: to copy, to share, as a QR code, and to replace. */
export function TitipLink({ known, isAlone }: { known: KnownVillage; isAlone: boolean }) {
  const { key: village, connection } = known;
  const { name } = connection.village;
  const { send } = useBackground();
  const { value, known: isAsked } = useQuery('consignment/link', { village }, ['consignments']);
  const [copied, setCopied] = useState<string | null>(null);
  const [isQr, setQr] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const link = value?.link ?? null;
  if (!isAsked) return null;
  if (link === null) return <p class="soft">{t('options_titip_none')}</p>;
  const renew = () =>
    void send('consignment/renew', { village, was: link }).then(
      () => setAsking(false),
      (error) => setProblem(errorText(asAppError(error))),
    );
  return (
    <div class={isAlone ? 'stack' : 'village-block'}>
      {!isAlone && <h3>{name}</h3>}
      <Field id={`titip-${village}`} label={t('options_titip_link')}>
        {(control) => <input {...control} readOnly value={link} onFocus={(event) => event.currentTarget.select()} />}
      </Field>
      <div class="row wrap">
        <Button look="primary" onClick={() => void copyText(link).then((done) => setCopied(done ? link : null))}>
          {t(copied === link ? 'options_titip_copied' : 'options_titip_copy')}
        </Button>
        <a
          class="btn"
          href={waLink(null, `${t('options_titip_text', name)}\n${link}`)}
          target="_blank"
          rel="noreferrer"
        >
          {t('options_titip_share')}
        </a>
        {!isQr && <Button onClick={() => setQr(true)}>{t('options_titip_qr')}</Button>}
        {!isAsking && <Button onClick={() => setAsking(true)}>{t('options_titip_renew')}</Button>}
      </div>
      {isQr && (
        <LazyQr
          link={link}
          label={t('options_titip_qr_of', name)}
          file={`${t('options_titip_qr_file')}-${connection.village.slug}`}
        />
      )}
      {isAsking && (
        <Notice
          look="warn"
          title={t('options_titip_renew_title')}
          actions={
            <>
              <Button look="danger" onClick={renew}>
                {t('options_titip_renew_yes')}
              </Button>
              <Button onClick={() => setAsking(false)}>{t('options_titip_renew_no')}</Button>
            </>
          }
        >
          {t('options_titip_renew_text')}
          {problem !== null && <p role="alert">{problem}</p>}
        </Notice>
      )}
    </div>
  );
}
