import type { Input, Output } from '#shared/contracts/functions.ts';
import { type EraseDeps, erasePerson } from '#shared/operations/erasure/erase-person.ts';

/** Those of one run; the others come an hour later. Somebody with thousands of mails takes seconds. */
const most = 50;

/** Erases those who asked for it, oldest wish first. One that can not be done keeps nobody else waiting, and fails the step at the end. */
export const erasePeople =
  (deps: EraseDeps) =>
  async ({ at }: Input<'erase-people'>): Promise<Output<'erase-people'>> => {
    const due = (await Array.fromAsync(deps.erasures.open())).filter(({ lookAgainAt = at }) => lookAgainAt <= at);
    const looked = due.slice(0, most);
    const failures: unknown[] = [];
    let done = 0;
    for (const erasure of looked)
      try {
        if ((await erasePerson(deps)(erasure, at)).doneAt !== undefined) done += 1;
      } catch (error) {
        failures.push(error);
      }
    if (failures.length > 0) throw failures[0];
    return { looked: looked.length, done };
  };
