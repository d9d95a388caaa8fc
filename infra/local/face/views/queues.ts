import { type Html, html } from '#shared/pages/html.ts';
import type { QueuedMessage } from '../../services/sqs.ts';
import type { Sight, View } from '../view.ts';
import { json, lastPart, live, nothing, when } from '../words.ts';

const shown = 50;

/** What lies in the queues; in an app whose queues are for dead letters, what nobody could deliver. */
export function showQueues({ cloud }: Sight): View {
  return {
    title: 'Queues',
    body: live(
      'queues',
      queuesOf(cloud).map(({ name, messages }) => section(name, messages)),
    ),
  };
}

export const queuesOf = ({ resources, queues }: Sight['cloud']) =>
  resources.ofType('AWS::SQS::Queue').map(({ attributes }) => ({
    name: lastPart(String(attributes.Arn)),
    messages: queues.list(String(attributes.Arn)),
  }));

function section(name: string, messages: readonly QueuedMessage[]): Html {
  const list = messages
    .toReversed()
    .slice(0, shown)
    .map(
      ({ id, sentMs, body, attributes }) =>
        html`<details id="message-${id}"><summary>${when(sentMs)} ${reasonOf(attributes)}</summary>${json(body)}${
          Object.keys(attributes).length > 0 && json(attributes)
        }</details>`,
    );
  return html`<section class="sheet"><h2>${name} <span class="muted">(${messages.length})</span></h2>${list.length > 0 ? list : nothing('Empty.')}</section>`;
}

function reasonOf(attributes: QueuedMessage['attributes']): string {
  const found = attributes.ERROR_MESSAGE ?? attributes.ErrorMessage;
  return String((found as { StringValue?: string } | undefined)?.StringValue ?? '').slice(0, 160);
}
