import { findChoice, findField, type OpenedPage, openPage, submitForm } from './browser.ts';

/** What a person does on the signed pages, going by the words that stand there. Answers false where the page offers no such thing. */

export const acceptOffer = (url: string): Promise<boolean> => choose(url, /\baccept|\byes\b|i'?m in|count me in/i);

export const declineOffer = (url: string): Promise<boolean> =>
  choose(url, /declin|\bno\b.*thank|not (?:interested|for me)|\bpass\b/i);

export async function counterOffer(url: string, ask: number, note: string): Promise<boolean> {
  return choose(
    url,
    /counter|different (?:fee|amount)|propose|another (?:fee|amount)|ask for (?:more|another)/i,
    page => ({
      amount: String(ask),
      note,
      page,
    }),
  );
}

export const askQuestion = (url: string, question: string): Promise<boolean> =>
  choose(url, /question|\bask\b/i, page => ({ note: question, page }));

/** Books the first call that is offered. */
export async function bookCall(url: string): Promise<boolean> {
  const page = await openPage(url);
  for (const form of page.forms) {
    const slot = form.fields.find(
      ({ name, type }) => /slot|call|time/i.test(name) && ['radio', 'option'].includes(type),
    );
    if (!slot) continue;
    const button = form.fields.find(({ type, label }) => type === 'submit' && /book|call/i.test(label));
    const answer = await submitForm(form, { [slot.name]: slot.value, ...(button && { [button.name]: button.value }) });
    return answer.status < 400;
  }
  return false;
}

export const confirmBrief = (url: string): Promise<boolean> => choose(url, /confirm|i understand|agree/i);

export async function handInPost(url: string, postUrl: string): Promise<boolean> {
  const page = await openPage(url);
  for (const form of page.forms) {
    const field = findField(form, /url|link|post/i);
    if (!field) continue;
    const button = form.fields.find(({ type, label }) => type === 'submit' && !/confirm/i.test(label));
    const answer = await submitForm(form, {
      [field.name]: postUrl,
      ...(button?.name && { [button.name]: button.value }),
    });
    return answer.status < 400;
  }
  return false;
}

interface Filled {
  readonly amount?: string;
  readonly note?: string;
  readonly page: OpenedPage;
}

async function choose(url: string, words: RegExp, fill?: (page: OpenedPage) => Filled): Promise<boolean> {
  const page = await openPage(url);
  const choice = findChoice(page, words);
  if (!choice) return false;
  const values: Record<string, string> = choice.name ? { [choice.name]: choice.value } : {};
  const { amount, note } = fill?.(page) ?? {};
  const amountField = amount && findField(choice.form, /fee|amount|rate|ask|offer/i, /number|text/);
  if (amount && !amountField) return false;
  if (amount && amountField) values[amountField.name] = amount;
  const noteField = note && findField(choice.form, /note|message|question|comment|why|about/i, /textarea|text/);
  if (note && noteField) values[noteField.name] = note;
  return (await submitForm(choice.form, values)).status < 400;
}
