import * as z from 'zod';
import type { ResourceCatalog } from '../../assembly/resource.ts';
import type { EventBus } from '../eventbridge/bus.ts';
import type { SendingEvent } from './sending-events.ts';

const destinationSchema = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.boolean().default(true),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.object({ EventBusArn: z.string() }).optional(),
  }),
});

const setSchema = z.object({
  SendingOptions: z.object({ SendingEnabled: z.boolean().default(true) }).default({ SendingEnabled: true }),
  SuppressionOptions: z.object({ SuppressedReasons: z.array(z.enum(['BOUNCE', 'COMPLAINT'])).optional() }).default({}),
});

const detailTypes: Readonly<Record<SendingEvent['eventType'], string>> = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
};

export interface ConfigurationSets {
  has(name: string): boolean;
  isSendingEnabled(name: string): boolean;
  /** Which feedback puts an address on the suppression list; both kinds unless the set says otherwise. */
  suppresses(name: string | undefined, reason: 'BOUNCE' | 'COMPLAINT'): boolean;
  /** Sends an event where the template wants events of this kind. */
  publish(name: string | undefined, event: SendingEvent, mail: unknown): void;
}

export function configurationSets(catalog: ResourceCatalog, bus: EventBus): ConfigurationSets {
  const sets = new Map(
    catalog
      .ofType('AWS::SES::ConfigurationSet')
      .map(resource => [
        resource.ref,
        { arn: String(resource.attributes.Arn), ...setSchema.parse(resource.properties) },
      ]),
  );
  const destinations = catalog
    .ofType('AWS::SES::ConfigurationSetEventDestination')
    .map(resource => destinationSchema.parse(resource.properties))
    .filter(({ EventDestination }) => EventDestination.Enabled && EventDestination.EventBridgeDestination);
  return {
    has: name => sets.has(name),
    isSendingEnabled: name => sets.get(name)?.SendingOptions.SendingEnabled ?? true,
    suppresses(name, reason) {
      const reasons = sets.get(name ?? '')?.SuppressionOptions.SuppressedReasons;
      return reasons === undefined || reasons.includes(reason);
    },
    publish(name, event, mail) {
      for (const { ConfigurationSetName, EventDestination } of destinations) {
        const wanted = EventDestination.MatchingEventTypes.some(
          type => type.toLowerCase() === event.eventType.toLowerCase(),
        );
        if (ConfigurationSetName !== name || !wanted) continue;
        bus.put({
          source: 'aws.ses',
          detailType: detailTypes[event.eventType],
          detail: { eventType: event.eventType, mail, ...event.body },
          resources: [sets.get(name)?.arn ?? ''],
          bus: EventDestination.EventBridgeDestination?.EventBusArn ?? 'default',
        });
      }
    },
  };
}
