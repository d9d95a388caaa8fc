interface ProbeEvent {
  do?: 'echo' | 'environment' | 'throw' | 'exit' | 'sleep' | 'time' | 'large' | 'log' | 'context';
  ms?: number;
}

interface Context {
  functionName: string;
  getRemainingTimeInMillis(): number;
}

class OutOfCheese extends Error {
  override name = 'OutOfCheese';
}

/** Does what the test asks of a Lambda function, the bad things included. */
export async function handler(event: ProbeEvent, context: Context): Promise<unknown> {
  switch (event.do) {
    case 'environment':
      return { ...process.env };
    case 'throw':
      throw new OutOfCheese('no cheddar left');
    case 'exit':
      return process.exit(3);
    case 'sleep':
      return new Promise(resolve => setTimeout(() => resolve('slept'), event.ms));
    case 'time':
      return { now: Date.now(), iso: new Date().toISOString() };
    case 'large':
      return 'x'.repeat(7_000_000);
    case 'log':
      console.log('a line of log');
      return null;
    case 'context':
      return { functionName: context.functionName, remaining: context.getRemainingTimeInMillis() };
    default:
      return event;
  }
}
