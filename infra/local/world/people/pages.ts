import { type Form, openPage, submitForm } from './browser.ts';

/** What a person does on the signed pages. Each answers false where the page offers no such thing (any more). */

export const acceptOffer = (url: string): Promise<boolean> => send(url, 'accept');
export const declineOffer = (url: string): Promise<boolean> => send(url, 'decline');
export const counterOffer = (url: string, ask: number): Promise<boolean> =>
  send(url, 'counter', { amount: String(ask), note: 'That is what I usually take.' });
export const askQuestion = (url: string, question: string): Promise<boolean> => send(url, 'question', { question });
/** Books the first call that is offered. */
export const bookCall = (url: string): Promise<boolean> => send(url, 'call');
export const confirmBrief = (url: string): Promise<boolean> => send(url, 'confirm');
export const handInDraft = (url: string, link: string): Promise<boolean> => send(url, 'draft', { link });
export const handInPost = (url: string, postUrl: string): Promise<boolean> => send(url, 'post', { url: postUrl });

/** Follows the link to TikTok, where they are logged in, and comes back. */
export async function connectTiktok(url: string, handle: string, says: 'yes' | 'no'): Promise<boolean> {
  const { links } = await openPage(url);
  const start = links.find(link => /\/t\/[^/]+$/.test(link));
  if (!start) return false;
  const consent = await openPage(start);
  const [form] = consent.forms;
  if (!form) throw new Error(`TikTok's consent page answered ${consent.status}: ${consent.text.slice(0, 200)}`);
  const back = await submitForm(form, { username: handle, ...(says === 'yes' && { allow: '1' }) });
  if (back.status >= 400)
    throw new Error(`coming back from TikTok ended in ${back.status}: ${back.text.slice(0, 200)}`);
  return true;
}

/** Opens the page, finds the form for this answer, fills its fields and sends it. */
async function send(url: string, answer: string, written: Readonly<Record<string, string>> = {}): Promise<boolean> {
  const page = await openPage(url);
  const form = page.forms.find(({ fields }) => fields.some(field => field.name === 'answer' && field.value === answer));
  if (!form) return false;
  const sent = await submitForm(form, { ...firstChoices(form), ...written });
  if (sent.status >= 400)
    throw new Error(`${new URL(url).pathname} refused "${answer}" with ${sent.status}: ${sent.text.slice(0, 200)}`);
  return true;
}

/** Of every group of choices the first, where none is chosen yet. */
function firstChoices({ fields }: Form): Record<string, string> {
  const chosen: Record<string, string> = {};
  for (const { name, type, value } of fields) {
    if ((type !== 'radio' && type !== 'option') || name in chosen) continue;
    if (!fields.some(field => field.name === name && field.checked)) chosen[name] = value;
  }
  return chosen;
}
