import type { Locale } from '#contract';
import { SHARED } from '#contract/i18n/shared.ts';
import { Photo } from './Photo.tsx';
import type { PhotoView } from './view.ts';

/**
 * The photos of a product. The browser's own scrolling swipes them, the small pictures beside it jump to a photo, and a tap opens
 * it large. There is no script.
 */
export function Gallery({ photos, name, locale }: { photos: PhotoView[]; name: string; locale: Locale }) {
  const t = SHARED[locale];
  if (photos.length === 0) return <div class="gallery-none">{t('noPhoto')}</div>;
  const nth = (index: number) => t('photoOf', name, index + 1, photos.length);
  const slides = photos.map((photo, index) => {
    const alt = photos.length > 1 ? nth(index) : name;
    const image = <Photo photo={photo} alt={alt} sizes="(min-width: 820px) 460px, 320px" first={index === 0} />;
    return (
      <li key={photo.src} id={`foto-${index + 1}`}>
        {photo.full ? <a href={photo.full}>{image}</a> : image}
      </li>
    );
  });
  return (
    <section class={photos.length > 1 ? 'gallery gallery-of-many' : 'gallery'} aria-label={t('photos')}>
      <ul class="gallery-strip" tabIndex={photos.length > 1 ? 0 : undefined}>
        {slides}
      </ul>
      {photos.length > 1 && (
        <ol class="gallery-thumbs">
          {photos.map((photo, index) => (
            <li key={photo.src}>
              <a href={`#foto-${index + 1}`} aria-label={nth(index)}>
                <Photo photo={photo} alt="" sizes="48px" />
              </a>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
