/** Either the function's ARN or API Gateway's own invocation path around it. */
export const functionArnOf = (uri: string) => uri.match(/functions\/(.+)\/invocations$/)?.[1] ?? uri;
