import { connect } from '../api.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { terminal } from '../terminal.ts';

type JsonOption = ApiOptions & { readonly json?: boolean };

export async function listMail(options: JsonOption): Promise<void> {
  const { items } = await connect(apiSettings(options)).call('listUnmatchedMail');
  terminal(options).result(
    items,
    items.length === 0
      ? ['No mail waits.']
      : items.flatMap(({ id, at, from, subject, text, because }) => [
          `${at.slice(0, 16).replace('T', ' ')}  ${from}: ${subject}  (${because})`,
          ...text
            .split('\n')
            .slice(0, 10)
            .map(line => `    > ${line}`),
          `    npx groundswell mail assign ${id} CAMPAIGN INFLUENCER, or: mail dismiss ${id}`,
        ]),
  );
}

export async function assignMail(
  mailId: string,
  campaignId: string,
  influencerId: string,
  options: JsonOption,
): Promise<void> {
  const api = connect(apiSettings(options));
  const now = await api.call('assignMail', { params: { mailId }, body: { campaignId, influencerId } });
  const held = now.heldForPerson === undefined ? '' : `; waits for a person: ${now.heldForPerson}`;
  terminal(options).result(now, [`It is theirs. The collaboration is ${now.status}${held}.`]);
}

export async function dismissMail(mailId: string, options: JsonOption): Promise<void> {
  await connect(apiSettings(options)).call('dismissMail', { params: { mailId } });
  terminal(options).result({ dismissed: mailId }, ['Dismissed.']);
}
