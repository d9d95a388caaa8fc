import type { CampaignRun } from '#infra/cli/local/campaign-run.ts';
import { routes } from '#shared/contracts/http.ts';
import type { Route } from '#shared/contracts/route.ts';

/** Every route once, with names that nobody has: the gateway may hand each to its function. Answers with the refusals of the gateway. */
export async function knockEverywhere({ cloud, token }: Pick<CampaignRun, 'cloud'> & { readonly token: string }) {
  const refused: string[] = [];
  for (const { method, path } of Object.values<Route>(routes)) {
    const url = cloud.apiUrl + path.replace(/\{\w+\}/g, 'nobody');
    const { status } = await fetch(url, { method, redirect: 'manual', headers: { authorization: `Bearer ${token}` } });
    if (status >= 500) refused.push(`${method} ${path}: ${status}`);
  }
  return refused;
}
