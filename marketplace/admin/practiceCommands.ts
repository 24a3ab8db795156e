import { dateTimeWib } from '#contract/format.ts';
import { record } from '#marketplace/operators/audit.ts';
import { endRoom, resetRoom } from '#marketplace/practice/close.ts';
import { reachOf } from '#marketplace/practice/reach.ts';
import { DAYS, makeRoom, openRooms, type Room, roomOfSecret, trainerUrl } from '#marketplace/practice/room.ts';
import { CommandError } from './commandError.ts';
import type { Call } from './commands.ts';

/** The room of a trainer's link. Throws CommandError when it opens none. */
async function named({ deps, args: [url = ''] }: Call): Promise<Room> {
  const room = await roomOfSecret(deps, url.replace(/\/+$/, '').split('/').at(-1) ?? '');
  if (room === null) throw new CommandError((t) => t('unknownRoom'));
  return room;
}

const lines = ({ deps, t }: Call, room: Room): string => {
  const url = trainerUrl(deps, room);
  return t('practiceRoom', room.seats, dateTimeWib(room.ends_at), url, `${url}/lembar`);
};

/** Rooms for practice, from the command line. */
export const practiceCommands: Record<string, (call: Call) => Promise<string>> = {
  practice: async (call) => {
    const { deps, args, options, t } = call;
    if (args.length === 0) {
      const rooms = await openRooms(deps);
      return rooms.length === 0 ? t('noRooms') : rooms.map((room) => lines(call, room)).join('\n');
    }
    const room = await makeRoom(deps, Number(args[0]), Number(options.days ?? DAYS));
    if (room === null) throw new CommandError((t) => t('badRoom'));
    await record(deps, null, { action: 'practice_made', detail: { villages: room.seats } });
    // Before the links, so that nobody prints sheets with which nobody can connect.
    const reach = reachOf(deps.config.baseUrl);
    const warning = reach === 'everywhere' ? [] : [t(`practice_${reach}`, deps.config.baseUrl)];
    return [...warning, lines(call, room)].join('\n\n');
  },
  'practice-reset': async (call) => {
    await resetRoom(call.deps, await named(call));
    await record(call.deps, null, { action: 'practice_reset' });
    return call.t('practiceReset');
  },
  'practice-end': async (call) => {
    const ended = await endRoom(call.deps, await named(call));
    await record(call.deps, null, { action: 'practice_ended' });
    return call.t(ended === 'ended' ? 'practiceEnded' : 'practiceClosing');
  },
};
