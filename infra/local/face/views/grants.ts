import { type Html, html } from '#shared/pages/html.ts';
import type { Sight, View } from '../view.ts';
import { lastPart, live, nothing, table } from '../words.ts';

/** What the roles of the template were refused, and what they were given and have not used. */
export function showGrants({ cloud: { permissions } }: Sight): View {
  const refused = new Map<string, number>();
  for (const message of permissions.refused()) refused.set(message, (refused.get(message) ?? 0) + 1);
  const unused = Map.groupBy(permissions.unused(), ({ roleArn }) => lastPart(roleArn));
  return {
    title: 'Grants',
    body: html`<section class="sheet"><h2>Refused</h2>${live('refused', refusals(refused))}</section>
<section class="sheet"><h2>Not used in this run</h2><p class="muted">Given by the template and not needed so far. What is never used, whatever runs, is too wide.</p>${live(
      'unused',
      unused.size === 0
        ? nothing('Every grant was used.')
        : table(
            'Grants not used',
            ['Role', 'Actions'],
            [...unused].map(([role, grants]) => [role, grants.map(({ action }) => action).join(', ')]),
          ),
    )}</section>
<section class="sheet"><h2>Used</h2>${live(
      'used',
      html`<details id="used-grants"><summary>${permissions.used().length} grants</summary>${table(
        'Grants used',
        ['Role', 'Action', 'Resource'],
        permissions.used().map(({ roleArn, action, resource }) => [lastPart(roleArn), action, resource]),
      )}</details>`,
    )}</section>`,
  };
}

const refusals = (refused: ReadonlyMap<string, number>): Html =>
  refused.size === 0
    ? nothing('Nothing was refused.')
    : html`<ul>${[...refused].map(([message, times]) => html`<li class="danger">${message}${times > 1 && ` (${times} times)`}</li>`)}</ul>`;
