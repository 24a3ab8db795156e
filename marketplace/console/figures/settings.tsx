import type { Config } from '#marketplace/config.ts';
import { renderConsole } from '#marketplace/console/Frame.tsx';
import { type ConsoleRequest, consolePage } from '#marketplace/console/page.ts';
import { FIGURES } from '#marketplace/words/index.ts';

/** Each setting with the variables that set it. What a variable holds that opens something is never shown. */
export const VARIABLES: Readonly<Record<keyof Config, { variables: string; isSecret?: true }>> = {
  baseUrl: { variables: 'BASE_URL' },
  dataDir: { variables: 'DATA_DIR' },
  databaseUrl: { variables: 'DATABASE_URL', isSecret: true },
  allowPrivateHosts: { variables: 'ALLOW_PRIVATE_HOSTS' },
  trustDesaId: { variables: 'NO_DESA_ID_TRUST' },
  trustedProxies: { variables: 'TRUSTED_PROXIES' },
  poolSize: { variables: 'POOL_SIZE' },
  sharedCacheSeconds: { variables: 'SHARED_CACHE_SECONDS' },
  retentionDays: { variables: 'RETENTION_DAYS' },
  photoDays: { variables: 'PHOTO_DAYS' },
  pressureVillage: { variables: 'PRESSURE_VILLAGE' },
  pressureMarket: { variables: 'PRESSURE_MARKET' },
  leastClient: { variables: 'LEAST_CLIENT' },
  stores: { variables: 'STORE_CHROME, STORE_FIREFOX' },
  locales: { variables: 'LOCALES' },
  mail: { variables: 'SMTP_URL, MAIL_FROM', isSecret: true },
  vapid: { variables: 'VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT', isSecret: true },
};

/** What a setting is set to, in words. */
function settingText({ deps, view }: ConsoleRequest, key: keyof Config): string {
  const t = FIGURES[view.locale];
  const value = deps.config[key];
  if (value === null) return t('unset');
  if (VARIABLES[key].isSecret) return t('set');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'object') return Object.values(value).filter(Boolean).join(', ') || t('unset');
  return String(value);
}

/** Every setting, what it is set to and what it means. They are changed where the server is started. */
export const settings = consolePage(
  (r) => {
    const t = FIGURES[r.view.locale];
    return renderConsole(
      r,
      { title: t('settingsTitle'), current: '/pengelola/pengaturan' },
      <>
        <p>{t('settingsText')}</p>
        <ul class="console-list">
          {(Object.keys(VARIABLES) as (keyof Config)[]).map((key) => (
            <li class="card pad" key={key}>
              <b>{t(`set_${key}`)}</b>
              <p>{settingText(r, key)}</p>
              <p class="hint">{t(`why_${key}`)}</p>
              <code>{VARIABLES[key].variables}</code>
            </li>
          ))}
        </ul>
      </>,
    );
  },
  { role: 'operator' },
);
