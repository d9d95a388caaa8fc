/** Running workflows. */
export interface Workflows {
  /** Starting the same name again is the same execution. */
  startCampaign(campaignId: string): Promise<string>;
  stop(executionArn: string, because: string): Promise<void>;
}

export interface WaitCompleter {
  /** Answers `gone` where nobody waits for the token any more. */
  complete(taskToken: string, output: unknown): Promise<'done' | 'gone'>;
}
