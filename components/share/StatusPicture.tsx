import { useEffect, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { bare } from '#components/ui/bare.ts';
import { Notice } from '#components/ui/Notice.tsx';
import { AVAILABILITY_LABELS } from '#contract';
import { locale, t } from '#utils/i18n/t.ts';
import type { ShareFacts } from '#utils/model/share.ts';
import { drawStatus, type StatusShape } from './drawStatus.ts';

interface Drawn {
  file: File;
  url: string;
}

/** A picture to share, drawn on this device: to save, and where the browser can, to hand to another app. */
export function StatusPicture({ facts, shape }: { facts: ShareFacts; shape: StatusShape }) {
  const [drawn, setDrawn] = useState<Drawn | 'failed' | null>(null);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    let url: string | null = null;
    let isHere = true;
    const words = {
      soldOut: AVAILABILITY_LABELS[locale()].habis,
      foot: t('share_foot', bare(new URL(facts.url).origin)),
      locale: locale(),
    };
    drawStatus(facts, shape, words).then(
      (blob) => {
        if (!isHere) return;
        url = URL.createObjectURL(blob);
        setDrawn({ file: new File([blob], fileName(facts, shape), { type: blob.type }), url });
      },
      () => isHere && setDrawn('failed'),
    );
    return () => {
      isHere = false;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [facts, shape]);
  if (drawn === 'failed') return <Notice look="bad">{t('share_not_drawn')}</Notice>;
  if (drawn === null) return <p role="status">{t('share_drawing')}</p>;
  const canShare = typeof navigator.canShare === 'function' && navigator.canShare({ files: [drawn.file] });
  const share = () =>
    void navigator.share({ files: [drawn.file] }).catch((error: unknown) => {
      // Whoever closes the list of apps has changed his mind, and nothing went wrong.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setRefused(true);
    });
  return (
    <div class="share-drawn">
      <img class={`share-${shape}`} src={drawn.url} alt={t('share_picture_of', facts.name)} />
      {facts.photo === null && <p class="soft">{t('share_no_photo')}</p>}
      <div class="share-row">
        <a class="btn btn-primary" href={drawn.url} download={drawn.file.name}>
          {t('share_save')}
        </a>
        {canShare && <Button onClick={share}>{t('share_hand_on')}</Button>}
      </div>
      {isRefused && <p role="alert">{t('share_refused')}</p>}
    </div>
  );
}

/** `gula-semut-status.jpg`: letters that every system takes. */
function fileName({ name }: ShareFacts, shape: StatusShape): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${plain || 'produk'}-${shape === 'square' ? 'persegi' : 'status'}.jpg`;
}
