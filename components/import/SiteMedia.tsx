import { useState } from 'preact/hooks';
import { Code, useCode } from '#components/background/code.ts';
import { Button } from '#components/ui/Button.tsx';
import { WITH_MEDIA } from '#utils/cms/media.ts';
import type { CmsId } from '#utils/cms/types.ts';
import { t } from '#utils/i18n/t.ts';

const picturesCode = new Code(() => import('./SitePictures.tsx'));

interface Props {
  cms: CmsId | null;
  onFiles: (files: readonly Blob[]) => void;
}

/** "Pilih dari media situs": the newest pictures of the site itself, each a press away; nothing for a CMS without them. */
export function SiteMedia({ cms, onFiles }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (cms === null || !WITH_MEDIA.has(cms)) return null;
  if (isOpen) return <Opened onFiles={onFiles} onClose={() => setOpen(false)} />;
  return (
    <Button look="quiet" onClick={() => setOpen(true)}>
      {t('media_open')}
    </Button>
  );
}

/** The pictures' code is read when they are asked for. */
function Opened(props: { onFiles: Props['onFiles']; onClose: () => void }) {
  const pictures = useCode(picturesCode);
  return pictures && <pictures.SitePictures {...props} />;
}
