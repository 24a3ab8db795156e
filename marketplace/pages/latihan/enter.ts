import { limitSender } from '#marketplace/http/limits.ts';
import { isOver, type Room, roomById, roomOfSecret } from '#marketplace/practice/room.ts';
import { ProblemError } from '#marketplace/problem.ts';
import type { PageRequest } from '#marketplace/web/page.ts';

const WRONG_LINK = { name: 'practice-link', max: 60, seconds: 600 };

/** The room of a trainer's link. Throws `not_found` (wrong links are counted), and `practice_over`. */
export async function trainersRoom(request: PageRequest): Promise<Room> {
  const room = await roomOfSecret(request.deps, request.param('secret'));
  if (room === null) {
    await limitSender(request.deps, WRONG_LINK, request.c);
    throw new ProblemError('not_found');
  }
  return open(request, room);
}

/** The room of its market's link. Throws the same. */
export async function marketsRoom(request: PageRequest): Promise<Room> {
  const room = await roomById(request.deps, request.param('room'));
  if (room === null) throw new ProblemError('not_found');
  return open(request, room);
}

function open({ deps, view }: PageRequest, room: Room): Room {
  if (isOver(room, deps.now())) throw new ProblemError('unauthorized', { practiceOver: true });
  view.isPractice = true;
  return room;
}
