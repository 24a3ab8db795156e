/** The characters of a part of a file; shorter where the file ends. */
export function ascii(view: DataView, from: number, length: number): string {
  let text = '';
  const end = Math.min(view.byteLength, from + length);
  for (let at = from; at < end; at += 1) text += String.fromCharCode(view.getUint8(at));
  return text;
}
