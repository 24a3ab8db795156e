import type { VillageStatus } from '#marketplace/admin/villageList.ts';
import { villageOf } from '#marketplace/console/village.ts';
import { setVillageStatus } from '#marketplace/listings/visibility.ts';
import { type AuditAction, record } from '#marketplace/operators/audit.ts';
import { field } from '#marketplace/pages/thread/form.ts';
import { revokeDevice } from '#marketplace/villages/devices.ts';
import { inviteOnSheets, readSheets } from '#marketplace/villages/sheets.ts';
import { seeOther } from '#marketplace/web/respond.ts';
import { link } from '#marketplace/web/view.ts';
import { type DeskRequest, deskForm, done } from './desk.tsx';
import type { Said } from './said.ts';

/** Gives the village a status; the log says so only where that changed something. */
async function setStatus(r: DeskRequest, status: VillageStatus, action: AuditAction, said: Said) {
  const village = await villageOf(r.deps, r.param('slug'));
  const path = `/pengelola/desa/${village.slug}`;
  if (village.status === status) return done(r, 'already', path);
  await setVillageStatus(r.deps, village.id, status);
  await record(r.deps, r.operator, { action, subject: village.name });
  return done(r, said, path);
}

export const approved = deskForm((r) => setStatus(r, 'approved', 'village_approved', 'approved'));

export const suspended = deskForm((r) => setStatus(r, 'blocked', 'village_suspended', 'suspended'), { fresh: true });

/** One more invite for the village, on a sheet of its own. */
export const invitedAgain = deskForm(async (r, form) => {
  const village = await villageOf(r.deps, r.param('slug'));
  const sheets = readSheets(field(form, 'lembar'));
  if (sheets === null || village.status === 'blocked') return seeOther(link(r.view, `/pengelola/desa/${village.slug}`));
  if (await inviteOnSheets(r.deps, sheets, village.id))
    await record(r.deps, r.operator, { action: 'invite_made', subject: village.name });
  return seeOther(link(r.view, `/pengelola/undangan/${sheets}`));
});

/** Shuts a device out. One that is out already stays out, and the log has one line. */
export const revoked = deskForm(async (r, form) => {
  const village = await villageOf(r.deps, r.param('slug'));
  const id = field(form, 'perangkat');
  const path = `/pengelola/desa/${village.slug}`;
  const device = await r.deps.db
    .selectFrom('devices')
    .select('revoked_at')
    .where('village_id', '=', village.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!device) return done(r, 'revoked_none', path);
  if (device.revoked_at === null && (await revokeDevice(r.deps, village.id, id)))
    await record(r.deps, r.operator, { action: 'device_revoked', subject: village.name, detail: { device: id } });
  return done(r, 'revoked', path);
});
