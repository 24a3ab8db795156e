import { useEffect, useState } from 'preact/hooks';
import { useBackground } from '#components/background/context.ts';
import { findVillage, useVillages } from '#components/villages/villages.ts';
import type { PhotoHash } from '#contract';
import type { VillageKey } from '#utils/model/site.ts';

interface Props {
  hash: PhotoHash | null;
  /** The product's village, because the picture may be only at that village's marketplace. */
  village: VillageKey;
  size?: 'small' | 'large';
}

/**
 * The product's picture: from this device's store, or else the smallest variant of the marketplace, or else a plain
 * square. It is decorative, so screen readers skip it.
 */
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
