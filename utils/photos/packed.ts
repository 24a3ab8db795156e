import { toBase64 } from './base64.ts';

/** A picture as it crosses a border of ours, where only JSON goes. */
export interface PackedPicture {
  type: string;
  base64: string;
  fileName: string;
}

export async function packPicture({ blob, fileName }: { blob: Blob; fileName: string }): Promise<PackedPicture> {
  return { type: blob.type, base64: toBase64(await blob.arrayBuffer()), fileName };
}
