/**
 * Makes `Date` show the cloud's time in this thread, so that libraries which look at the clock (request signing, token
 * expiry, log lines) agree with it. Time runs on from the moment set, at its real pace.
 */
export function showCloudTime(): (nowMs: number) => void {
  const RealDate = Date;
  let offsetMs = 0;
  const now = () => Math.floor(RealDate.now() + offsetMs);
  class CloudDate extends RealDate {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [now()] : given) as [number]));
    }
    static override now(): number {
      return now();
    }
  }
  // Called without `new`, Date answers with text; a class cannot be called, so a proxy does it.
  globalThis.Date = new Proxy(CloudDate, { apply: () => new CloudDate().toString() }) as unknown as DateConstructor;
  return nowMs => {
    offsetMs = nowMs - RealDate.now();
  };
}
