import type { Construct } from 'constructs';
import type { Stage } from './config.ts';
import type { Variables } from './environment.ts';
import { machineArn } from './names.ts';
import { parameter } from './parameters.ts';
import type { DataStack } from './stacks/data.ts';

/** The value of every variable, as seen from one stack. */
export const variablesIn = (scope: Construct, stage: Stage, data: DataStack, publicUrl: () => string): Variables => ({
  TABLE_NAME: () => data.table.tableName,
  FILES_BUCKET: () => data.files.bucketName,
  MAIL_BUCKET: () => data.mail.bucketName,
  SIGNING_SECRET_ARN: () => data.signingKey.secretArn,
  VAULT_SECRET_ARN: () => data.vaultKey.secretArn,
  PLATFORM_SECRET_ARN: () => data.platformSecret.secretArn,
  SHOP_SECRET_ARN: () => data.shopSecret.secretArn,
  CONFIGURATION_SET: () => data.identity.configurationSet.configurationSetName,
  CAMPAIGN_MACHINE_ARN: () => machineArn(scope, stage.name, 'campaign'),
  PUBLIC_URL: publicUrl,
  REPLY_MODEL: () => stage.replyModel ?? '',
  SENDER_DOMAIN: () => parameter(scope, 'SenderDomain'),
  REPLY_DOMAIN: () => parameter(scope, 'ReplyDomain'),
  INSTAGRAM_URL: () => parameter(scope, 'InstagramUrl'),
  YOUTUBE_URL: () => parameter(scope, 'YouTubeUrl'),
  TIKTOK_URL: () => parameter(scope, 'TikTokUrl'),
  TIKTOK_AUTH_URL: () => parameter(scope, 'TikTokAuthUrl'),
  TIKTOK_CLIENT_KEY: () => parameter(scope, 'TikTokClientKey'),
  HYPEAUDITOR_URL: () => parameter(scope, 'HypeAuditorUrl'),
  MODASH_URL: () => parameter(scope, 'ModashUrl'),
  SHOPIFY_URL: () => parameter(scope, 'ShopifyUrl'),
  ALLOWED_PRIVATE_HOSTS: () => parameter(scope, 'AllowedPrivateHosts'),
});
