import { AwsError, type AwsRequest, type AwsService, jsonService } from '../aws-protocol.ts';
import { busName, type EventBus } from './bus.ts';

const largestRequestBytes = 262_144;
const mostEntries = 10;

interface Entry {
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  readonly EventBusName?: string;
  readonly Resources?: string[];
  /** Seconds since the epoch. */
  readonly Time?: number;
}

/** The PutEvents operation. */
export function eventsService(
  bus: EventBus,
  arnOfBus: (name: string) => string,
  authorize: (request: AwsRequest, action: string, resource: string) => void,
): AwsService {
  const put = (entry: Entry) => {
    const refusal = refuse(entry);
    if (refusal) return refusal;
    if (!bus.names.includes(busName(entry.EventBusName ?? 'default'))) return { EventId: crypto.randomUUID() };
    const EventId = bus.put({
      source: entry.Source ?? '',
      detailType: entry.DetailType ?? '',
      detail: JSON.parse(entry.Detail ?? ''),
      resources: entry.Resources ?? [],
      bus: entry.EventBusName ?? 'default',
      ...(entry.Time === undefined ? {} : { atMs: entry.Time * 1000 }),
    });
    return { EventId };
  };
  return jsonService({
    PutEvents({ Entries = [] }: { Entries?: Entry[] }, request: AwsRequest) {
      if (Entries.length === 0 || Entries.length > mostEntries) {
        throw new AwsError('ValidationException', `PutEvents takes 1 to ${mostEntries} entries.`);
      }
      if (request.body.length > largestRequestBytes) {
        throw new AwsError('ValidationException', 'Total size of the entries in the request is over the limit.');
      }
      for (const { EventBusName = 'default' } of Entries) {
        authorize(request, 'events:PutEvents', arnOfBus(busName(EventBusName)));
      }
      const results = Entries.map(put);
      return { FailedEntryCount: results.filter(result => 'ErrorCode' in result).length, Entries: results };
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
