import { usePersistentText } from '#components/background/usePersistentText.ts';
import { Button } from '#components/ui/Button.tsx';
import type { VillageProfile as Profile } from '#contract';
import { t } from '#utils/i18n/t.ts';
import type { KnownVillage } from '#utils/model/site.ts';
import { ProfileEditor } from './ProfileEditor.tsx';
import { PhotoPicture } from './ProfilePhoto.tsx';
import { formOf, keptText, type ProfileForm, placeWords, readTyped } from './profileForm.ts';

/**
 * What buyers see of the village, and the form to say it. An open form is what is typed and not saved yet: it is open
 * again after the page was closed. Nothing is shown where the marketplace keeps no profiles.
 */
export function VillageProfile({ known }: { known: KnownVillage }) {
  const { village, marketplaceUrl } = known.connection;
  const [kept, setKept] = usePersistentText(`profile ${village.id}`);
  const { profile } = village;
  if (profile === undefined || kept === null) return null;
  const typed = readTyped(kept, profile);
  const keep = (form: ProfileForm) => setKept(keptText(form, profile));
  return (
    <div class="village-profile">
      <h3>{t('options_profile')}</h3>
      {typed === null ? (
        <>
          <Shown profile={profile} marketplaceUrl={marketplaceUrl} />
          <div>
            <Button onClick={() => keep(formOf(profile))}>
              {t(isEmpty(profile) ? 'options_profile_begin' : 'options_profile_change')}
            </Button>
          </div>
        </>
      ) : (
        <ProfileEditor known={known} profile={profile} form={typed} onTyped={keep} onDone={() => setKept('')} />
      )}
    </div>
  );
}

const isEmpty = (profile: Profile): boolean => Object.values(profile).every((said) => said === null);

function Shown({ profile, marketplaceUrl }: { profile: Profile; marketplaceUrl: string }) {
  const { photo, about, hours, head, place } = profile;
  const lines: [label: string, said: string | null][] = [
    [t('options_profile_about'), about],
    [t('options_profile_hours'), hours],
    [t('options_profile_head'), head],
    [t('options_profile_place'), place && placeWords(place)],
  ];
  const said = lines.filter((line): line is [string, string] => line[1] !== null);
  const missing = [
    ...(photo === null ? [t('options_profile_photo')] : []),
    ...lines.flatMap(([label, it]) => (it === null ? [label] : [])),
  ];
  return (
    <>
      <PhotoPicture hash={photo} marketplaceUrl={marketplaceUrl} />
      {said.length > 0 && (
        <dl class="facts">
          {said.map(([label, words]) => (
            <>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </>
          ))}
        </dl>
      )}
      {isEmpty(profile) ? (
        <p class="soft">{t('options_profile_none')}</p>
      ) : (
        missing.length > 0 && <p class="soft">{t('options_profile_missing', missing.join(', '))}</p>
      )}
    </>
  );
}
