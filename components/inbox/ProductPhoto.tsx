import { useEffect, useState } from 'preact/hooks';
import type { PhotoHash } from '../../marketplace/contract/index.ts';
import { useBackground } from '../background/context.ts';

interface Props {
  hash: PhotoHash | null;
  /** The marketplace's address without a slash at the end; null when not connected. */
  marketplaceUrl: string | null;
  size?: 'small' | 'large';
}

/** The product's picture: from this device's store, else the marketplace's smallest, else a quiet square. Decorative. */
export function ProductPhoto({ hash, marketplaceUrl, size = 'small' }: Props) {
  const background = useBackground();
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
