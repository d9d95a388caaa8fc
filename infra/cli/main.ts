import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Pace } from '#infra/local/steerable-clock.ts';
import { scopes } from '#shared/contracts/route.ts';
import { platforms } from '#shared/domain/influencer.ts';
import { CliError, exitCodes, exitCodesHelp } from './exit-codes.ts';
import { opsCommands } from './ops-commands.ts';

/** Commands are loaded when they are called: the CDK and the local cloud take a second that `--help` should not. */
export function program(): Command {
  const root = new Command('groundswell')
    .description('Micro-influencer campaigns: launch one, watch it, decide what waits for a person, read its report.')
    .addHelpText('after', `\n${exitCodesHelp}\n`)
    .showHelpAfterError('Add --help to see how it is used.')
    .exitOverride();

  remote(root.command('launch <file>'))
    .description('launch a campaign from a YAML or JSON file; files that its sources name are uploaded')
    .option('--key <key>', 'Idempotency-Key: the same key launches once, however often it is sent')
    .action(async (file, options) => (await import('./commands/launch.ts')).launch(file, options));
  remote(root.command('forecast [file]'))
    .description('what a campaign may come to, from the same file that launch takes; launches nothing')
    .option('--seed <seed>', 'of the simulation; the campaign itself unless given')
    .option('--assumptions', 'show what it rests on, with sources')
    .option('--calibrate <worlds>', 'instead: how often the intervals hold in as many simulated worlds', wholeNumber)
    .action(async (file, options) => (await import('./commands/forecast.ts')).forecast(file, options));
  remote(root.command('import <file>'))
    .description('upload a list of candidates and show what its columns were taken for and which rows are refused')
    .option('--preview', 'only look: do not print the source for a campaign file')
    .option('--mapping <file>', 'what columns hold (YAML or JSON): {"Konto": "instagram handle", "Notes": "ignore"}')
    .option('--sheet <name>', 'of a workbook')
    .action(async (file, options) => (await import('./commands/import.ts')).importList(file, options));
  remote(root.command('split <campaign> <influencer> <profiles...>'))
    .description('take a wrong merge back: these profiles (instagram:meera, or links) are somebody else')
    .action(async (campaign, influencer, profiles, options) =>
      (await import('./commands/split.ts')).split(campaign, influencer, profiles, options),
    );
  remote(root.command('status [id]'))
    .description('where a campaign stands; without an id, all campaigns')
    .option('--watch', 'look again every two seconds until it has ended')
    .action(async (id, options) => (await import('./commands/status.ts')).status(id, options));
  remote(root.command('why <campaign> <influencer>'))
    .description('why a candidate has their score: its parts, what was found, and what would have changed it')
    .action(async (campaign, influencer, options) =>
      (await import('./commands/why.ts')).why(campaign, influencer, options),
    );
  remote(root.command('approve <id>'))
    .description('approve the shortlist, with changes if you like')
    .option('--add <influencers...>', 'ids of candidates to add')
    .option('--remove <influencers...>', 'ids of candidates to take off')
    .action(async (id, options) => (await import('./commands/approve.ts')).approve(id, options));
  for (const [order, text] of [
    ['pause', 'stop all mail until resumed'],
    ['resume', 'go on after a pause'],
    ['cancel', 'end a campaign now and withdraw what is open'],
  ] as const)
    remote(root.command(`${order} <id>`))
      .description(text)
      .action(async (id, options) => (await import('./commands/cancel.ts')).tell(order, id, options));
  remote(root.command('report <id>'), { json: false })
    .description('the report as of now')
    .addOption(new Option('--format <format>', 'how').choices(['json', 'html', 'csv']).default('json'))
    .option('--out <file>', 'write it there instead of to standard output')
    .action(async (id, options) => (await import('./commands/report.ts')).report(id, options));

  remote(root.command('suppress <file>'))
    .description('never write to these addresses again: a plain list, or a CSV with a column of e-mail addresses')
    .addOption(
      new Option('--because <reason>', 'why')
        .choices(['imported', 'unsubscribe', 'complaint', 'erasure'])
        .default('imported'),
    )
    .action(async (file, options) => (await import('./commands/suppress.ts')).suppress(file, options));

  opsCommands(root, remote);

  const token = root.command('token').description('API tokens');
  remote(token.command('create'))
    .description('create a token; it is shown once')
    .requiredOption('--name <name>', 'what it is for')
    .addOption(new Option('--scope <scopes...>', 'what it may do').choices(scopes).default(['read']))
    .option('--days <days>', 'valid for this many days', wholeNumber, 90)
    .action(async options => (await import('./commands/token.ts')).createToken(options));
  token
    .command('first')
    .description('create the first token of a deployed stack, with the AWS credentials of this shell')
    .requiredOption('--table <name>', 'TableName in the outputs of the data stack')
    .option('--name <name>', 'what it is for', 'first')
    .option('--days <days>', 'valid for this many days', wholeNumber, 90)
    .option('--json', 'print JSON')
    .action(async options => (await import('./commands/token.ts')).createFirstToken(options));
  remote(token.command('revoke <id>'))
    .description('make a token useless')
    .action(async (id, options) => (await import('./commands/token.ts')).revokeToken(id, options));

  root
    .command('followers <lists...>')
    .description('common followers of exported lists: Instagram downloads, tables, handles; worked out on this machine')
    .option('--earlier <lists...>', 'the same lists at an earlier time, in the same order: who came and who left')
    .addOption(
      new Option('--platform <platform>', 'where the handles are from').choices(platforms).default('instagram'),
    )
    .option('--json', 'print JSON')
    .action(async (lists, options) => (await import('./commands/followers.ts')).followers(lists, options));
  root
    .command('demo')
    .description('run a whole campaign against a simulated world on this machine, six weeks in under a minute')
    .option('--campaign <file>', 'your own campaign (YAML or JSON)')
    .option(
      '--candidates <files...>',
      'your own lists: CSV, .xlsx, JSON, JSON Lines, OPML, plain handles or links; their people come alive in the simulation',
    )
    .option('--opml <file>', 'one more list, a blogroll')
    .option('--seed <seed>', 'another seed is another world', '1')
    .option('--people <count>', 'how many candidates the world invents', wholeNumber, 300)
    .option('--clock <pace>', clockHelp, pace, 'fast')
    .option('--out <folder>', 'where reports, e-mails and timelines go', 'groundswell-out')
    .option('--faults <file>', 'a plan of what goes wrong (YAML or JSON)')
    .option('--json', 'print the summary as JSON')
    .action(async options => (await import('./commands/demo.ts')).demo(options));
  root
    .command('start')
    .description('run the whole app on this machine, with its data in .groundswell and a page to look inside')
    .option('--port <port>', 'of the API', wholeNumber, 8787)
    .option('--data <folder>', 'where the data is kept', '.groundswell')
    .option('--clock <pace>', clockHelp, pace, 1)
    .option('--sender-domain <domain>', 'domain that campaigns may send from', 'meadow-botanics.example')
    .option('--faults <file>', 'a plan of what goes wrong (YAML or JSON)')
    .action(async options => (await import('./commands/start.ts')).start(options));
  root
    .command('bench')
    .description('measure time, memory and what AWS would bill; JSON lines on standard output')
    .option('--sizes <counts>', 'numbers of candidates, comma separated', wholeNumbers, [1000, 10_000])
    .option('--no-write', 'leave docs/benchmarks.md as it is')
    .action(async options => (await import('./commands/bench.ts')).bench(options));
  return inherit(root, root);
}

/** Options of every command that talks to an API. */
function remote(command: Command, { json = true } = {}): Command {
  command
    .option('--api <url>', 'address of the API (GROUNDSWELL_API; default: the local cloud of this folder)')
    .option('--token <token>', 'API token (GROUNDSWELL_TOKEN)');
  return json ? command.option('--json', 'print JSON') : command;
}

/** Sub-commands throw instead of exiting, like the root does. */
function inherit(command: Command, root: Command): Command {
  for (const sub of command.commands) inherit(sub.copyInheritedSettings(root).exitOverride(), root);
  return command;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('a whole number is expected');
  return number;
}

const clockHelp =
  'real, fast (from timer to timer), or x60 and the like; pause and step on the page of the local cloud';

function pace(text: string): Pace {
  if (text === 'fast') return text;
  const times = text === 'real' ? 1 : Number(/^x(\d+(?:\.\d+)?)$/.exec(text)?.[1]);
  if (!(times > 0)) throw new InvalidArgumentError('fast, real, or x and a number is expected');
  return times;
}

const wholeNumbers = (text: string): number[] => text.split(',').map(wholeNumber);

/** Runs one command line; answers with the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const json = args.includes('--json');
  try {
    await program().parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.refused.code;
    if (!(error instanceof CliError)) {
      console.error(error);
      return exitCodes.failed.code;
    }
    if (json)
      console.log(
        JSON.stringify({ error: error.message, exit: error.exit, details: error.details, problem: error.data }),
      );
    console.error(error.message);
    for (const line of error.details) console.error(`  ${line}`);
    return exitCodes[error.exit].code;
  }
}
