import type { PendingTimer } from './clock.ts';

export interface Timer extends PendingTimer {
  readonly task: () => void;
}

interface Entry extends Timer {
  readonly order: number;
  cancelled: boolean;
}

/** A min-heap of timers; those due together keep the order in which they were set. */
export class TimerHeap {
  readonly #heap: Entry[] = [];
  #order = 0;
  #foreground = 0;

  /** Timers in the foreground: those that somebody waits for. */
  get size(): number {
    return this.#foreground;
  }

  /** Adds a timer; the answer cancels it. */
  push(atMs: number, task: () => void, background = false, label?: () => string): () => void {
    const entry: Entry = { atMs, task, background, label, order: this.#order++, cancelled: false };
    this.#heap.push(entry);
    if (!background) this.#foreground += 1;
    this.#up(this.#heap.length - 1);
    return () => this.#drop(entry);
  }

  peek(): Timer | undefined {
    while (this.#heap[0]?.cancelled) this.#removeTop();
    return this.#heap[0];
  }

  pop(): Timer | undefined {
    const top = this.peek() as Entry | undefined;
    if (!top) return undefined;
    this.#removeTop();
    this.#drop(top); // so that cancelling a fired timer does nothing
    return top;
  }

  list(): Timer[] {
    return this.#heap.filter(entry => !entry.cancelled).sort((a, b) => (before(a, b) ? -1 : 1));
  }

  #drop(entry: Entry): void {
    if (entry.cancelled) return;
    entry.cancelled = true;
    if (!entry.background) this.#foreground -= 1;
  }

  #removeTop(): void {
    const last = this.#heap.pop();
    if (!last || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#down(0);
  }

  #up(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfBefore(at, parent)) return;
      at = parent;
    }
  }

  #down(from: number): void {
    for (let at = from; ; ) {
      const left = 2 * at + 1;
      const right = left + 1;
      let first = left;
      const [l, r] = [this.#heap[left], this.#heap[right]];
      if (!l) return;
      if (r && before(r, l)) first = right;
      if (!this.#swapIfBefore(first, at)) return;
      at = first;
    }
  }

  #swapIfBefore(a: number, b: number): boolean {
    const [x, y] = [this.#heap[a], this.#heap[b]];
    if (!x || !y || !before(x, y)) return false;
    this.#heap[a] = y;
    this.#heap[b] = x;
    return true;
  }
}

const before = (a: Entry, b: Entry): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
