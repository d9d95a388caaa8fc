import { type Html, html } from '#shared/pages/html.ts';
import type { Invocation } from '../services/lambda/invocation-log.ts';
import { executionLink } from './execution-list.ts';
import { address, lastPart, span, table, when } from './words.ts';

export const invocationTable = (invocations: readonly Invocation[]): Html =>
  table(
    'Invocations, newest first',
    ['Time', 'Function', 'Result', 'Took', 'Called by'],
    invocations.map(({ requestId, functionName, atMs, durationMs, coldStart, functionError, step }) => [
      when(atMs),
      html`<a href="${address('invocation', requestId)}">${functionName}</a>`,
      functionError ? html`<span class="pill bad">failed</span>` : html`<span class="pill good">answered</span>`,
      html`<span class="nowrap">${span(durationMs)}${coldStart && ' (cold)'}</span>`,
      step && html`${step.stateName} of ${executionLink(step.executionArn, lastPart(step.executionArn))}`,
    ]),
  );
