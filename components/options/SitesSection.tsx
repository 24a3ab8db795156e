import { useState } from 'preact/hooks';
import { asAppError, useBackground, useQuery } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { requestOrigin } from '#components/background/permission.ts';
import { ProductsPage } from '#components/linkHealth/ProductsPage.tsx';
import { Button } from '#components/ui/Button.tsx';
import { bare } from '#components/ui/bare.ts';
import { Field } from '#components/ui/Field.tsx';
import { Section } from '#components/ui/Section.tsx';
import { dateTimeWib } from '#contract/format.ts';
import { locale, t } from '#utils/i18n/t.ts';
import { readSite } from './site.ts';

/** The sites where Dodolan may work: only origins that the person allowed one by one. */
export function SitesSection() {
  const { send } = useBackground();
  const { value } = useQuery('site/list', {}, ['sites']);
  const [problem, setProblem] = useState<string | null>(null);
  const disable = (origin: string) =>
    send('site/disable', { origin }).catch((error: unknown) => setProblem(errorText(asAppError(error))));
  const origins = value?.origins ?? [];
  /** Two villages may share an origin; the path tells them apart. */
  const sitesOf = (origin: string) => value?.sites.filter((site) => site.origin === origin) ?? [];
  const villages = (useQuery('village/list', {}, ['connection']).value ?? []).filter(
    ({ state }) => state === 'connected',
  );
  /** Origins that the marketplaces know as the villages' own; each needs one click. */
  const known = villages.flatMap(({ connection }) => connection.village.sites.flatMap((site) => readSite(site) ?? []));
  const offered = value === null ? [] : [...new Set(known)].filter((origin) => !origins.includes(origin));
  return (
    <Section id="sites" title={t('options_sites')}>
      <p>{t('options_sites_hint')}</p>
      {value !== null && origins.length === 0 && <p class="soft">{t('options_no_sites')}</p>}
      <ul class="rows">
        {origins.map((origin) => (
          <li key={origin} class="rows-item">
            <span>
              <strong>{bare(origin)}</strong>
              {sitesOf(origin).map((site) => (
                <span key={site.url} class="soft block">
                  {[site.url.slice(origin.length), site.name, site.cms === 'assist' ? null : site.cms, site.version]
                    .filter(Boolean)
                    .join(' · ')}{' '}
                  · {t('options_seen', dateTimeWib(new Date(site.seenAt), locale()))}
                </span>
              ))}
            </span>
            <Button look="danger" onClick={() => void disable(origin)}>
              {t('options_disable')}
            </Button>
            {sitesOf(origin)
              .filter(({ cms }) => cms !== 'assist')
              .map((site) => (
                <ProductsPage key={site.url} siteUrl={site.url} />
              ))}
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
      <AddSite offered={offered} />
    </Section>
  );
}

/** Allows a site by its typed address, or by one click for the sites in `offered`. */
function AddSite({ offered }: { offered: string[] }) {
  const { send } = useBackground();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const enable = async (origin: string | null) => {
    if (origin === null) return setProblem(t('options_site_malformed'));
    try {
      // This stands inside the click handler: nothing may be awaited before the browser is asked.
      if (!(await requestOrigin(origin))) return setProblem(t('status_refused'));
      await send('site/enabled', { origin });
      setTyped('');
      setProblem(null);
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    }
  };
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        void enable(readSite(typed));
      }}
    >
      {offered.length > 0 && (
        <div class="row wrap">
          {offered.map((origin) => (
            <Button key={origin} look="primary" onClick={() => void enable(origin)}>
              {t('options_site_enable', bare(origin))}
            </Button>
          ))}
        </div>
      )}
      <Field id="site" label={t('options_site_add')} hint={t('options_site_hint')} error={problem}>
        {(control) => (
          <input
            {...control}
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            placeholder="dagan.desa.id"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit">{t('status_enable_short')}</Button>
    </form>
  );
}
