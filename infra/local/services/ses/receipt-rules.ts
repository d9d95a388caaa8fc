import * as z from 'zod';
import type { Resource, ResourceCatalog } from '../../assembly/resource.ts';

const actionSchema = z.union([
  z.object({
    S3Action: z.object({
      BucketName: z.string(),
      ObjectKeyPrefix: z.string().default(''),
      TopicArn: z.string().optional(),
    }),
  }),
  z.object({
    LambdaAction: z.object({
      FunctionArn: z.string(),
      InvocationType: z.enum(['Event', 'RequestResponse']).default('Event'),
    }),
  }),
  z.object({ StopAction: z.object({ Scope: z.literal('RuleSet') }) }),
]);

const ruleSchema = z.object({
  RuleSetName: z.string(),
  After: z.string().optional(),
  Rule: z.object({
    Enabled: z.boolean().default(false),
    Recipients: z.array(z.string()).default([]),
    Actions: z.array(actionSchema).default([]),
  }),
});

export type ReceiptAction = z.infer<typeof actionSchema>;

export interface ReceiptRule {
  readonly name: string;
  readonly ruleSet: string;
  readonly recipients: readonly string[];
  readonly actions: readonly ReceiptAction[];
}

/** The enabled rules, each set in the order that `After` gives. */
export function receiptRules(catalog: ResourceCatalog): ReceiptRule[] {
  const parsed = catalog
    .ofType('AWS::SES::ReceiptRule')
    .map(resource => ({ name: resource.ref, ...checked(resource) }));
  const ordered: typeof parsed = [];
  // A rule without `After` goes to the front of its set; the others right behind the one they name.
  for (const rule of parsed.filter(one => one.After === undefined)) ordered.unshift(rule);
  for (let rest = parsed.filter(one => one.After !== undefined); rest.length > 0; ) {
    const placeable = rest.filter(rule => ordered.some(one => one.name === rule.After));
    if (placeable.length === 0)
      throw new Error(`Receipt rules name no rule to come after: ${rest.map(rule => rule.name)}`);
    for (const rule of placeable) ordered.splice(ordered.findIndex(one => one.name === rule.After) + 1, 0, rule);
    rest = rest.filter(rule => !placeable.includes(rule));
  }
  return ordered
    .filter(({ Rule }) => Rule.Enabled)
    .map(({ name, RuleSetName, Rule }) => ({
      name,
      ruleSet: RuleSetName,
      recipients: Rule.Recipients,
      actions: Rule.Actions,
    }));
}

function checked(resource: Resource): z.infer<typeof ruleSchema> {
  const parsed = ruleSchema.safeParse(resource.properties);
  if (!parsed.success)
    throw new Error(`${resource.logicalId}: the local SES cannot run this receipt rule. ${parsed.error.message}`);
  return parsed.data;
}

/** `a@b.example` takes `a+label@b.example` too; `b.example` all its addresses; `.b.example` those of its subdomains. */
export function matchesRecipient(condition: string, recipient: string): boolean {
  const wanted = condition.toLowerCase();
  const [local = '', domain = ''] = recipient.toLowerCase().split(/@(?=[^@]*$)/);
  if (wanted.startsWith('.')) return domain.endsWith(wanted);
  if (!wanted.includes('@')) return domain === wanted;
  return wanted === `${local}@${domain}` || wanted === `${local.split('+')[0]}@${domain}`;
}

export const matchedBy = (rule: ReceiptRule, recipients: readonly string[]) =>
  recipients.filter(
    recipient =>
      rule.recipients.length === 0 || rule.recipients.some(condition => matchesRecipient(condition, recipient)),
  );
