import { useEffect, useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';
import type { Output } from '#utils/messages.ts';
import { fromBase64 } from '#utils/photos/base64.ts';
import { retryWhileWaking } from '#utils/runtime/retryWhileWaking.ts';
import { ShopThumb } from './ShopThumb.tsx';

type Pictures = Output<'media/list'>;

interface Props {
  onFiles: (files: readonly Blob[]) => void;
  onClose: () => void;
}

/** The newest pictures of the site itself, each a press away. */
export function SitePictures({ onFiles, onClose }: Props) {
  const { send } = useBackground();
  const [pictures, setPictures] = useState<Pictures | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [taking, setTaking] = useState<string | null>(null);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());

  const read = () => {
    setProblem(null);
    retryWhileWaking(() => send('media/list', {})).then(setPictures, (error: unknown) =>
      setProblem(errorText(asAppError(error))),
    );
  };
  useEffect(read, []);
  const bytes = async (url: string): Promise<Blob | null> => {
    const [found] = await retryWhileWaking(() => send('shop/pictures', { urls: [url] })).catch(() => [null]);
    return found ? new Blob([fromBase64(found.base64)], { type: found.type }) : null;
  };
  const take = async (url: string) => {
    if (taking !== null) return;
    setTaking(url);
    const blob = await bytes(url);
    setTaking(null);
    setProblem(blob === null ? t('media_unreadable') : null);
    if (blob === null) return;
    onFiles([blob]);
    setTaken((all) => new Set([...all, url]));
  };

  return (
    <section class="site-media">
      <h3>{t('media_title')}</h3>
      {problem !== null && (
        <Notice look="bad" actions={pictures === null && <Button onClick={read}>{t('try_again')}</Button>}>
          {problem}
        </Notice>
      )}
      {pictures === null && problem === null && <p role="status">{t('media_reading')}</p>}
      {pictures?.length === 0 && <p>{t('media_empty')}</p>}
      <ul>
        {pictures?.map(({ url, thumbUrl, name }) => (
          <li key={url}>
            <button
              type="button"
              aria-label={name === '' ? t('source_use') : t('source_use_words', name)}
              aria-pressed={taken.has(url)}
              aria-busy={taking === url}
              title={name}
              onClick={() => void take(url)}
            >
              <ShopThumb url={thumbUrl} picture={bytes} />
            </button>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={onClose}>
        {t('media_close')}
      </Button>
    </section>
  );
}
