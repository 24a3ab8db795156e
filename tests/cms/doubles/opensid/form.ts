export interface Upload {
  name: string;
  bytes: Buffer;
}

/** A posted body as PHP sees it: `$_POST` and `$_FILES`. Its own small parser: the tests' globals may be a page's. */
export interface Posted {
  fields: Map<string, string[]>;
  files: Map<string, Upload>;
}

export function parseBody(body: Buffer, contentType: string): Posted {
  const posted: Posted = { fields: new Map(), files: new Map() };
  const add = (name: string, value: string) => posted.fields.set(name, [...(posted.fields.get(name) ?? []), value]);
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1];
  if (boundary === undefined) {
    for (const [name, value] of new URLSearchParams(body.toString())) add(name, value);
    return posted;
  }
  for (const part of split(body, Buffer.from(`--${boundary}`))) {
    const end = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, end).toString();
    const name = / name="([^"]*)"/.exec(head)?.[1];
    if (end < 0 || name === undefined) continue;
    const content = part.subarray(end + 4, -2);
    // A part is a file only when it says `filename=`, be that empty.
    const fileName = /filename="([^"]*)"/.exec(head)?.[1];
    if (fileName === undefined) add(name, content.toString());
    else posted.files.set(name, { name: fileName, bytes: Buffer.from(content) });
  }
  return posted;
}

function split(body: Buffer, mark: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let from = body.indexOf(mark);
  while (from >= 0) {
    const next = body.indexOf(mark, from + mark.length);
    if (next < 0) break;
    parts.push(body.subarray(from + mark.length, next));
    from = next;
  }
  return parts;
}

/** A text field; '' when it is missing. */
export const text = ({ fields }: Posted, name: string): string => fields.get(name)?.[0] ?? '';

/** A chosen file; the empty one that a browser sends for an untouched input is `empty`, a missing part is null. */
export function file({ files }: Posted, name: string): Upload | 'empty' | null {
  const found = files.get(name);
  if (!found) return null;
  return found.name === '' ? 'empty' : found;
}
