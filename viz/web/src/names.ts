/** The short names of nodes that are not in the picture: asked once, filled in when they come (tên gọi). */
import { asks } from "./api";
import type { GraphNode } from "./types";

/** What nodes are called (tên gọi). */
export class Names {
  private readonly known = new Map<string, string>();
  private readonly asked = new Map<string, Promise<void>>();

  /** Learns the names of nodes that an answer brought along. */
  learn(nodes: GraphNode[]): void {
    for (const node of nodes) this.known.set(node.id, node.label);
  }

  /** The name, where it is known; else the end of the id. */
  now(id: string): string {
    return this.known.get(id) ?? id.split("/").slice(-3).join("/");
  }

  /** Writes the name into an element, later too when it has to be asked for. */
  write(element: HTMLElement, id: string, show: (name: string) => string = (name) => name): void {
    element.textContent = show(this.now(id));
    if (this.known.has(id)) return;
    void this.ask(id).then(() => void (element.textContent = show(this.now(id))));
  }

  private ask(id: string): Promise<void> {
    const before = this.asked.get(id);
    if (before) return before;
    const answer = asks.node(id).then(
      ({ node, nodes }) => this.learn([node, ...nodes]),
      () => {}, // unknown to the server too: the id stays as its name
    );
    this.asked.set(id, answer);
    return answer;
  }
}
