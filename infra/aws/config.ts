/** What differs between the stages by decision of this house. What differs per deployment is a parameter: see parameters.ts. */
export interface Stage {
  readonly name: StageName;
  /** Absent: wherever the credentials point. */
  readonly account?: string;
  readonly region?: string;
  /** Whether table, buckets and secrets outlive their stack. */
  readonly keepsData: boolean;
  readonly logDays: 7 | 30 | 365;
  /** Raw mail is personal data: the parsed thread stays, the original goes. */
  readonly rawMailDays: number;
  /** Requests per second over all routes, and how many may come at once. */
  /** Id of a Bedrock model or inference profile that suggests how unclear replies may be read. Absent: no mail leaves the account's rules. */
  readonly replyModel?: string;
  readonly throttle: { readonly rate: number; readonly burst: number };
}

export const stageNames = ['dev', 'prod', 'local'] as const;
export type StageName = (typeof stageNames)[number];

export function stageOf(name: string, environment: Readonly<Record<string, string | undefined>> = process.env): Stage {
  const { CDK_DEFAULT_ACCOUNT: account, CDK_DEFAULT_REGION: region, GROUNDSWELL_REPLY_MODEL: replyModel } = environment;
  const place = { ...(account && { account }), ...(region && { region }), ...(replyModel && { replyModel }) };
  const throttle = { rate: 100, burst: 200 };
  const stages: Readonly<Record<StageName, Stage>> = {
    dev: { name: 'dev', ...place, keepsData: false, logDays: 7, rawMailDays: 30, throttle },
    // SES receives mail in a few regions only; eu-west-1 is one of them and keeps the data of European influencers in the EU.
    prod: {
      name: 'prod',
      ...place,
      region: region ?? 'eu-west-1',
      keepsData: true,
      logDays: 365,
      rawMailDays: 400,
      throttle: { rate: 500, burst: 1000 },
    },
    // No account and no region: one assembly runs on any machine. Thousands of simulated people click within a second.
    local: { name: 'local', keepsData: false, logDays: 7, rawMailDays: 30, throttle: { rate: 10_000, burst: 5000 } },
  };
  const stage = Object.hasOwn(stages, name) ? stages[name as StageName] : undefined;
  if (!stage) throw new Error(`There is no stage "${name}": use one of ${stageNames.join(', ')}.`);
  return stage;
}
