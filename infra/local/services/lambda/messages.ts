/** What passes between the cloud and one sandbox (a worker thread). */
export interface SandboxData {
  readonly directory: string;
  /** `file.export`, as in the template. */
  readonly handler: string;
  /** `fast`: the thread's clock shows the cloud's time. */
  readonly clockMode: 'real' | 'fast';
}

export interface InvokeMessage {
  readonly requestId: string;
  readonly event: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly cloudTimeMs: number;
}

export interface LambdaFailure {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

export type SandboxMessage =
  | { readonly kind: 'ready'; readonly importMs: number }
  | { readonly kind: 'broken'; readonly failure: LambdaFailure }
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'result'; readonly requestId: string; readonly payload: string }
  | { readonly kind: 'failure'; readonly requestId: string; readonly failure: LambdaFailure };
