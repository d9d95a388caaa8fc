import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** A call, as both calendars should show it. */
export interface CallInvitation {
  /** `CANCEL` takes it out of their calendar again. */
  readonly method: 'REQUEST' | 'CANCEL';
  /** The same for every time to which the call is moved. */
  readonly uid: string;
  /** 0 for the first time, one more after each move and for the end: calendars keep the highest (RFC 5546). */
  readonly sequence: number;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly summary: string;
  readonly meetingUrl?: string;
  /** Their calendar answers to `repliesTo`, which we read; `address` is who sends the mail (RFC 5545, SENT-BY). */
  readonly organizer: { readonly name: string; readonly address: string; readonly repliesTo: string };
  readonly attendee: { readonly name: string; readonly address: string };
}

/** The invitation as iCalendar (RFC 5545, RFC 5546). Times are in UTC, so no time zone has to be described. */
export function callInvitation(call: CallInvitation): string {
  const calendar = ical({
    prodId: { company: 'Groundswell', product: 'Calls' },
    method: call.method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: call.uid,
    sequence: call.sequence,
    stamp: new Date(call.at),
    start: new Date(call.from),
    end: new Date(call.to),
    summary: phrase(call.summary),
    ...(call.meetingUrl !== undefined && { location: call.meetingUrl }),
    organizer: {
      name: phrase(call.organizer.name),
      email: call.organizer.repliesTo,
      sentBy: call.organizer.address,
    },
    attendees: [
      {
        name: phrase(call.attendee.name),
        email: call.attendee.address,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: true,
      },
    ],
    status: call.method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

/** Names come from strangers: a control character would end the line, and no parameter can hold a quote. */
const phrase = (words: string): string => words.replace(/[\p{Cc}\p{Zl}\p{Zp}"\s]+/gu, ' ').trim();
