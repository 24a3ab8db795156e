import { useEffect, useState } from 'preact/hooks';
import type { Candidate } from '#utils/chat/candidates.ts';
import { t } from '#utils/i18n/t.ts';

interface Props {
  candidate: Candidate;
  isPicked: boolean;
  photo: (name: string) => Promise<Blob | null>;
  onPick: (isPicked: boolean) => void;
}

/** One candidate of a chat: its first photo, who sent it and the words; the whole line can be pressed. */
export function CandidateRow({ candidate: { sender, photos, text }, isPicked, photo, onPick }: Props) {
  const src = useFirstPhoto(photos[0], photo);
  return (
    <li>
      <label class="list-row list-candidate">
        <input type="checkbox" checked={isPicked} onChange={(event) => onPick(event.currentTarget.checked)} />
        <span class="photo photo-small">{src !== null && <img src={src} alt="" />}</span>
        <span class="list-said">
          <span class="soft">
            {sender}
            {photos.length > 1 && ` · ${t('chat_photos', photos.length)}`}
          </span>
          <span>{text === '' ? t('chat_no_words') : text}</span>
        </span>
      </label>
    </li>
  );
}

/** The photo is read when its row is drawn, and let go with it. */
function useFirstPhoto(name: string | undefined, photo: Props['photo']): string | null {
  const [src, setSrc] = useState<string | null>(null);
  useEffect(() => {
    let url: string | null = null;
    let isHere = true;
    if (name !== undefined)
      void photo(name).then((blob) => {
        if (blob === null || !isHere) return;
        url = URL.createObjectURL(blob);
        setSrc(url);
      });
    return () => {
      isHere = false;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [name]);
  return src;
}
