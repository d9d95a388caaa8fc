import ICAL from 'ical.js';
import type { CalendarAnswer } from '#shared/domain/message.ts';

/** A calendar's answer is some 2 KB; more than this is nothing of the kind. */
const maxLength = 100_000;
const maxComment = 2000;

const answers = { ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative' } as const;

/** Reads what their calendar answered to an invitation (RFC 5546, REPLY and COUNTER); undefined where the text is no such answer. */
export function readCalendarAnswer(text: string): CalendarAnswer | undefined {
  if (text.length > maxLength) return undefined;
  try {
    return answerIn(new ICAL.Component(ICAL.parse(text)));
  } catch {
    return undefined;
  }
}

function answerIn(calendar: ICAL.Component): CalendarAnswer | undefined {
  const event = calendar.getFirstSubcomponent('vevent');
  const uid = textOf(event, 'uid');
  if (!event || !uid) return undefined;
  const comment = textOf(event, 'comment')?.slice(0, maxComment).trim();
  const noted = { uid, ...(comment && { comment }) };
  switch (textOf(calendar, 'method')?.toUpperCase()) {
    case 'REPLY': {
      const status = String(event.getFirstProperty('attendee')?.getFirstParameter('partstat') ?? '').toUpperCase();
      return status in answers ? { ...noted, answer: answers[status as keyof typeof answers] } : undefined;
    }
    case 'COUNTER': {
      const [from, to] = [instantOf(event, 'dtstart'), instantOf(event, 'dtend')];
      return { ...noted, answer: 'other-time', ...(from && { from }), ...(to && { to }) };
    }
    default:
      return undefined;
  }
}

const textOf = (component: ICAL.Component | null, name: string): string | undefined => {
  const value = component?.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : undefined;
};

function instantOf(event: ICAL.Component, name: string): string | undefined {
  const value = event.getFirstPropertyValue(name);
  return value instanceof ICAL.Time ? value.toJSDate().toISOString() : undefined;
}
