import { setTimeout as sleep } from 'node:timers/promises';

/** Real milliseconds: the world's time stands still meanwhile. Long enough for an app that is being started again. */
const waitsMs = [0, 20, 100, 500, 2_000, 5_000, 10_000];

/** What people, browsers and webhooks do when a server is out of order: the same again, some times. */
export async function patientFetch(url: string, init: RequestInit = {}): Promise<Response> {
  for (const waitMs of waitsMs) {
    const answer = await fetch(url, init).catch(() => undefined);
    if (answer && answer.status < 500 && answer.status !== 429) return answer;
    await answer?.arrayBuffer();
    await sleep(waitMs);
  }
  return fetch(url, init);
}
