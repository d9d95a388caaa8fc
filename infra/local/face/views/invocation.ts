import { html } from '#shared/pages/html.ts';
import { executionLink } from '../execution-list.ts';
import type { Sight, View } from '../view.ts';
import { json, lastPart, nothing, span, when, withoutTokens } from '../words.ts';

/** One invocation of a function. */
export function showInvocation({ cloud, id }: Sight): View | undefined {
  const one = cloud.functions.list().find(({ requestId }) => requestId === id);
  if (!one) return undefined;
  const { functionName, functionError, atMs, durationMs, coldStart, event, payload, logs, step } = one;
  return {
    title: functionName,
    body: html`<p class="row">${functionError ? html`<span class="pill bad">failed</span>` : html`<span class="pill good">answered</span>`}
<span>${when(atMs)}</span><span class="muted">took ${span(durationMs)}${coldStart && ', cold start'}, request ${id}</span>
${step && html`<span>called by ${step.stateName} of ${executionLink(step.executionArn, lastPart(step.executionArn))}</span>`}</p>
<div class="columns"><section class="sheet"><h2>Input</h2>${json(event)}</section><section class="sheet"><h2>${functionError ? 'Error' : 'Output'}</h2>${json(payload)}</section></div>
<section class="sheet"><h2>Logs</h2>${logs.trim() ? html`<pre tabindex="0"><code>${withoutTokens(logs)}</code></pre>` : nothing('It logged nothing.')}</section>`,
  };
}
