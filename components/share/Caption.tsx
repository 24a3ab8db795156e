import { useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { copyText } from '#components/ui/copyText.ts';
import { LANGUAGES, type StoredLocale } from '#contract';
import { waLink } from '#contract/phone.ts';
import { locale, t } from '#utils/i18n/t.ts';
import type { ShareFacts } from '#utils/model/share.ts';
import { CAPTION_LOCALES, captionOf, NETWORKS, type Network } from '#utils/share/captions.ts';
import { Picks } from './Picks.tsx';

const NAMES: Record<Network, string> = { whatsapp: 'WhatsApp', facebook: 'Facebook', instagram: 'Instagram' };
const FACEBOOK = 'https://www.facebook.com/sharer/sharer.php';

/** A ready text for a network, in the language of those who will read it: to copy, or to open there. */
export function Caption({ facts }: { facts: ShareFacts }) {
  const [network, setNetwork] = useState<Network>('whatsapp');
  const [language, setLanguage] = useState<StoredLocale>(locale());
  const [copied, setCopied] = useState<{ text: string; done: boolean } | null>(null);
  const text = captionOf(network, facts, language);
  const there = {
    whatsapp: waLink(null, text),
    facebook: `${FACEBOOK}?${new URLSearchParams({ u: facts.url })}`,
    instagram: null,
  }[network];
  return (
    <>
      <Picks
        label={t('share_network')}
        options={NETWORKS.map((one) => [one, NAMES[one]] as const)}
        value={network}
        onPick={setNetwork}
      />
      <Picks
        label={t('share_language')}
        options={CAPTION_LOCALES.map((one) => [one, LANGUAGES[one].name] as const)}
        value={language}
        onPick={setLanguage}
      />
      <textarea
        class="share-text"
        readOnly
        rows={9}
        aria-label={t('share_text')}
        lang={language}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="share-row">
        <Button look="primary" onClick={() => void copyText(text).then((done) => setCopied({ text, done }))}>
          {t(copied?.text === text && copied.done ? 'share_copied' : 'share_copy')}
        </Button>
        {there !== null && (
          <a class="btn" href={there} target="_blank" rel="noreferrer">
            {t('share_there', NAMES[network])}
          </a>
        )}
      </div>
      {copied?.text === text && !copied.done && <p role="alert">{t('share_copy_failed')}</p>}
      {network === 'instagram' && <p class="soft">{t('share_instagram')}</p>}
    </>
  );
}
