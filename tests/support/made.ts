import type { Body, PlannedFile } from '../../src/publish/plan.ts';

/** Makes all files of a plan, in memory. */
export function makeAll(plan: readonly PlannedFile[]): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  const read = (path: string) => {
    const file = files.get(path);
    if (!file) throw new Error(`${path} is read before it is made`);
    return file;
  };
  for (const { path, make } of plan) {
    if (files.has(path)) throw new Error(`${path} is made twice`);
    files.set(path, bytesOf(make({ read, sizeOf: (name) => files.get(name)?.length })));
  }
  return files;
}

function bytesOf(body: Body): Buffer {
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body);
  return Buffer.concat([...body].map((piece) => Buffer.from(piece)));
}
