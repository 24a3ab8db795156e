import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { asAppError, useBackground } from '#components/background/context.ts';
import { errorText } from '#components/background/errorText.ts';
import { Button } from '#components/ui/Button.tsx';
import { Notice } from '#components/ui/Notice.tsx';
import { villageLabel } from '#components/villages/villages.ts';
import { t } from '#utils/i18n/t.ts';
import type { PanelVillage } from '#utils/model/site.ts';
import { ConnectFirst } from './ConnectFirst.tsx';

export const WHICH_VILLAGE_ID = 'which-village';

interface Props {
  village: PanelVillage;
  draftId: string;
  isOfSite: boolean;
  onChosen: (village: PanelVillage) => void;
}

/**
 * Which village the product belongs to. It is shown where there is more than one village, asked once where there is no
 * site owner, and never guessed.
 */
export function WhichVillage({ village, draftId, isOfSite, onChosen }: Props) {
  const { send } = useBackground();
  const [changing, setChanging] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { connection, missing, among, several } = village;

  const choose = (key: string) =>
    send('village/choose', { id: draftId, village: key }).then(
      (chosen) => {
        setChanging(false);
        onChosen(chosen);
      },
      (error: unknown) => setProblem(errorText(asAppError(error))),
    );
  const isOne = among.length === 1;
  const words = questionWords(isOfSite, isOne ? (among[0]?.connection.village.name ?? null) : null);
  const toOptions = () => void browser.runtime.openOptionsPage();

  if (among.length > 0 && (changing || (connection === null && missing === null)))
    return (
      <div id={WHICH_VILLAGE_ID}>
        <Notice
          look="warn"
          title={words.title}
          actions={
            <>
              {among.map((one) => (
                <Button key={one.key} look="primary" onClick={() => void choose(one.key)}>
                  {isOne ? t('panel_village_yes', villageLabel(one, among)) : villageLabel(one, among)}
                </Button>
              ))}
              <Button look="quiet" onClick={toOptions}>
                {t('panel_village_other')}
              </Button>
            </>
          }
        >
          {problem ?? words.text}
        </Notice>
      </div>
    );
  if (missing !== null)
    return (
      <Notice
        look="warn"
        title={t('panel_village_missing', missing)}
        actions={
          <>
            <Button look="primary" onClick={toOptions}>
              {t('panel_connect')}
            </Button>
            {among.length > 0 && <Button onClick={() => setChanging(true)}>{t('panel_village_change')}</Button>}
          </>
        }
      >
        {t('panel_village_missing_text')}
      </Notice>
    );
  if (connection === null) return <ConnectFirst />;
  if (!several && among.length === 0) return null;
  return (
    <p class="for-village">
      {t('panel_village_for')} <strong>{connection.village.name}</strong>
      {among.length > 0 && (
        <Button look="quiet" onClick={() => setChanging(true)}>
          {t('panel_village_change')}
        </Button>
      )}
    </p>
  );
}

/**
 * Title and text of the question. `one` is the name of the only candidate; the person is asked all the same, because
 * the site may belong to a village that is not connected yet.
 */
function questionWords(isOfSite: boolean, one: string | null): { title: string; text: string } {
  if (!isOfSite) return { title: t('panel_which_village_product'), text: t('panel_which_village_product_text') };
  if (one === null) return { title: t('panel_which_village'), text: t('panel_which_village_text') };
  return { title: t('panel_which_village_one', one), text: t('panel_which_village_one_text', one) };
}
