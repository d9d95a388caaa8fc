import type { Clock } from './clock.ts';
import type { Documents } from './documents.ts';

export interface Delivery {
  readonly kind: string;
  readonly atMs: number;
  readonly work: unknown;
}

/** Work that has been promised (events under way, retries, mail to be delivered): durable, and done when its time has come. */
export interface Outbox {
  /** Says what to do with work of a kind. Failing and trying again is the performer's own business. */
  on<T>(kind: string, perform: (work: T) => Promise<void>): void;
  add(kind: string, atMs: number, work: unknown): void;
  /** Takes up what an earlier run left behind; call it when all kinds are known. */
  resume(): void;
}

export function createOutbox(clock: Clock, documents: Documents<Delivery>): Outbox {
  const performers = new Map<string, (work: never) => Promise<void>>();

  const perform = async (id: string, { kind, work }: Delivery) => {
    try {
      await performers.get(kind)?.(work as never);
    } finally {
      documents.delete(id);
    }
  };

  const start = (id: string, delivery: Delivery) => () => {
    clock.hold(perform(id, delivery)).catch(error => console.error(`${delivery.kind} failed:`, error));
  };

  return {
    on: (kind, perform) => performers.set(kind, perform),
    add(kind, atMs, work) {
      const id = crypto.randomUUID();
      const delivery = { kind, atMs, work };
      documents.set(id, delivery);
      if (atMs <= clock.now()) start(id, delivery)();
      else clock.at(atMs, start(id, delivery), { label: () => kind });
    },
    resume() {
      const left = documents.entries().sort(([, a], [, b]) => a.atMs - b.atMs);
      // Even what is overdue waits for the clock's next turn, so that whoever started the cloud can listen first.
      for (const [id, delivery] of left) clock.at(delivery.atMs, start(id, delivery), { label: () => delivery.kind });
    },
  };
}
