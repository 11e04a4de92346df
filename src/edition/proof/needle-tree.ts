import { type Folded, SEAM_CODE } from './words.ts';

/** Texts known by their characters, as a tree of these: looked for all at once. */
export class NeedleTree {
  readonly #root: Node = { next: new Map(), needle: null };
  /** Units by which any of them begins. */
  readonly #beginnings = new Uint8Array(65536);
  #size = 0;

  /** @param needle a folded text */
  add(needle: string): void {
    let node = this.#root;
    for (let at = 0; at < needle.length; at++) {
      const code = needle.charCodeAt(at);
      let next = node.next.get(code);
      if (!next) {
        next = { next: new Map(), needle: null };
        node.next.set(code, next);
      }
      node = next;
    }
    if (node === this.#root) return;
    node.needle = needle;
    this.#beginnings[needle.charCodeAt(0)] = 1;
    this.#size++;
  }

  /** Those that a text holds, each as often as it does, over seams too. */
  in({ codes, length }: Folded): string[] {
    const found: string[] = [];
    if (this.#size === 0) return found;
    for (let start = 0; start < length; start++) {
      if (this.#beginnings[codes[start] ?? 0] === 0) continue;
      let node: Node | undefined = this.#root;
      for (let at = start; at < length; at++) {
        const code = codes[at] ?? 0;
        if (code === SEAM_CODE) continue;
        node = node.next.get(code);
        if (!node) break;
        if (node.needle !== null) found.push(node.needle);
      }
    }
    return found;
  }
}

interface Node {
  readonly next: Map<number, Node>;
  needle: string | null;
}
