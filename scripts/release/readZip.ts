import { readFileSync } from 'node:fs';
import { unzip } from 'unzipit';

/** The files of a zip by their path inside it. Throws when the archive is broken. */
export async function readZip(path: string): Promise<Map<string, Uint8Array>> {
  const { entries } = await unzip(new Uint8Array(readFileSync(path)));
  const files = Object.values(entries).filter((entry) => !entry.isDirectory);
  return new Map(
    await Promise.all(
      files.map(
        async (entry): Promise<[string, Uint8Array]> => [entry.name, new Uint8Array(await entry.arrayBuffer())],
      ),
    ),
  );
}
