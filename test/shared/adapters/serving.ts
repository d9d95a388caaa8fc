/** A `fetch` that answers from a function and keeps what was asked. */
export function serving(answer: (url: URL, init: RequestInit, number: number) => Response | Promise<Response>) {
  const asked: { url: URL; init: RequestInit }[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = new URL(String(input));
    asked.push({ url, init });
    return answer(url, init, asked.length - 1);
  };
  return { fetch, asked };
}
