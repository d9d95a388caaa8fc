import { checkTypes, checkValidations, createStore, meterIndexes, operations, rememberTables } from './dynalite.ts';

export interface StoreResponse {
  readonly status: number;
  readonly body: string;
}

/** An answer that has not been written down yet. */
export interface StoreAnswer {
  readonly status: number;
  readonly answer: Readonly<Record<string, unknown>>;
}

export interface TableStore {
  /** One DynamoDB API call. Whoever asks leaves the input to the store. */
  run(operation: string, input: object): Promise<StoreAnswer>;
  /** The same in JSON text. */
  call(operation: string, body: string): Promise<StoreResponse>;
  close(): Promise<void>;
}

/**
 * dynalite without its HTTP server: what its request listener does once a request has been read. That saves an HTTP hop with its
 * checksums, and leaves request and answer as values, free to be metered.
 */
export function openDynalite(
  path: string | undefined,
  onIndexWrite: (table: string, units: number) => void,
): TableStore {
  const instant = { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 };
  const store = createStore(path === undefined ? instant : { ...instant, path });
  meterIndexes(store, onIndexWrite);
  rememberTables(store);

  const run: TableStore['run'] = async (name, input) => {
    const operation = operations.get(name);
    if (!operation) return refusal('UnknownOperationException');
    const { types, custom, act } = operation;
    try {
      const typed = checkTypes(input, types);
      checkValidations(typed, types, custom, store);
      const answer = await new Promise<StoreAnswer['answer']>((resolve, reject) => {
        act(store, typed, (error, value) => (error ? reject(error) : resolve(value)));
      });
      return { status: 200, answer };
    } catch (error) {
      const { statusCode: status, body: answer } = error as { statusCode?: number; body?: StoreAnswer['answer'] };
      if (status === undefined || answer === undefined) throw error;
      return { status, answer };
    }
  };

  return {
    run,
    async call(name, body) {
      const input = parsed(body);
      const { status, answer } = input ? await run(name, input) : refusal('SerializationException');
      return { status, body: JSON.stringify(answer) };
    },
    close: () => new Promise((resolve, reject) => store.db.close(error => (error ? reject(error) : resolve()))),
  };
}

const refusal = (code: string): StoreAnswer => ({
  status: 400,
  answer: { __type: `com.amazon.coral.service#${code}` },
});

function parsed(body: string): object | undefined {
  try {
    return JSON.parse(body) as object;
  } catch {
    return undefined;
  }
}
