import { useState } from 'preact/hooks';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { ABOUT_MAX, type VillageProfile } from '#contract';
import { readPlace } from '#contract/readPlace.ts';
import { hasWord, t } from '#utils/i18n/t.ts';
import type { KnownVillage } from '#utils/model/site.ts';
import { PlaceField } from './PlaceField.tsx';
import { ProfilePhoto } from './ProfilePhoto.tsx';
import { type ProfileField, type ProfileForm, patchOf, problemsOf } from './profileForm.ts';

interface Props {
  known: KnownVillage;
  profile: VillageProfile;
  form: ProfileForm;
  onTyped: (form: ProfileForm) => void;
  /** Saved, or left: nothing typed is kept any longer. */
  onDone: () => void;
}

const issue = (code: string): string => {
  const keys = [`options_profile_${code}`, `issue_${code}`];
  return t(keys.find(hasWord) ?? 'issue_unknown');
};

/** Said while it is typed; others wait for the button, because two numbers are no place before the second is there. */
const AT_ONCE: readonly string[] = ['place_outside', 'place_short_link', 'place_link'];

/** The one form of a village's profile; what is wrong stands at its field, and what is typed stays until it is saved. */
export function ProfileEditor({ known: { key, connection }, profile, form, onTyped, onDone }: Props) {
  const { send } = useBackground();
  const [problems, setProblems] = useState<Partial<Record<ProfileField | 'all', string>>>({});
  const [isBusy, setBusy] = useState(false);
  const id = (field: ProfileField) => `profile-${connection.village.id}-${field}`;
  const read = readPlace(form.place);
  const set = (change: Partial<ProfileForm>) => {
    setProblems(({ all: _, ...rest }) =>
      Object.fromEntries(Object.entries(rest).filter(([field]) => !(field in change))),
    );
    onTyped({ ...form, ...change });
  };
  const show = (found: Partial<Record<string, string>>) => {
    setProblems(Object.fromEntries(Object.entries(found).map(([field, code]) => [field, issue(code ?? '')])));
    const [first] = Object.keys(found);
    if (first !== undefined) document.getElementById(id(first as ProfileField))?.focus();
  };
  const save = async (event: Event) => {
    event.preventDefault();
    if (isBusy) return;
    const found = problemsOf(form, read);
    if (Object.keys(found).length > 0) return show(found);
    setBusy(true);
    try {
      await send('village/profile', { village: key, patch: patchOf(form, profile) });
      onDone();
    } catch (thrown) {
      const error = asAppError(thrown);
      const told = error.issues.map(({ path, code }) => [path.split('.')[0], code]);
      if (told.length > 0) show(Object.fromEntries(told));
      else setProblems({ all: errorText(error) });
      setBusy(false);
    }
  };
  const text = (field: 'hours' | 'head', label: string, hint: string) => (
    <Field id={id(field)} label={label} hint={hint} error={problems[field]}>
      {(control) => (
        <input {...control} value={form[field]} onInput={(event) => set({ [field]: event.currentTarget.value })} />
      )}
    </Field>
  );
  return (
    <form class="stack" noValidate onSubmit={(event) => void save(event)}>
      <ProfilePhoto
        id={id('photo')}
        hash={form.photo}
        marketplaceUrl={connection.marketplaceUrl}
        error={problems.photo ?? null}
        onChange={(photo) => set({ photo })}
        issue={issue}
      />
      <Field
        id={id('about')}
        label={t('options_profile_about')}
        hint={t('options_profile_about_hint', Math.max(0, ABOUT_MAX - form.about.trim().length))}
        error={problems.about}
      >
        {(control) => (
          <textarea
            {...control}
            rows={4}
            maxLength={ABOUT_MAX + 200}
            value={form.about}
            onInput={(event) => set({ about: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class="pair">
        {text('hours', t('options_profile_hours'), t('options_profile_hours_hint'))}
        {text('head', t('options_profile_head'), t('options_profile_head_hint'))}
      </div>
      <PlaceField
        id={id('place')}
        typed={form.place}
        read={read}
        error={problems.place ?? ('problem' in read && AT_ONCE.includes(read.problem) ? issue(read.problem) : null)}
        onChange={(place) => set({ place })}
      />
      {problems.all !== undefined && (
        <p class="bad" role="alert">
          {problems.all}
        </p>
      )}
      <div class="row wrap">
        <Button type="submit" look="primary" busy={isBusy}>
          {t(isBusy ? 'options_profile_saving' : 'options_profile_save')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
