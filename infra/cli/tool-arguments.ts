import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What a tool was given on its command line. `--help` says how it is used, and so does a word that it does not know. */
export function toolArguments<const T extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: T,
  { allowPositionals = false } = {},
) {
  if (process.argv.some(word => word === '--help' || word === '-h')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ allowPositionals, options });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return misused(`${error.message.split('. To specify')[0]}.`, usage);
  }
}

export function misused(because: string, usage: string): never {
  console.error(`${because}\n\n${usage}`);
  process.exit(2);
}
