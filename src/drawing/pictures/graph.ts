/** A picture of things and how they hang together, before it is laid out. */
export interface GraphNode {
  readonly id: string;
  /** What it is called; the first line of its box. */
  readonly label: string;
  /** A second line. */
  readonly note?: string | undefined;
  readonly href?: string | undefined;
  /** `self` for what the picture is about; `quiet` for what is not held. */
  readonly tone?: 'self' | 'quiet' | undefined;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Read from `from` to `to`: `was followed by`. */
  readonly words: string;
}

export interface GraphData {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** How many nodes have no room in the picture. */
  readonly left: number;
}

/** Collects nodes and edges, each once; an edge whose ends are not both there is left out. */
export class GraphBuilder {
  readonly #nodes = new Map<string, GraphNode>();
  readonly #edges = new Map<string, GraphEdge>();
  readonly #left = new Set<string>();
  readonly #most: number;

  constructor(most = 40) {
    this.#most = most;
  }

  /** Adds a node while there is room; tells whether it is in the picture. */
  node(node: GraphNode): boolean {
    if (this.#nodes.has(node.id)) return true;
    if (this.#nodes.size >= this.#most) {
      this.#left.add(node.id);
      return false;
    }
    this.#nodes.set(node.id, node);
    return true;
  }

  edge(from: string, to: string, words: string): void {
    const key = `${from}\0${to}`;
    if (from !== to && !this.#edges.has(key)) this.#edges.set(key, { from, to, words });
  }

  done(): GraphData {
    const edges = [...this.#edges.values()].filter(({ from, to }) => this.#nodes.has(from) && this.#nodes.has(to));
    return { nodes: [...this.#nodes.values()], edges, left: this.#left.size };
  }
}
