import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { FIRST_VERSION, isVersion } from './contract/clientVersion.ts';
import { CHECKED_LOCALES, DEFAULT_LOCALE, LOCALES, type Locale, WebUrl } from './contract/index.ts';
import { type MailSettings, mailFrom, NoticeEnv, type VapidKeys, vapidFrom } from './noticeConfig.ts';

/** What an operator may set. Every value has a default that works for a first try on one machine. */
export interface Config {
  /** Public address without a trailing slash: links, badges and invites start with it. */
  baseUrl: string;
  /** Folder of the embedded database, the photos and the admin key. */
  dataDir: string;
  /** PostgreSQL; null = the embedded database in `dataDir`. */
  databaseUrl: string | null;
  /** Local practice: link checks may reach loopback and private addresses. */
  allowPrivateHosts: boolean;
  /** A waiting village that proved that it looks after its own `*.desa.id` site is approved by itself. */
  trustDesaId: boolean;
  /** How many proxies in front add to `X-Forwarded-For`; 0 = the connection's own address counts. */
  trustedProxies: number;
  /** Connections per process to PostgreSQL. */
  poolSize: number;
  /** How long a process may answer with the same rendered public page, in seconds; 0 = never. */
  sharedCacheSeconds: number;
  /** Days without a word after which a thread loses the buyer's name, number and texts (the trade record stays). */
  retentionDays: number;
  /** Days after which a photo that no listing has is removed; 0 = never. */
  photoDays: number;
  /**
   * How many new questions in ten minutes, to one village and to all villages, count as load; beyond it the question
   * form asks the browser for a proof of work.
   */
  pressureVillage: number;
  pressureMarket: number;
  /** Where the extension is had; null while it is in no store yet. */
  stores: { chrome: string | null; firefox: string | null };
  /** The oldest version of the extension that is served. */
  leastClient: string;
  /** The languages that pages are offered in, Indonesian always among them. */
  locales: readonly Locale[];
  /** The server that takes mails to buyers and officials; null = no mail is offered. */
  mail: MailSettings | null;
  /** The keys that sign pushes to browsers; null = none is offered. */
  vapid: VapidKeys | null;
}

const flag = z.pipe(
  z.optional(z.enum(['1', '0', 'true', 'false'])),
  z.transform((value) => value === '1' || value === 'true'),
);
/** `id,en,jv` in the order of our own list, which the links to the other languages keep. */
const locales = z.pipe(
  z.pipe(
    z._default(z.string(), CHECKED_LOCALES.join()),
    z.transform((value) =>
      value
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  ),
  z.pipe(
    z.array(z.enum(LOCALES as [Locale, ...Locale[]])),
    z.transform((asked) => LOCALES.filter((locale) => locale === DEFAULT_LOCALE || asked.includes(locale))),
  ),
);
const count = (fallback: number) => z._default(z.coerce.number().check(z.int(), z.minimum(0)), fallback);

const Env = z.object({
  ...NoticeEnv,
  PORT: count(8787),
  HOST: z._default(z.string(), '127.0.0.1'),
  BASE_URL: z.optional(WebUrl),
  DATA_DIR: z._default(z.string(), '.data/marketplace'),
  DATABASE_URL: z.optional(z.string()),
  ALLOW_PRIVATE_HOSTS: flag,
  NO_DESA_ID_TRUST: flag,
  TRUSTED_PROXIES: count(0),
  POOL_SIZE: count(10),
  SHARED_CACHE_SECONDS: count(2),
  RETENTION_DAYS: count(365),
  PHOTO_DAYS: count(30),
  PRESSURE_VILLAGE: count(20),
  PRESSURE_MARKET: count(200),
  LEAST_CLIENT: z._default(z.string().check(z.refine(isVersion, 'version_malformed')), FIRST_VERSION),
  LOCALES: locales,
  STORE_CHROME: z.optional(WebUrl),
  STORE_FIREFOX: z.optional(WebUrl),
});

export interface ServerSettings extends Omit<Config, 'baseUrl'> {
  port: number;
  host: string;
  /** Null = whatever address the server ends up listening on. */
  baseUrl: string | null;
}

/** Settings from environment variables; throws a ZodError naming the variable that is wrong. */
export function settingsFromEnv(env: Record<string, string | undefined>): ServerSettings {
  const e = Env.parse(env);
  return {
    port: e.PORT,
    host: e.HOST,
    baseUrl: e.BASE_URL?.replace(/\/+$/, '') ?? null,
    dataDir: resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL ?? null,
    allowPrivateHosts: e.ALLOW_PRIVATE_HOSTS,
    trustDesaId: !e.NO_DESA_ID_TRUST,
    trustedProxies: e.TRUSTED_PROXIES,
    poolSize: e.POOL_SIZE,
    sharedCacheSeconds: e.SHARED_CACHE_SECONDS,
    retentionDays: e.RETENTION_DAYS,
    photoDays: e.PHOTO_DAYS,
    pressureVillage: e.PRESSURE_VILLAGE,
    pressureMarket: e.PRESSURE_MARKET,
    leastClient: e.LEAST_CLIENT,
    locales: e.LOCALES,
    mail: mailFrom(e),
    vapid: vapidFrom(e),
    stores: { chrome: e.STORE_CHROME ?? null, firefox: e.STORE_FIREFOX ?? null },
  };
}
