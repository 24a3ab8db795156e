import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { asAppError, useBackground, useQuery } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import type { DraftStore } from '#components/draft/draftStore.ts';
import { Button } from '#components/ui/Button.tsx';
import { bare } from '#components/ui/bare.ts';
import { Notice } from '#components/ui/Notice.tsx';
import { t } from '#utils/i18n/t.ts';
import type { PanelVillage, Site } from '#utils/model/site.ts';
import { isFramed } from '#utils/runtime/frame.ts';

/** The open question, for whoever publishes before it is answered. */
export const WHICH_SITE_ID = 'which-site';

interface Props {
  store: DraftStore;
  /** The site is another one now, and with it perhaps the village. */
  onVillage: (village: PanelVillage) => void;
  onNew: () => void;
}

/** Outside a CMS page: for which site the product is. It is asked where there are several, and never follows the tab. */
export function WhichSite(props: Props) {
  return isFramed() || props.store.draft.baseRev > 0 ? null : <SiteOfDraft {...props} />;
}

function SiteOfDraft({ store, onVillage, onNew }: Props) {
  const { send } = useBackground();
  const { value } = useQuery('site/list', {}, ['sites']);
  const front = useFrontSite();
  const [asks, setAsks] = useState(false);
  const [isAnswered, setAnswered] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { id, siteUrl } = store.draft;
  const sites = value?.sites ?? [];
  if (sites.length === 0) return <p class="for-village soft">{t('panel_site_unknown')}</p>;

  const choose = async (url: string | null) => {
    try {
      store.flush();
      onVillage(await send('draft/site', { id, siteUrl: url }));
      store.change((draft) => ({ ...draft, siteUrl: url }));
      setAsks(false);
      setAnswered(true);
      setProblem(null);
    } catch (error) {
      setProblem(errorText(asAppError(error)));
    }
  };
  const isOpen = asks || (siteUrl === null && sites.length > 1 && !isAnswered);
  // A question that is open stays open whatever comes to the front: nothing is published before it is answered.
  if (front !== null && front.url !== siteUrl && !isOpen)
    return (
      <Notice actions={<Button onClick={onNew}>{t('panel_beside_new', nameOf(front))}</Button>}>
        {t('panel_beside_other', nameOf(front), labelOf(sites, siteUrl) ?? t('panel_beside_none'))}
      </Notice>
    );
  if (isOpen)
    return (
      <div id={WHICH_SITE_ID}>
        <Notice
          look="warn"
          title={t('panel_site_ask')}
          actions={
            <>
              {sites.map((site) => (
                <Button key={site.url} look="primary" onClick={() => void choose(site.url)}>
                  {nameAmong(sites, site)}
                </Button>
              ))}
              <Button look="quiet" onClick={() => void choose(null)}>
                {t('panel_site_none')}
              </Button>
            </>
          }
        >
          {problem}
        </Notice>
      </div>
    );
  return (
    <p class="for-village">
      {t('panel_site_for')} <strong>{labelOf(sites, siteUrl) ?? t('panel_site_none')}</strong>
      <Button look="quiet" onClick={() => setAsks(true)}>
        {t('panel_site_change')}
      </Button>
    </p>
  );
}

/** Several sites of one name are told apart by their addresses. */
function nameAmong(sites: readonly Site[], site: Site): string {
  const isAlone = sites.filter((one) => nameOf(one) === nameOf(site)).length === 1;
  return isAlone ? nameOf(site) : `${nameOf(site)} (${bare(site.url)})`;
}

const nameOf = ({ name, url }: Site): string => name ?? bare(url);

function labelOf(sites: readonly Site[], url: string | null): string | null {
  const site = sites.find((one) => one.url === url);
  return site === undefined ? null : nameAmong(sites, site);
}

/** The site of the tab beside the panel, as tabs come and go; null for a panel that is itself a tab. */
function useFrontSite(): Site | null {
  const { send } = useBackground();
  const [site, setSite] = useState<Site | null>(null);
  useEffect(() => {
    let here = true;
    const look = () =>
      void send('panel/front', {}).then(
        (now) => here && setSite(now),
        () => undefined,
      );
    // A page may change its title all day: only another address, or another tab in front, is news.
    const updated = (
      _: number,
      { url, status }: { url?: string; status?: string },
      { active }: { active: boolean },
    ) => {
      if (active && (url !== undefined || status === 'complete')) look();
    };
    const begin = async () => {
      if ((await browser.tabs.getCurrent()) !== undefined || !here) return;
      look();
      browser.tabs.onActivated.addListener(look);
      browser.tabs.onUpdated.addListener(updated);
    };
    void begin();
    return () => {
      here = false;
      browser.tabs.onActivated.removeListener(look);
      browser.tabs.onUpdated.removeListener(updated);
    };
  }, []);
  return site;
}
