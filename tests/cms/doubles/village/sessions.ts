import type { Asked } from './http.ts';
import type { Session, VillageState } from './state.ts';

const COOKIE = 'desa_session';
const CI_COOKIE = 'csrf_cookie_name';
/** The field that CodeIgniter's token stands in. */
export const CI_FIELD = 'csrf_test_name';

const secret = (): string => crypto.randomUUID().replaceAll('-', '');

export function newSession(state: VillageState, isSignedIn: boolean): { session: Session; cookie: string } {
  const session: Session = { id: secret(), isSignedIn, token: secret(), flash: null };
  state.sessions.set(session.id, session);
  return { session, cookie: `${COOKIE}=${session.id}` };
}

/** The visitor's session; everybody has one. */
export function sessionOf(state: VillageState, asked: Asked): Session {
  const known = state.sessions.get(asked.cookie(COOKIE) ?? '');
  if (known !== undefined) return known;
  const { session, cookie } = newSession(state, false);
  asked.cookies.push(`${cookie}; Path=/; HttpOnly; SameSite=Lax`);
  return session;
}

/** Whether this visitor may write. */
export function isInside({ options, keys }: VillageState, asked: Asked, session: Session): boolean {
  if (options.session === 'noSignIn') return true;
  if (options.flavour !== 'storageToken') return session.isSignedIn;
  return keys.has(/^Bearer (\w+)$/.exec(asked.header('authorization'))?.[1] ?? '');
}

/** CodeIgniter's token is its cookie: it stands until the next POST, the same in every form of a page. */
export function ciToken(asked: Asked): string {
  const given = asked.cookies.flatMap((cookie) => /^csrf_cookie_name=(\w+)/.exec(cookie)?.[1] ?? []);
  return asked.cookie(CI_COOKIE) ?? given[0] ?? freshCiToken(asked);
}

function freshCiToken(asked: Asked): string {
  const token = secret();
  asked.cookies.push(`${CI_COOKIE}=${token}; Path=/; SameSite=Lax`);
  return token;
}

/** Whether a write brings the token that its page had; null when it may go on, else the status of the refusal. */
export function refusedToken({ options }: VillageState, asked: Asked, session: Session): { status: number } | null {
  const field = (name: string) => asked.posted.fields.get(name)?.[0];
  switch (options.flavour) {
    case 'ci3': {
      const isRight = field(CI_FIELD) !== undefined && field(CI_FIELD) === asked.cookie(CI_COOKIE);
      // The page is told the new one too, for scripts that send something before the form.
      asked.posted.fields.set('new_token', [freshCiToken(asked)]);
      return isRight ? null : { status: 403 };
    }
    case 'blade':
    case 'json':
    case 'jsonMultipart':
    case 'driven':
      return [field('_token'), asked.header('x-csrf-token')].includes(session.token) ? null : { status: 419 };
    default:
      return null;
  }
}
