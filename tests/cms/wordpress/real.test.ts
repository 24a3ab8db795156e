// @vitest-environment jsdom
import { startWordPress } from '#stack/wordpress.ts';
import { cmsSuite } from '#tests/cms/suite/index.ts';
import { type Backstage, wordpressTarget } from './site.ts';

/** The double's suite on the real thing, half an hour long. DODOLAN_REAL_WP=<path> runs another WordPress's files than 7.1.1. */
const files = process.env.DODOLAN_REAL_WP;

async function start(blocked: boolean | 'html'): Promise<Backstage> {
  const wordpress = await startWordPress({ ...(files && { files }) });
  await wordpress.setRestBlocked(blocked);
  return {
    url: wordpress.url,
    passwordOf: (role) => Object.values(wordpress.users).find(({ name }) => name === role)?.password ?? '',
    witness: async (name, body = {}) => {
      const response = await fetch(`${wordpress.url}/?witness=${name}`, { method: 'POST', body: JSON.stringify(body) });
      return response.json();
    },
    endSessions: wordpress.endSessions,
    stop: wordpress.stop,
  };
}

const suite = (name: string, blocked: boolean | 'html') =>
  cmsSuite(wordpressTarget(name, () => start(blocked), { patience: 180_000 }));
suite('a real WordPress with REST open', false);
suite('a real WordPress with REST forbidden', true);
suite('a real WordPress with REST behind a firewall', 'html');
