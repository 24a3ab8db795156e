import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import * as z from 'zod/mini';
import { acquireDataDir, DataDirBusyError, dataDirHolder } from './admin/acquireDataDir.ts';
import { isCommand, runCommand } from './admin/commands.ts';
import { askControlSocket } from './admin/controlSocket.ts';
import { terminalLocale } from './admin/terminalLocale.ts';
import { type ServerSettings, settingsFromEnv } from './config.ts';
import { logNothing } from './log.ts';
import { openService } from './open.ts';
import { startServer } from './server.ts';
import { ADMIN } from './words/index.ts';

const locale = terminalLocale(process.env);
const t = ADMIN[locale];

async function serve(settings: ServerSettings): Promise<void> {
  const server = await startServer(settings);
  process.stdout.write(`${t('serving', server.deps.config.baseUrl, settings.dataDir)}\n`);
  const stop = () => void server.stop().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Runs the command in this process, which opens the database itself. */
async function runHere(settings: ServerSettings, argv: string[]) {
  const embedded = settings.databaseUrl === null;
  const holder = { pid: process.pid, port: null, secret: randomBytes(32).toString('base64url') };
  const folder = embedded ? await acquireDataDir(settings.dataDir, holder) : null;
  try {
    const baseUrl = settings.baseUrl ?? `http://${settings.host}:${settings.port}`;
    const service = await openService({ ...settings, baseUrl }, logNothing);
    try {
      return await runCommand(service.deps, argv, locale);
    } finally {
      await service.close();
    }
  } finally {
    await folder?.release();
  }
}

/**
 * A command's words with the table in place of its file's name: a running server, which may be asked to run it, has
 * another folder and other rights. Null when the file cannot be read.
 */
async function withTable(argv: string[]): Promise<string[] | null> {
  if (argv[0] !== 'profiles') return argv;
  const options = argv.slice(1).filter((word) => word.startsWith('--'));
  const file = argv.slice(1).find((word) => !word.startsWith('--'));
  if (file === undefined) return argv;
  try {
    return ['profiles', ...options, '--', decoded(await readFile(file))];
  } catch {
    process.stderr.write(`${t('fileUnread', file)}\n`);
    return null;
  }
}

/** An older spreadsheet writes the letters of Windows. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

async function main(): Promise<void> {
  const argv = await withTable(process.argv.slice(2));
  if (argv === null) {
    process.exitCode = 1;
    return;
  }
  const settings = settingsFromEnv(process.env);
  if (argv[0] === 'serve') return serve(settings);
  if (!isCommand(argv[0])) {
    process.stderr.write(`${t('usage')}\n`);
    process.exitCode = 1;
    return;
  }
  const running = settings.databaseUrl === null ? await dataDirHolder(settings.dataDir) : null;
  const outcome = running?.port
    ? await askControlSocket(settings.dataDir, running, { argv, locale })
    : await runHere(settings, argv);
  (outcome.ok ? process.stdout : process.stderr).write(`${outcome.text}\n`);
  process.exitCode = outcome.ok ? 0 : 1;
}

main().catch((error: unknown) => {
  if (error instanceof DataDirBusyError) {
    const { pid, port, host } = error.holder;
    const isHere = host === undefined || host === hostname();
    process.stderr.write(`${isHere ? t(port === null ? 'busy' : 'running', pid) : t('elsewhere', host)}\n`);
  } else if (error instanceof z.core.$ZodError) {
    for (const issue of error.issues) process.stderr.write(`${t('badSetting', String(issue.path[0]))}\n`);
  } else console.error(error);
  process.exitCode = 1;
});
