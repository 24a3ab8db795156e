import type { Locale } from '#contract';
import { Photo } from './Photo.tsx';
import type { PhotoView } from './view.ts';
import { LISTING_WORDS } from './words.ts';

/** Swiped by the browser's own scrolling; the numbers below jump to a picture, a tap opens it large. No script. */
export function Gallery({ photos, name, locale }: { photos: PhotoView[]; name: string; locale: Locale }) {
  const words = LISTING_WORDS[locale];
  if (photos.length === 0) return <div class="gallery-none">{words.noPhoto}</div>;
  const slides = photos.map((photo, index) => {
    const alt = words.photoOf(name, index + 1, photos.length);
    const image = <Photo photo={photo} alt={alt} sizes="(min-width: 820px) 460px, 320px" first={index === 0} />;
    return (
      <li key={photo.src} id={`foto-${index + 1}`}>
        {photo.full ? <a href={photo.full}>{image}</a> : image}
      </li>
    );
  });
  return (
    <section class="gallery" aria-label={words.photos}>
      <ul class={photos.length > 1 ? 'gallery-strip gallery-many' : 'gallery-strip'}>{slides}</ul>
      {photos.length > 1 && (
        <ol class="gallery-dots">
          {photos.map((photo, index) => (
            <li key={photo.src}>
              <a href={`#foto-${index + 1}`} aria-label={words.photoOf(name, index + 1, photos.length)}>
                {index + 1}
              </a>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
