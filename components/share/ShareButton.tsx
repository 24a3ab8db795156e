import { useState } from 'preact/hooks';
import { Code, useCode } from '#components/background/code.ts';
import { Button } from '#components/ui/Button.tsx';
import type { Id } from '#contract';
import { t } from '#utils/i18n/t.ts';

/** Captions and pictures are drawn by code that is read when somebody wants them. */
const kit = new Code(() => import('./ShareKit.tsx').then(({ ShareKit }) => ShareKit));

/** Opens and closes what a product is shared with: captions, pictures, the poster. */
export function ShareButton({ id }: { id: Id }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
        {t(isOpen ? 'share_close' : 'share_open')}
      </Button>
      {isOpen && <Kit id={id} />}
    </>
  );
}

function Kit({ id }: { id: Id }) {
  const ShareKit = useCode(kit);
  return ShareKit === null ? null : <ShareKit id={id} />;
}
