/** A call, as both calendars should show it. */
export interface CallInvitation {
  /** The same for every time to which the call is moved. */
  readonly uid: string;
  /** 0 for the first time, one more after each move: calendars keep the highest (RFC 5546). */
  readonly sequence: number;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly summary: string;
  readonly meetingUrl?: string;
  readonly organizer: { readonly name: string; readonly address: string };
  readonly attendee: { readonly name: string; readonly address: string };
}

/** The invitation as an iCalendar REQUEST (RFC 5545, RFC 5546). */
export function callInvitation(call: CallInvitation): string {
  const { uid, sequence, at, from, to, summary, meetingUrl, organizer, attendee } = call;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Groundswell//Calls//EN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${instant(at)}`,
    `DTSTART:${instant(from)}`,
    `DTEND:${instant(to)}`,
    `SUMMARY:${text(summary)}`,
    ...(meetingUrl === undefined ? [] : [`LOCATION:${text(meetingUrl)}`]),
    `ORGANIZER;CN="${parameter(organizer.name)}":mailto:${organizer.address}`,
    `ATTENDEE;CN="${parameter(attendee.name)}";ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:${attendee.address}`,
    'STATUS:CONFIRMED',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

/** 2026-03-10T09:30:00.000Z as 20260310T093000Z. */
const instant = (at: string): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

const text = (words: string): string => words.replace(/[\\;,]/g, '\\$&').replace(/\s+/g, ' ');

/** A quoted parameter has no way to hold a quote. */
const parameter = (words: string): string => words.replace(/["\s\p{Cc}]+/gu, ' ').trim();

/** A line has at most 75 octets, without the break; the next ones begin with a space. */
function folded(line: string): string {
  const lines = [''];
  for (const character of line) {
    const last = lines.length - 1;
    const room = last === 0 ? 75 : 74;
    if (octets(`${lines[last]}${character}`) > room) lines.push(character);
    else lines[last] += character;
  }
  return lines.join('\r\n ');
}

const octets = (words: string): number => new TextEncoder().encode(words).byteLength;
