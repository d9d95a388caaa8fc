import { CfnParameter, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * What differs per deployment. CloudFormation parameters and not context, so that one template serves every deployment: AWS gets
 * values by `npm run deploy -- --parameters Name=value`, the local cloud gives its own.
 */
const parameters = {
  SenderDomain: {
    description: 'Domain that mail is sent from. SES verifies it by the DKIM records in the outputs.',
    default: 'groundswell.example',
    allowedPattern: '[a-z0-9.-]+',
  },
  ReplyDomain: {
    description: 'Domain that answers come to. Below SenderDomain, with an MX record to SES.',
    default: 'reply.groundswell.example',
    allowedPattern: '[a-z0-9.-]+',
  },
  PublicUrl: {
    description:
      'Address of your own domain in front of the API, without a slash at the end. Empty: the API has its own.',
    default: '',
    allowedPattern: '(https?://.*[^/])?',
  },
  InstagramUrl: {
    description: 'Base address of the Instagram Graph API.',
    default: 'https://graph.facebook.com/v26.0',
    allowedPattern: 'https?://.+',
  },
  YouTubeUrl: {
    description: 'Base address of the YouTube Data API.',
    default: 'https://www.googleapis.com/youtube/v3',
    allowedPattern: 'https?://.+',
  },
  TikTokUrl: {
    description: 'Base address of the TikTok Display API.',
    default: 'https://open.tiktokapis.com',
    allowedPattern: 'https?://.+',
  },
  TikTokAuthUrl: {
    description: 'Where TikTok asks influencers for their consent.',
    default: 'https://www.tiktok.com/v2/auth/authorize/',
    allowedPattern: 'https?://.+',
  },
  TikTokClientKey: {
    description:
      'Client key of your app at TikTok; its secret goes into the platform secret. Empty: nobody is asked to connect.',
    default: '',
    allowedPattern: '[A-Za-z0-9_-]*',
  },
  HypeAuditorUrl: {
    description: 'Base address of the HypeAuditor API.',
    default: 'https://hypeauditor.com/api/method',
    allowedPattern: 'https?://.+',
  },
  ModashUrl: {
    description: 'Base address of the Modash API.',
    default: 'https://api.modash.io/v1',
    allowedPattern: 'https?://.+',
  },
  ShopifyUrl: {
    description: 'Address of the Shopify Admin API; {shop} stands for the domain of the shop.',
    default: 'https://{shop}/admin/api/2026-07/graphql.json',
    allowedPattern: 'https?://.+',
  },
  AllowedPrivateHosts: {
    description: 'Hosts that may be fetched although their addresses are private, comma separated. Leave empty on AWS.',
    default: '',
    allowedPattern: '[A-Za-z0-9.:,-]*',
  },
  AlarmEmail: {
    description: 'Who gets the alarms. Empty: nobody is subscribed.',
    default: '',
    allowedPattern: '([^@ ]+@[^@ ]+)?',
  },
} as const;

export type ParameterName = keyof typeof parameters;

/** The parameter of this stack, made when it is first asked for. Stacks share names, so one given value reaches all of them. */
export function parameter(scope: Construct, name: ParameterName): string {
  const stack = Stack.of(scope);
  const existing = stack.node.tryFindChild(name);
  const made = existing instanceof CfnParameter ? existing : new CfnParameter(stack, name, parameters[name]);
  return made.valueAsString;
}
