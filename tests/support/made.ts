import type { Body, PlannedFile } from '../../src/export/plan.ts';

/** Makes all files of a plan, in memory. */
export async function makeAll(plan: readonly PlannedFile[]): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const read = (path: string) => {
    const file = files.get(path);
    if (!file) throw new Error(`${path} is read before it is made`);
    return file;
  };
  for (const { path, begin } of plan) {
    if (files.has(path)) throw new Error(`${path} is made twice`);
    const { make } = await begin({ read, sizeOf: (name) => files.get(name)?.length });
    files.set(path, await bytesOf(make()));
  }
  return files;
}

async function bytesOf(body: Body): Promise<Buffer> {
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body);
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
