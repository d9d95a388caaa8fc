/** One line of JSON per event. Never addresses, names or message texts: ids are enough to find those. */
type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

export const log = {
  info: (message: string, fields: Fields = {}) => console.info(JSON.stringify({ level: 'INFO', message, ...fields })),
  error: (message: string, error: unknown, fields: Fields = {}) =>
    console.error(
      JSON.stringify({
        level: 'ERROR',
        message,
        ...fields,
        error: error instanceof Error ? error.name : 'unknown',
        detail: error instanceof Error ? error.message : String(error),
        stack: error instanceof Error ? error.stack : undefined,
      }),
    ),
};
