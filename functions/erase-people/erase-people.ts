import type { Input, Output } from '#shared/contracts/functions.ts';
import { type EraseDeps, erasePerson } from '#shared/operations/erasure/erase-person.ts';

/** Those of one run; the others come an hour later. Somebody with thousands of mails takes seconds. */
const most = 50;

/** Erases those who asked for it, oldest wish first. */
export const erasePeople =
  (deps: EraseDeps) =>
  async ({ at }: Input<'erase-people'>): Promise<Output<'erase-people'>> => {
    const due = (await Array.fromAsync(deps.erasures.open())).filter(({ lookAgainAt = at }) => lookAgainAt <= at);
    let done = 0;
    for (const erasure of due.slice(0, most))
      if ((await erasePerson(deps)(erasure, at)).doneAt !== undefined) done += 1;
    return { looked: Math.min(due.length, most), done };
  };
