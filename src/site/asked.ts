import { AsyncLocalStorage } from 'node:async_hooks';
import { Catalogue, type DerivedIndex, type Edge } from '../archive/catalogue.ts';
import type { Item } from '../archive/item.ts';
import type { Reference } from '../archive/reference/index.ts';
import type { CollectionName } from '../archive/schema/parts.ts';
import { type Method, type Question, questionOf } from './questions.ts';

const asking = new AsyncLocalStorage<Set<Question> | null>();

/** Runs the making of a page, and gives what it asked of the archive besides. */
export async function whatIsAsked<T>(make: () => Promise<T>): Promise<{ made: T; asked: readonly Question[] }> {
  const asked = new Set<Question>();
  const made = await asking.run(asked, make);
  return { made, asked: [...asked] };
}

export function note(method: Method, ...args: readonly unknown[]): void {
  asking.getStore()?.add(questionOf(method, ...args));
}

/** The catalogue that pages ask: it knows what each page has asked, so that a page is made anew when an answer changes. */
export class AskedCatalogue extends Catalogue {
  override list<C extends CollectionName>(collection: C): readonly Item<C>[] {
    note('list', collection);
    return super.list(collection);
  }

  override get<C extends CollectionName>(collection: C, id: string): Item<C> | undefined {
    note('get', collection, id);
    return super.get(collection, id);
  }

  override byAddress(address: string): Item | undefined {
    note('byAddress', address);
    return super.byAddress(address);
  }

  override citedOnly() {
    note('citedOnly');
    return super.citedOnly();
  }

  override citedOnlyAt(address: string) {
    note('citedOnlyAt', address);
    return super.citedOnlyAt(address);
  }

  override incoming(address: string): readonly Edge[] {
    note('incoming', address);
    return super.incoming(address);
  }

  override outgoing(address: string): readonly Edge[] {
    note('outgoing', address);
    return super.outgoing(address);
  }

  override all(): readonly Item[] {
    note('all');
    return super.all();
  }

  override during(presidency: string): readonly Item[] {
    note('during', presidency);
    return super.during(presidency);
  }

  override restingOn(address: string, locator: string): readonly Item[] {
    note('restingOn', address, locator);
    return super.restingOn(address, locator);
  }

  override resolve(reference: Reference) {
    note('resolve', reference);
    return super.resolve(reference);
  }

  override sourceAddress(source: string): string | null {
    note('sourceAddress', source);
    return super.sourceAddress(source);
  }

  override derived<T>(index: DerivedIndex<T>, key: string): T | undefined {
    note('derived', index.name, key);
    // What the index itself asks is for all of its keys.
    return asking.run(null, () => super.derived(index, key));
  }
}
