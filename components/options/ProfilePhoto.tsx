import { useEffect, useState } from 'preact/hooks';
import { Code, useCode } from '#components/background/code.ts';
import { useBackground } from '#components/background/context.ts';
import { Button } from '#components/ui/Button.tsx';
import { FieldGroup } from '#components/ui/Field.tsx';
import { FileInput } from '#components/ui/FileInput.tsx';
import { photoUrl } from '#contract';
import { t } from '#utils/i18n/t.ts';
import { toBase64 } from '#utils/photos/base64.ts';
import { PhotoError } from '#utils/photos/photoError.ts';

const photoMaker = new Code(() => import('#utils/photos/prepare.ts'));

interface Props {
  id: string;
  hash: string | null;
  marketplaceUrl: string;
  error: string | null;
  onChange: (hash: string | null) => void;
  /** The words for a code of a picture that cannot be used. */
  issue: (code: string) => string;
}

/** One picture of the village: chosen, made small here, and kept on this device until the form is saved. */
export function ProfilePhoto({ id, hash, marketplaceUrl, error, onChange, issue }: Props) {
  const { send } = useBackground();
  useCode(photoMaker);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async ([file]: File[]) => {
    if (file === undefined || isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      const { photo, blob } = await (await photoMaker.load()).preparePhoto(file);
      await send('village/keepPhoto', { photo, base64: toBase64(await blob.arrayBuffer()) });
      onChange(photo.hash);
    } catch (thrown) {
      setProblem(issue(thrown instanceof PhotoError ? thrown.code : 'photo_not_kept'));
    }
    setBusy(false);
  };
  return (
    <FieldGroup
      id={id}
      label={t('options_profile_photo')}
      hint={t('options_profile_photo_hint')}
      error={problem ?? error}
    >
      <div class="row wrap">
        <PhotoPicture hash={hash} marketplaceUrl={marketplaceUrl} />
        <label class="btn">
          {t(
            isBusy ? 'options_profile_photo_busy' : hash ? 'options_profile_photo_other' : 'options_profile_photo_add',
          )}
          <FileInput accept="image/*" onFiles={(files) => void choose(files)} />
        </label>
        {hash !== null && <Button onClick={() => onChange(null)}>{t('options_profile_photo_remove')}</Button>}
      </div>
    </FieldGroup>
  );
}

/** The picture from this device, else from the marketplace. */
export function PhotoPicture({ hash, marketplaceUrl }: { hash: string | null; marketplaceUrl: string }) {
  const { send } = useBackground();
  const [src, setSrc] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    setSrc(null);
    if (hash === null) return;
    void send('photo/read', { hash })
      .catch(() => null)
      .then((kept) => here && setSrc(kept?.dataUrl ?? photoUrl(marketplaceUrl, hash, 320, 'webp')));
    return () => {
      here = false;
    };
  }, [hash, marketplaceUrl]);
  return src === null ? null : <img class="profile-photo" src={src} alt="" />;
}
