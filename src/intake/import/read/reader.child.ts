import { closeNetwork } from './no-network.ts';
import { readDocument } from './read.ts';
import type { Answer, Request } from './reader-messages.ts';
import { complaint, UnreadableError } from './reading.ts';
import { readZip, type ZipEntry } from './zip.ts';

// This process reads foreign files one after the other. It may read this project's own files and nothing else, may
// write nothing, has no network, and ends with its parent.
closeNetwork();

let entries: readonly ZipEntry[] = [];

async function answer(request: Request): Promise<Answer> {
  switch (request.kind) {
    case 'file':
      return { kind: 'file', outcome: await readDocument(request.bytes, request.source, request.given) };
    case 'zip':
      try {
        entries = readZip(request.bytes);
        return { kind: 'zip', entries: entries.map(({ name, refused }) => ({ name, refused })) };
      } catch (error) {
        if (error instanceof UnreadableError) return { kind: 'unreadable', error: error.message };
        throw error;
      }
    case 'entry': {
      const entry = entries[request.index];
      if (!entry) throw new Error('there is no such entry');
      try {
        return { kind: 'file', outcome: await readDocument(entry.bytes(), request.source, {}) };
      } catch (error) {
        if (error instanceof UnreadableError) return { kind: 'unreadable', error: error.message };
        throw error;
      }
    }
  }
}

process.on('message', (request: Request) => {
  answer(request).then(
    (message) => process.send?.(message),
    (error: unknown) => process.send?.({ kind: 'unreadable', error: `the file is damaged (${complaint(error)})` }),
  );
});
process.on('disconnect', () => process.exit());
