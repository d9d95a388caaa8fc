import { say } from './console-dom.js';

/** The API, with the token that was pasted. It lives in sessionStorage: gone with the tab, never in a cookie or an address. */

const place = 'groundswell.token';

export const token = () => sessionStorage.getItem(place);
export const keepToken = text => sessionStorage.setItem(place, text.trim());
export const dropToken = () => sessionStorage.removeItem(place);

/** What the API refused, in its own words (RFC 9457). */
export class Refusal extends Error {
  constructor(status, problem) {
    super(
      [
        problem.detail ?? problem.title ?? `The API answered ${status}.`,
        ...(problem.errors ?? []).map(field => `${field.pointer}: ${field.detail}`),
      ].join('\n'),
    );
    this.status = status;
  }
}

async function request(path, { method = 'GET', body, key } = {}) {
  const headers = { authorization: `Bearer ${token()}` };
  if (body !== undefined) headers['content-type'] = 'application/json';
  // A repeated press or a retry of the browser comes to the same as one.
  if (key !== undefined) headers['idempotency-key'] = key;
  const answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  if (!answer.ok) throw new Refusal(answer.status, await answer.json().catch(() => ({})));
  return answer;
}

export const read = async path => (await request(path)).json();
export const readFile = async path => (await request(path)).blob();
export const write = async (path, body = {}, key = crypto.randomUUID()) => {
  const answer = await request(path, { method: 'POST', body, key });
  return answer.status === 204 ? {} : answer.json();
};

/** What may be left out where the token does not allow it. */
export async function quietly(what) {
  try {
    return await what();
  } catch {
    return undefined;
  }
}

/** Runs something that may be refused and says what came of it; a refused token is asked for again. */
export async function attempt(what, done) {
  try {
    const result = await what();
    if (done !== undefined) say(done);
    return result;
  } catch (error) {
    // That is what fetch throws where nothing answers.
    say(error instanceof TypeError ? `The API could not be reached: ${error.message}` : error.message, true);
    if (error instanceof Refusal && error.status === 401) {
      dropToken();
      dispatchEvent(new HashChangeEvent('hashchange'));
    }
    return undefined;
  }
}

export const inCampaign = (id, path = '') => `campaigns/${encodeURIComponent(id)}${path}`;
export const inCollaboration = (id, influencerId, path = '') =>
  inCampaign(id, `/collaborations/${encodeURIComponent(influencerId)}${path}`);
