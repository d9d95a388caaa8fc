import { html } from '#shared/pages/html.ts';
import { invocationTable } from '../invocation-table.ts';
import { pageOf } from '../pages-of.ts';
import type { Sight, View } from '../view.ts';
import { live, nothing } from '../words.ts';

/** What functions were given, what they answered and what they logged. */
export function showLog({ cloud, query }: Sight): View {
  const [chosen, failedOnly] = [query.get('function') ?? '', query.has('failed')];
  const invocations = cloud.functions.list({ ...(chosen && { functionName: chosen }), failedOnly });
  const { rows, links } = pageOf(invocations, query);
  const names = Object.keys(cloud.meter.functions).sort();
  return {
    title: 'Log of the functions',
    body: html`<form class="filters" method="get"><div><label for="function">Function</label><select id="function" name="function"><option value="">all</option>${names.map(
      name => html`<option${name === chosen && html` selected`}>${name}</option>`,
    )}</select></div><label class="row"><input type="checkbox" name="failed"${failedOnly && html` checked`}> only failures</label><button class="slim">Show</button></form>
${live('list', [rows.length > 0 ? invocationTable(rows) : nothing('No invocation is in the log.'), links])}
<p class="muted small">The log holds the last 500 invocations and the last 200 failures of this run.</p>`,
  };
}
