/** How far the app has used up its calls, as Meta's response headers say. */
export interface GraphUsage {
  /** The highest of all percentages, 0 to 100 and above. */
  readonly percent: number;
  /** Minutes until calls are allowed again, where Meta says so. */
  readonly regainMinutes: number;
}

const minutesField = 'estimated_time_to_regain_access';

/** Both headers are JSON in a string, and absent until enough calls were made. */
export function usageOf(headers: Headers): GraphUsage {
  const numbers = [...fields(headers.get('x-app-usage')), ...fields(headers.get('x-business-use-case-usage'))];
  const highest = (wanted: (name: string) => boolean) =>
    Math.max(0, ...numbers.filter(([name]) => wanted(name)).map(([, value]) => value));
  return {
    percent: highest(name => name !== minutesField),
    regainMinutes: highest(name => name === minutesField),
  };
}

/** Every named number at any depth: the two headers nest differently. */
function fields(json: string | null): [string, number][] {
  if (json === null || json.length > 20_000) return [];
  const found: [string, number][] = [];
  try {
    JSON.parse(json, (name, value) => {
      if (typeof value === 'number' && Number.isFinite(value)) found.push([name, value]);
      return value;
    });
  } catch {
    return [];
  }
  return found;
}
