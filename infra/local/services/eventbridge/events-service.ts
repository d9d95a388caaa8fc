import { AwsError, type AwsRequest, type AwsService, jsonService } from '../aws-protocol.ts';
import { busName, type EventBus } from './bus.ts';

const largestRequestBytes = 262_144;
const mostEntries = 10;

export interface Entry {
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  readonly EventBusName?: string;
  readonly Resources?: string[];
  /** Seconds since the epoch. */
  readonly Time?: number;
}

export interface PutEventsResult {
  readonly FailedEntryCount: number;
  readonly Entries: readonly {
    readonly EventId?: string;
    readonly ErrorCode?: string;
    readonly ErrorMessage?: string;
  }[];
}

/** Puts entries on their buses; what a bus does not take is told entry by entry. */
export function putEntries(bus: EventBus, entries: readonly Entry[]): PutEventsResult {
  if (entries.length === 0 || entries.length > mostEntries) {
    throw new AwsError('ValidationException', `PutEvents takes 1 to ${mostEntries} entries.`);
  }
  const Entries = entries.map(entry => refuse(entry) ?? { EventId: put(bus, entry) });
  return { FailedEntryCount: Entries.filter(result => 'ErrorCode' in result).length, Entries };
}

function put(bus: EventBus, entry: Entry): string {
  const { EventBusName = 'default', Source = '', DetailType = '', Detail = '', Resources = [], Time } = entry;
  // A bus that is not there takes events without a word (as on AWS).
  if (!bus.names.includes(busName(EventBusName))) return crypto.randomUUID();
  return bus.put({
    source: Source,
    detailType: DetailType,
    detail: JSON.parse(Detail),
    resources: Resources,
    bus: EventBusName,
    ...(Time !== undefined && { atMs: Time * 1000 }),
  });
}

/** The PutEvents operation. */
export function eventsService(
  bus: EventBus,
  arnOfBus: (name: string) => string,
  authorize: (request: AwsRequest, action: string, resource: string) => void,
): AwsService {
  return jsonService({
    PutEvents({ Entries = [] }: { Entries?: Entry[] }, request: AwsRequest) {
      if (request.body.length > largestRequestBytes) {
        throw new AwsError('ValidationException', 'Total size of the entries in the request is over the limit.');
      }
      for (const { EventBusName = 'default' } of Entries) {
        authorize(request, 'events:PutEvents', arnOfBus(busName(EventBusName)));
      }
      return putEntries(bus, Entries);
    },
  });
}

function refuse({ Source, DetailType, Detail }: Entry): { ErrorCode: string; ErrorMessage: string } | undefined {
  const required = Object.entries({ Source, DetailType, Detail }).find(([, value]) => !value);
  if (required) {
    const [name] = required;
    return {
      ErrorCode: 'InvalidArgument',
      ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
    };
  }
  if (Source?.startsWith('aws.')) {
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
  }
  return isJsonObject(Detail ?? '')
    ? undefined
    : { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
