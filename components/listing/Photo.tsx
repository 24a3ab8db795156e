import type { PhotoView } from './view.ts';

/**
 * One photo. `sizes` says how wide it stands on the page, so that a phone fetches the small variant. `first` marks the
 * photo that a buyer waits for.
 */
export function Photo(props: { photo: PhotoView; alt: string; sizes: string; first?: boolean }) {
  const { photo, alt, sizes, first = false } = props;
  const img = (
    <img
      src={photo.src}
      {...(photo.srcset && { srcset: photo.srcset, sizes })}
      width={photo.width}
      height={photo.height}
      alt={alt}
      {...(first ? { fetchpriority: 'high' } : { loading: 'lazy' })}
      decoding="async"
    />
  );
  if (!photo.webp) return img;
  return (
    <picture>
      <source type="image/webp" srcset={photo.webp} sizes={sizes} />
      {img}
    </picture>
  );
}
