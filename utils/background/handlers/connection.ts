import { type SiteProof, WebUrl } from '#contract';
import { AppError } from '#utils/appError.ts';
import type { Background } from '#utils/background/context.ts';
import { listDevices, redeem, signOut } from '#utils/connection/connection.ts';
import { firstStep } from '#utils/connection/firstStep.ts';
import { forgetVillage } from '#utils/connection/forget.ts';
import { forgetPracticeLeft, practiceLeft } from '#utils/connection/practice.ts';
import { tellProfile } from '#utils/connection/profile.ts';
import { offered, prove, proveSite } from '#utils/connection/proveSite.ts';
import { offeredFacts, tellFacts } from '#utils/connection/villageFacts.ts';
import { refreshConsignments } from '#utils/consignments/refresh.ts';
import { refreshShared } from '#utils/drafts/refreshShared.ts';
import { checkVillage } from '#utils/inbox/check.ts';
import { refreshVillage } from '#utils/listings/refresh.ts';
import { type VillageKey, villageKey } from '#utils/model/site.ts';
import { keepPhoto } from '#utils/photos/store.ts';
import { DONE, type HandlersOf } from '#utils/runtime/handlers.ts';
import { siteTabs } from '#utils/sites/siteTabs.ts';
import { getConnection, listVillages, needMarketplace } from '#utils/villages/villages.ts';

export function connectionHandlers(background: Background) {
  const { db, fetch, clock, broadcast } = background;
  return {
    'village/list': () => listVillages(db),
    'first/step': () => firstStep(db),
    async 'connection/redeem'({ link, deviceName }) {
      const connection = await redeem(db, fetch, link, deviceName);
      // A village for practice may have ended with it, and left drafts.
      for (const changed of ['connection', 'listings', 'drafts', 'outbox', 'inquiries', 'settings'] as const)
        broadcast(changed);
      background.trigger('connected');
      void refreshAll(background, villageKey(connection));
      return connection;
    },
    'practice/left': () => practiceLeft(db),
    async 'practice/deleted'({ id }) {
      await forgetPracticeLeft(db, id);
      broadcast('outbox');
      return DONE;
    },
    async 'connection/devices'({ village }) {
      const devices = await listDevices(db, fetch, village);
      background.trigger('connected');
      return devices;
    },
    async 'connection/pair'({ village }) {
      return (await needMarketplace(db, fetch, village)).makePairing();
    },
    async 'village/reports'() {
      const asked = (await listVillages(db)).map(async ({ key }) => {
        // A marketplace that cannot be asked now, or is of an older version, tells nothing: neither does the popup.
        const reports = await background
          .marketplace(key)
          .then((marketplace) => marketplace?.villageReports() ?? null)
          .catch(() => null);
        return reports === null ? [] : [{ village: key, reports }];
      });
      return (await Promise.all(asked)).flat();
    },
    async 'connection/revoke'({ village, deviceId }) {
      const connection = await getConnection(db, village);
      if (deviceId === connection?.deviceId) await signOut(db, fetch, village);
      else await (await needMarketplace(db, fetch, village)).revokeDevice(deviceId);
      broadcast('connection');
      return DONE;
    },
    async 'connection/signOut'({ village }) {
      await signOut(db, fetch, village);
      broadcast('connection');
      return DONE;
    },
    async 'village/forget'({ village }) {
      await forgetVillage(db, village);
      for (const changed of ['connection', 'listings', 'drafts', 'outbox', 'inquiries', 'settings'] as const)
        broadcast(changed);
      background.drain();
      return DONE;
    },
    'village/offered': ({ village }) => offeredFacts(db, village),
    async 'village/tell'({ village, facts }) {
      await tellFacts(db, fetch, village, facts);
      broadcast('connection');
      background.trigger('connected');
      return DONE;
    },
    async 'village/profile'({ village, patch }) {
      await tellProfile(db, fetch, village, patch);
      broadcast('connection');
      return DONE;
    },
    async 'village/keepPhoto'({ photo, base64 }) {
      await keepPhoto(db, photo, base64, clock().now);
      return DONE;
    },
    async 'village/challenge'({ village, siteUrl }) {
      const marketplace = await needMarketplace(db, fetch, village);
      const { code } = await offered(() => marketplace.siteChallenge(siteUrl));
      return { code };
    },
    async 'village/prove'({ village, siteUrl }) {
      const marketplace = await needMarketplace(db, fetch, village);
      return proved(
        background,
        await proveSite({ db, tabs: siteTabs, marketplace, now: () => clock().now }, village, siteUrl),
      );
    },
    async 'village/proveByHand'({ village, siteUrl, url }) {
      if (url !== null && !WebUrl.safeParse(url).success) throw new AppError('address_bad');
      const marketplace = await needMarketplace(db, fetch, village);
      return proved(background, await prove({ db, marketplace }, village, siteUrl, url));
    },
  } satisfies HandlersOf<
    | 'village/list'
    | 'first/step'
    | 'village/forget'
    | 'village/offered'
    | 'village/tell'
    | 'village/profile'
    | 'village/keepPhoto'
    | 'village/challenge'
    | 'village/prove'
    | 'village/proveByHand'
    | 'connection/redeem'
    | 'village/reports'
    | 'practice/left'
    | 'practice/deleted'
    | 'connection/devices'
    | 'connection/pair'
    | 'connection/revoke'
    | 'connection/signOut'
  >;
}

/** Tells the pages of it; what waited for the approval goes on. */
function proved({ broadcast, trigger }: Background, { isProven, reason, village }: SiteProof) {
  broadcast('connection');
  const isApproved = village.status === 'approved';
  if (isApproved) trigger('connected');
  return { isProven, isApproved, reason };
}

/**
 * Fetches all that the marketplace knows of a village. Errors are ignored: the inbox alarm and the next popup try
 * again.
 */
async function refreshAll(background: Background, key: VillageKey): Promise<void> {
  await checkVillage(background, key).catch(() => undefined);
  await refreshVillage(background, key).catch(() => undefined);
  await refreshShared(background, key).catch(() => undefined);
  await refreshConsignments(background, key).catch(() => undefined);
}
