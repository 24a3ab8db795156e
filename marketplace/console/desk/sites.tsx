import { dateTimeWib } from '#contract/format.ts';
import { maskPhones } from '#contract/phonesInText.ts';
import { CommandError } from '#marketplace/admin/commandError.ts';
import { addSite, readSite, refuseAskedSite } from '#marketplace/admin/invite.ts';
import { villageBySlug, villageOfSite } from '#marketplace/admin/queries.ts';
import { record } from '#marketplace/operators/audit.ts';
import { field } from '#marketplace/pages/thread/form.ts';
import { type Offerable, offerable, offerRecipe, withdrawOffer } from '#marketplace/recipes/offers.ts';
import { type OpenRequest, openSiteRequests } from '#marketplace/villages/siteRequests.ts';
import { hostOf, link } from '#marketplace/web/view.ts';
import { Action, type DeskRequest, deskForm, deskPage, done, renderDesk, SiteLink } from './desk.tsx';
import type { Said } from './said.ts';

const PATH = '/pengelola/situs';

/** Sites that villages ask for, and how sites save an article, which can be offered to others. */
export const sites = deskPage(async (r) => {
  const { deps, t } = r;
  const [asked, recipes] = [await openSiteRequests(deps), await offerable(deps)];
  return renderDesk(
    r,
    { title: t('queue_sites'), current: '/pengelola' },
    <>
      <h2>{t('sitesAsked')}</h2>
      <p>{t('sitesAskedText')}</p>
      {asked.length === 0 && <p class="notice">{t('sitesNone')}</p>}
      <ul class="console-list">
        {asked.map((request) => (
          <Asked key={`${request.village.slug} ${request.site}`} r={r} request={request} />
        ))}
      </ul>
      <h2>{t('recipes')}</h2>
      <p>{t('recipesText')}</p>
      {recipes.length === 0 && <p class="notice">{t('recipesNone')}</p>}
      <ul class="console-list">
        {recipes.map((recipe) => (
          <Recipe key={recipe.offer.id} r={r} recipe={recipe} />
        ))}
      </ul>
    </>,
  );
});

function Asked({ r, request: { village, site, askedAt } }: { r: DeskRequest; request: OpenRequest }) {
  const { t, view } = r;
  const fields = { desa: village.slug, situs: site, ke: PATH };
  return (
    <li class="card console-row">
      <span>
        <SiteLink address={site} />
        <small class="desk-line">
          <a href={link(view, `/pengelola/desa/${village.slug}`)}>{maskPhones(village.name)}</a> ·{' '}
          {village.sites.map(hostOf).join(', ')} · {dateTimeWib(askedAt, view.locale)}
        </small>
      </span>
      {r.mayAct && (
        <span class="console-buttons">
          <Action r={r} to={`${PATH}/tambah`} label={t('siteAdd')} fields={fields} />
          <Action r={r} to={`${PATH}/tolak`} label={t('siteRefuse')} fields={fields} />
        </span>
      )}
    </li>
  );
}

function Recipe({ r, recipe: { from, offer, offered } }: { r: DeskRequest; recipe: Offerable }) {
  const { t } = r;
  return (
    <li class="card pad stack">
      <p>
        {from === null ? (
          t('recipeForgotten')
        ) : (
          <>
            <b>{maskPhones(from.village.name)}</b>: <SiteLink address={from.siteUrl} />
          </>
        )}{' '}
        <span class={offered === null ? 'chip chip-warn' : 'chip'}>
          {t(offered === null ? 'recipeKept' : 'recipeOffered')}
        </span>
      </p>
      {r.mayAct && <RecipeText r={r} offer={offer} />}
      {offered === null && from !== null && (
        <Action
          r={r}
          to={`${PATH}/tawarkan`}
          label={t('recipeOffer')}
          fields={{ desa: from.village.slug, situs: from.siteUrl }}
        />
      )}
      {offered !== null && (
        <Action r={r} to={`${PATH}/batal`} label={t('recipeWithdraw')} fields={{ resep: offered }} />
      )}
    </li>
  );
}

/** Everything that the next village would be given, in the words of the site itself. */
function RecipeText({ r, offer: { create, asked, lists } }: { r: DeskRequest; offer: Offerable['offer'] }) {
  const lines = [
    `${create.method} ${create.page} → ${create.action}`,
    create.fields.map(({ role, name }) => `${role} → ${name}`).join(', '),
    ...[...create.chosen, ...(create.press ? [create.press] : [])].map(({ name, value }) => `${name}: ${value || '-'}`),
    ...(create.members ? [`JSON: ${create.members.join(', ')}`] : []),
    ...(create.token ? [`${create.token.header} ← ${create.token.meta ?? create.token.cookie ?? '-'}`] : []),
    lists.join(' '),
    ...(asked.length === 0 ? [] : [r.t('recipeAsks', asked.join(', '))]),
  ];
  return (
    <details class="more">
      <summary>{r.t('recipeLook')}</summary>
      <pre class="desk-words">{lines.filter(Boolean).join('\n')}</pre>
    </details>
  );
}

/** Does it for the village of the form; a mistake of the operator is told, and nothing is logged then. */
function siteForm(
  act: (r: DeskRequest, village: Awaited<ReturnType<typeof villageBySlug>>, site: string) => Promise<Said>,
) {
  return deskForm(async (r, form) => {
    try {
      const village = await villageBySlug(r.deps, field(form, 'desa'));
      return done(r, await act(r, village, field(form, 'situs').trim()), PATH, form);
    } catch (error) {
      if (error instanceof CommandError) return done(r, 'site_bad', PATH, form);
      throw error;
    }
  });
}

export const siteAdded = siteForm(async (r, village, typed) => {
  const site = readSite(typed);
  const owner = await villageOfSite(r.deps, site);
  if (owner !== undefined && owner.id !== village.id) return 'site_elsewhere';
  await addSite(r.deps, village, site);
  if (!village.sites.includes(site))
    await record(r.deps, r.operator, { action: 'site_added', subject: village.name, detail: { site: hostOf(site) } });
  return 'site_added';
});

export const siteRefused = siteForm(async (r, village, typed) => {
  const wasOpen = (await openSiteRequests(r.deps)).some(
    (one) => one.village.slug === village.slug && one.site === typed,
  );
  try {
    await refuseAskedSite(r.deps, village, typed);
  } catch (error) {
    if (error instanceof CommandError) return 'site_none';
    throw error;
  }
  if (wasOpen)
    await record(r.deps, r.operator, {
      action: 'site_refused',
      subject: village.name,
      detail: { site: hostOf(typed) },
    });
  return 'site_refused';
});

export const recipeOffered = siteForm(async (r, village, site) => {
  if (!(await offerRecipe(r.deps, village.id, site))) return 'offered_none';
  await record(r.deps, r.operator, { action: 'recipe_offered', subject: village.name, detail: { site: hostOf(site) } });
  return 'offered';
});

export const recipeWithdrawn = deskForm(async (r, form) => {
  const id = field(form, 'resep');
  if (!(await withdrawOffer(r.deps, id))) return done(r, 'withdrawn_none', PATH);
  await record(r.deps, r.operator, { action: 'recipe_withdrawn', subject: id });
  return done(r, 'withdrawn', PATH);
});
