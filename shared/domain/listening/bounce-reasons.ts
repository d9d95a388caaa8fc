/** Why a mail came back. Only where the mailbox or its host is gone may nobody write there again. */
export interface BounceReason {
  readonly reason: string;
  readonly hard: boolean;
}

const soft = (reason: string): BounceReason => ({ reason, hard: false });
const hard = (reason: string): BounceReason => ({ reason, hard: true });

const phrases = (...alternatives: readonly string[]): RegExp => new RegExp(alternatives.join('|'), 'iu');

// The words of mail servers, most telling first: "mailbox full" beside "user unknown" means full, and a complaint about
// our own sender address says nothing about the recipient's.
const REASONS: readonly (readonly [BounceReason, RegExp])[] = [
  [
    soft('mailbox-full'),
    phrases(
      '(?:mailbox|inbox|mail ?box|mail ?folder|account|user|maildrop|disk)\\b.{0,40}\\b(?:full|over ?quota|(?:over|exceeds?|exceeded|exceeding)\\b.{0,25}(?:quota|limit|storage|size|space|allocation))',
      'over ?quota|quota (?:is )?(?:exceeded|exceeds|violation|reached|overdrawn)|out of (?:storage|disk|email) ?space?',
      '(?:not enough|insufficient|no) (?:storage|disk|mailbox|free) ?space|storage (?:quota|allocation)',
      'mailbox .{0,30}too (?:large|big)|mail ?box .{0,20}exceed|disk quota',
      'postfach.{0,30}voll|boîte.{0,30}pleine|buzón.{0,20}lleno|casella.{0,30}piena|caixa.{0,30}cheia|skrzynka.{0,30}pełna|переполнен',
      'メールボックス.{0,40}(?:一杯|いっぱい|容量)|容量.{0,20}(?:超|オーバー)|邮箱.{0,8}满',
    ),
  ],
  // The program that files mail on the receiving side failed; the address is fine.
  [
    soft('system'),
    phrases(
      "procmail:|command (?:died|failed|output)|(?:could ?n[o’']t|can ?n[o’']t|failed to) (?:create|open|read|write|lock)|no such file|permission denied|read-only file|pipe to \\|",
      '(?:not found|lookup failed),? try again',
    ),
  ],
  [
    soft('message-too-big'),
    phrases(
      '(?:message|mail|e-?mail|attachment)s?\\b.{0,20}\\btoo (?:big|large|long)|(?:message|mail) size|size limit|exceeds? .{0,30}(?:maximum|size)',
      'SizeLimit|file too (?:big|large)',
    ),
  ],
  [
    soft('sender-refused'),
    phrases(
      'sender (?:address|domain|verify|verification|is|was|denied)|(?:unroutable|unknown|invalid|bad) sender|sending (?:domain|ip)|domain of sender',
      'not (?:a )?(?:member|subscribe[rd])|permission to (?:post|send)|only (?:members|subscribers)|MAIL FROM:?<[^>]*>[^\\n]{0,30}(?:reject|denied|refus)',
    ),
  ],
  [
    hard('moved'),
    phrases('(?:user|account|recipient|mailbox|address) (?:has )?(?:moved|changed)|no longer (?:with|works)|hasmoved'),
  ],
  [
    soft('suspended'),
    phrases(
      '(?:account|mailbox|user|recipient|address|domain)\\b.{0,40}\\b(?:disabled|suspended|inactive|locked|deactivated|expired|frozen|restricted|on hold|dormant)',
      'address no longer accepts|(?:temporarily|currently) (?:disabled|suspended|unavailable)|on hold\\b',
    ),
  ],
  [
    hard('host-unknown'),
    phrases(
      "(?:host|domain|name|server|exchanger)\\b(?:(?!said|user|recipient|mailbox).){0,60}\\b(?:not found|not known|unknown|does ?n[o’']t exist|can ?not be found|no such|could not be resolved|unrouteable|not reachable|lookup fail(?:ed|ure)(?! temporar))",
      'no such (?:domain|host)|no mx record|malformed or unexpected name server|unknown (?:host|domain)|unrout(?:e)?able (?:mail )?domain|(?:name server|nameserver|DNS)[^\\n]{0,30}not found|NXDOMAIN',
      '(?<![<\\w.-])[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8} does not exist|bad destination (?:host|system)|illegal host|Name or service not known',
    ),
  ],
  [
    hard('does-not-accept'),
    phrases(
      'does not accept (?:mail|e-?mail|any)|not accepting (?:network )?messages|null ?MX|accepts no mail|(?:domain|host).{0,40}never accepts|SMTP service not (?:available|offered) here',
      'no (?:MX found|SMTP service)|indicated no SMTP|MX (?:record )?.{0,20}(?:loops? back|points? to (?:myself|localhost))',
    ),
  ],
  [
    hard('user-unknown'),
    phrases(
      "(?:user|recipient|mailbox|mail ?box|account|e-?mail|address|alias|member|person|customer|destinataire|local part)(?:\\(s\\))?\\b.{0,60}\\b(?:unknown|not (?:found|known|exist|valid|listed|recognized|defined|registered|our customer|handled)|isn[’']t (?:valid|known)|does ?n[o’']t exist|do not exist|does not have|no longer (?:exists?|available|valid|in use)|invalid|invalide|inexistente?|unavailable|unrecognized|non-?existent|undefined|terminated|not available|could(?: not|n[’']t) be found)",
      '(?:unknown|invalid|unrecognized|undefined|nonexistent|non-existent|no valid|no such|not a known|not a valid|bad destination|illegal|unrouteable) (?:(?:local|e-?mail|smtp|or illegal|virtual|mail|destination|final delivery) )?(?:user|recipient|address|mailbox|mail ?box|alias|account|person|member|part|destinatario|deliver)',
      'no (?:mailbox|account|user|recipient|one)\\b.{0,20}\\b(?:here|by that name|with|such|for)|no such (?:recipient|user)|nosuchuser|unknown or illegal alias|inactive e-?mail address',
      "does ?n[o’']t have an? .{0,60}account|account .{0,20}(?:has been )?(?:deleted|closed|cancell?ed)|RecipNotFound|RecipientNotFound|RESOLVER\\.ADR|ObjectNotFound|(?:wasn[’']t|was not|couldn[’']t be|could not be|not) found (?:at|by|in|on)|not found by SMTP address lookup",
      'recipient (?:address )?rejected: (?:access denied|user unknown|undeliverable|unverified)|address rejected[^\\n]{0,10}$|delivery to (?:this|the) (?:address|user) (?:is )?(?:not possible|impossible)|is not (?:one of our|a user|an active)|wrong e-?mail address|undeliverable address',
      "(?:empfänger|benutzer|postfach|adresse|e-?mail)\\b.{0,40}(?:unbekannt|existiert nicht|nicht gefunden|ungültig)|(?:destinataire|adresse|utilisateur|boîte)\\b.{0,40}(?:inconnu|inexistant|n[’']existe pas|invalide|introuvable)",
      '(?:usuario|destinatario|buzón|dirección)\\b.{0,40}(?:desconocid|no existe|inexistente|no encontrad)|(?:usuário|destinatário|endereço|caixa)\\b.{0,40}(?:desconhecid|não existe|inexistente|não encontrad)|(?:utente|destinatario|casella|indirizzo)\\b.{0,40}(?:sconosciut|non esiste|inesistente)',
      '(?:gebruiker|geadresseerde|adres)\\b.{0,40}(?:onbekend|bestaat niet)|(?:użytkownik|adresat|adres|skrzynka)\\b.{0,40}(?:nieznany|nie istnieje)|(?:пользовател|адрес|получател|ящик)\\S*.{0,40}(?:не существует|не найден|неизвест)',
      '(?:ユーザー?|アドレス|宛先|メールボックス).{0,40}(?:存在し|見つか|不明|ありません)|リストにありません|宛先不明|(?:用户|收件人|地址|邮箱).{0,12}(?:不存在|未知)|无此用户',
    ),
  ],
  [
    soft('expired'),
    phrases(
      'retry (?:time ?out|timeout) exceeded|(?:delivery|message|queue)\\b.{0,30}\\b(?:time(?:d)?[ -]?out|expired|delayed|deferred)|could not deliver .{0,30}(?:seconds|hours|days)|giving up|too (?:old|long)\\b|has been delayed|not yet been delivered|still being retried|will be retried|cannot send message (?:for|within)',
    ),
  ],
  [
    soft('network'),
    phrases(
      'connection (?:timed out|refused|reset|lost|dropped|failed|closed)|time[d ]*out|unreachable|hop count|too many hops|routing loop|mail loop|loops? back|no route|could not connect|cannot connect|unable to connect|host .{0,40}(?:lookup|try again)|temporary (?:lookup|failure)',
    ),
  ],
  [
    soft('refused'),
    phrases(
      'spam|block|blacklist|black ?list|dnsbl|\\brbl\\b|reputation|reverse dns|\\bptr\\b|dmarc|\\bspf\\b|dkim|policy|policies|authori[sz]|authentic|access denied|relay|grey ?list|too many|rate|limit|virus|malware|banned|suspicious|content|not rfc|compliant|tls|encrypt|denied|refused|prohibited|not allowed|rejected|security|unsolicited|abuse|throttl|filter',
    ),
  ],
];

// Addresses may be called anything ("this-user-does-not-exist@…"), and gateways wrap the true answer in words of their own.
const NOISE = /[^\s<>"'()[\],;:]+@[^\s<>"'()[\],;:]+|5\.1\.0 - unknown address error/gi;

/** What the server had been told when it refused. */
export type Stage = 'sender' | 'recipient' | 'content';

// "(in reply to RCPT TO command)", "after RCPT TO:<…>", and in a transcript the command that a "<<< 550" answers.
const asked = (command: string): RegExp =>
  new RegExp(
    `(?:in (?:reply|response) to|after|on|progress was)\\s+(?:the\\s+)?(?:${command})|\\[(?:${command})|>>> ?(?:${command})[^\\n]*\\n\\s*<<< ?[45]|smtp command\\s*\\n\\s*(?:${command})`,
    'i',
  );
const STAGES: readonly (readonly [Stage, RegExp])[] = [
  ['recipient', new RegExp(`${asked('RCPT').source}|does not like recipient|did not like our RCPT`, 'i')],
  ['sender', asked('MAIL FROM')],
  ['content', asked('(?:end of )?DATA\\b')],
];

export const stageIn = (text: string): Stage | undefined => STAGES.find(([, words]) => words.test(text))?.[0];

// Filters say "User unknown" about mail that they do not want. It is not believed where the content was refused and not the recipient,
// nor where it comes without an address; a code for addresses makes it true.
const BARE_UNKNOWN = /user unknown|unknown user|no such user/i;
const ADDRESS_CODE = /(?<![\d.])[45]\.(?:1\.[0-6]|2\.1)(?![\d.])/;

export interface Circumstances {
  /** The code beside the words. */
  readonly status?: string;
  readonly stage?: Stage | undefined;
}

/** What the words of a server, or of the person who set it up, mean; undefined when they say nothing known. */
export function reasonInWords(text: string, { status = '', stage }: Circumstances = {}): BounceReason | undefined {
  const words = text.replace(NOISE, '<>');
  const found = REASONS.find(([, known]) => known.test(words))?.[0];
  if (!found?.hard) return found;
  const refused = stageIn(text) ?? stage;
  if (refused === 'sender') return soft('sender-refused');
  const doubtful =
    found.reason === 'user-unknown' && BARE_UNKNOWN.test(words) && !ADDRESS_CODE.test(`${text} ${status}`);
  if (!doubtful || refused === 'recipient') return found;
  return refused === 'content' || !words.includes('<>') ? soft('filtered') : found;
}

// Enhanced status codes (RFC 3463) that name the address or its host; everything else is somebody's rule or a full box.
const HARD_STATUS = /^5\.(?:1\.(?:0|1|2|3|6|10)|4\.4|7\.27)$/;

// "Other mailbox status": the mailbox exists and its owner filters, whatever the sentence beside it says.
const SOFT_STATUS = /^(?:4\.\d+\.\d+|5\.2\.0)$/;

/** The reason by code where the words are missing; `statusSaysSoft` where the code outweighs them. */
export const reasonInStatus = (status: string): BounceReason =>
  HARD_STATUS.test(status) ? hard('address-refused') : soft(status ? 'refused' : 'unknown');
export const statusSaysSoft = (status: string): boolean => SOFT_STATUS.test(status);

/** The first enhanced status code of a text. */
export const statusIn = (text: string): string => /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.]\d)/.exec(text)?.[0] ?? '';
