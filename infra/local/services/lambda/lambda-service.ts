import { AwsError, type AwsRequest, type AwsResponse, type AwsService, asAwsError } from '../aws-protocol.ts';
import type { Lambda } from './lambda.ts';

export interface LambdaApi {
  readonly lambda: Lambda;
  invokeAsync(functionArn: string, payload: string): void;
  authorize(request: AwsRequest, action: string, resource: string): void;
}

/** The Invoke operation of the Lambda API. */
export function lambdaService({ lambda, invokeAsync, authorize }: LambdaApi): AwsService {
  return async request => {
    try {
      const [, encoded] = request.path.match(/^\/2015-03-31\/functions\/([^/]+)\/invocations$/) ?? [];
      if (!encoded || request.method !== 'POST')
        throw new AwsError('UnknownOperationException', 'Only Invoke runs here.', 404);
      const name = decodeURIComponent(encoded);
      const config = lambda.find(name);
      if (!config) throw new AwsError('ResourceNotFoundException', `Function not found: ${name}`, 404);
      authorize(request, 'lambda:InvokeFunction', config.arn);
      return await invoke(request, config.arn);
    } catch (error) {
      const { code, message, status } = asAwsError(error);
      return {
        status,
        headers: { 'x-amzn-errortype': code },
        body: JSON.stringify({ Type: 'User', message, Message: message }),
      };
    }
  };

  async function invoke(request: AwsRequest, functionArn: string): Promise<AwsResponse> {
    const payload = request.body.toString() || '{}';
    const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
    if (type === 'DryRun') return { status: 204 };
    if (type === 'Event') {
      invokeAsync(functionArn, payload);
      return { status: 202 };
    }
    const result = await lambda.invoke(functionArn, payload);
    const headers = {
      'content-type': 'application/json',
      'x-amz-executed-version': '$LATEST',
      'x-amzn-requestid': result.requestId,
      ...(result.functionError ? { 'x-amz-function-error': result.functionError } : {}),
      ...(request.headers['x-amz-log-type'] === 'Tail' ? { 'x-amz-log-result': tail(result.logs) } : {}),
    };
    return { status: 200, headers, body: result.payload };
  }
}

/** Lambda gives back the last 4 KB. */
const tail = (logs: string) => Buffer.from(logs).subarray(-4096).toString('base64');
