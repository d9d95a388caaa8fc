const hourMs = 3_600_000;

/** When a server says (in seconds or by a date) that it may be asked again; an hour where it does not say, a day at most. */
export function retryAfter(headers: Headers, at: Date, usualMs = hourMs): string {
  const header = headers.get('retry-after') ?? '';
  const stated = /^\s*\d+\s*$/.test(header) ? at.getTime() + Number(header) * 1000 : Date.parse(header);
  const until = Number.isNaN(stated) ? at.getTime() + usualMs : stated;
  return new Date(Math.min(Math.max(until, at.getTime()), at.getTime() + 24 * hourMs)).toISOString();
}
