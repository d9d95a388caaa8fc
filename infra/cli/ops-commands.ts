import { type Command, Option } from 'commander';
import { collaborationStatuses } from '#shared/domain/collaboration.ts';

const decideHelp = `
Decisions, and what each takes:
  answer       --message            write to them, in their thread
  offer        --fee [--message]    offer another fee
  accept       --fee                agree on a fee
  ask-data     [--note]             ask for past work and numbers
  approve-draft  [--message]        their draft is fine: they publish it
  ask-changes  --message            what should be otherwise in their draft
  post         --url                say where their post is
  verify       --note               the post is as agreed: you looked at it
  reject       --because [--message]  the post is not as agreed
  reopen       --because            they declined or did not answer, and may still come
  snooze       --until --because    chase does nothing until then, then goes on
  skip                              leave out the next reminder, only that one
  take-over    [--who] [--because]  nothing automatic is sent until it is handed back
  hand-back                         the machine goes on
  withdraw     --because            end it
  erase        --confirm erase      they want to be forgotten, in every campaign; it can not be taken back

  npx groundswell decide c-7f3 i-21 snooze --until 2026-12-03 --because "exams"`;

/** What people do every day: see what waits for them and what comes next, and decide. */
export function opsCommands(root: Command, remote: (command: Command) => Command): void {
  remote(root.command('attention [id]'))
    .description('what waits for a person, with all that is needed to decide it; without an id, in all campaigns')
    .action(async (id, options) => (await import('./commands/attention.ts')).attention(id, options));
  remote(root.command('resolve <id> <item>'))
    .description('say that an item of a campaign is done')
    .option('--note <text>', 'what was done')
    .action(async (id, item, options) => (await import('./commands/attention.ts')).resolve(id, item, options));
  remote(root.command('collaborations <id>'))
    .description('the collaborations of a campaign, each with what happens next and when')
    .addOption(new Option('--status <status>', 'only those').choices(collaborationStatuses))
    .action(async (id, options) => (await import('./commands/collaborations.ts')).collaborations(id, options));
  remote(root.command('timeline <id> <influencer>'))
    .description('everything that happened in one collaboration, and what comes next')
    .action(async (id, who, options) => (await import('./commands/collaborations.ts')).timeline(id, who, options));
  remote(root.command('decide <id> <influencer> <decision>'))
    .description('decide about one collaboration; --help lists the decisions')
    .option('--fee <amount>', 'in whole units of the currency, such as 9500', Number)
    .option('--message <text>', 'what to write to them')
    .option('--because <text>', 'why')
    .option('--note <text>', 'what you saw, or want to know')
    .option('--until <day>', 'a day such as 2026-12-03, or an instant')
    .option('--url <url>', 'address of the post')
    .option('--who <name>', 'who takes it over')
    .option('--confirm <word>', 'the decision again, where it can not be taken back')
    .addHelpText('after', decideHelp)
    .action(async (id, who, what, options) => (await import('./commands/decide.ts')).decide(id, who, what, options));

  remote(root.command('erase <who>'))
    .description('erase what is held about a person who asks for it: an e-mail address, or the id of an influencer')
    .action(async (who, options) => (await import('./commands/erase.ts')).erase(who, options));
  remote(root.command('erasures'))
    .description('who asked for erasures, when, and how much went')
    .action(async options => (await import('./commands/erase.ts')).erasures(options));

  const mail = root.command('mail').description('mail that belongs to no thread');
  remote(mail.command('list'))
    .description('what nobody has dealt with, newest first')
    .action(async options => (await import('./commands/mail.ts')).listMail(options));
  remote(mail.command('assign <mail> <id> <influencer>'))
    .description('say whose mail it is; it is acted on like any mail of that collaboration')
    .action(async (which, id, who, options) =>
      (await import('./commands/mail.ts')).assignMail(which, id, who, options),
    );
  remote(mail.command('dismiss <mail>'))
    .description('say that it belongs nowhere')
    .action(async (which, options) => (await import('./commands/mail.ts')).dismissMail(which, options));
}
