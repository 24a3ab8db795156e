import { useEffect, useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import { findVillage, useVillages } from '#components/villages/villages.ts';
import type { PhotoHash } from '#contract';
import type { VillageKey } from '#utils/model/site.ts';

interface Props {
  hash: PhotoHash | null;
  /** Whose it is: the picture may be at that village's marketplace alone. */
  village: VillageKey;
  size?: 'small' | 'large';
}

/** The product's picture: from this device's store, else the marketplace's smallest, else a quiet square. Decorative. */
export function ProductPhoto({ hash, village, size = 'small' }: Props) {
  const background = useBackground();
  const own = findVillage(useVillages(), village);
  const marketplaceUrl = own?.state === 'connected' ? own.connection.marketplaceUrl.replace(/\/$/, '') : null;
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    if (hash === null) return;
    let here = true;
    const remote = marketplaceUrl === null ? null : `${marketplaceUrl}/photos/${hash}/320.webp`;
    background.send('photo/read', { hash }).then(
      (kept) => here && setSource(kept?.dataUrl ?? remote),
      () => here && setSource(remote),
    );
    return () => {
      here = false;
    };
  }, [hash, marketplaceUrl, background]);
  return (
    <span class={`photo photo-${size}`}>
      {source !== null && <img src={source} alt="" decoding="async" onError={() => setSource(null)} />}
    </span>
  );
}
