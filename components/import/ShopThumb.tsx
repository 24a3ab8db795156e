import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  url: string | undefined;
  picture: (url: string) => Promise<Blob | null>;
}

/**
 * A product's picture. It is fetched only when it comes into sight, because a shop may have hundreds and the connection
 * is slow.
 */
export function ShopThumb({ url, picture }: Props) {
  const [src, setSrc] = useState<string | null>(null);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (url === undefined || place.current === null) return;
    let address: string | null = null;
    let here = true;
    const load = async () => {
      const blob = await picture(url);
      if (!here || blob === null) return;
      address = URL.createObjectURL(blob);
      setSrc(address);
    };
    const watch = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      void load();
    });
    watch.observe(place.current);
    return () => {
      here = false;
      watch.disconnect();
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [url]);
  return (
    <span class="shop-thumb" ref={place}>
      {src !== null && <img src={src} alt="" />}
    </span>
  );
}
