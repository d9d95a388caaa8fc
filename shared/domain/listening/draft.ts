import { isPostLink } from './links.ts';
import { sentencesOf } from './sentences.ts';

/** What somebody who was asked for a draft hands in by mail. */
export interface DraftInMail {
  readonly link?: string;
  /** They say that it is the draft; a link alone may be anything. */
  readonly isSaid: boolean;
}

const DRAFT =
  /(?<!\p{L})(?:drafts?|(?:rough|first|final|raw) (?:cut|edit|version|video|reel)|(?:new|revised|updated|edited|changed|corrected) (?:version|cut|edit|video|reel|script|caption)|previews?|storyboard|script|video file)(?!\p{L})|ड्राफ़्ट|ड्राफ्ट|प्रीव्यू/u;
/** Said of something that comes with this mail. */
const HANDED_OVER =
  /(?<!\p{L})(?:here(?:'s| is| are| you go|,? find)?|attach(?:ed|ing|ment)|enclosed|below|shar(?:ed|ing)|sent|sending|find|pfa|pfb|this is|these are|have a look|take a look|let me know|check|review|uploaded|ready|ye(?:h)? (?:raha|rahi|rha|rhi|lijiye|hai)|bhej (?:raha|rahi|rha|rhi|diya|di|dia)|dekh (?:lo|lijiye|lena|lijiyega))(?!\p{L})|यह रह|ये रह|भेज रह|भेज दि|संलग्न|देख ली|देखि/u;
const NAMED = /(?<!\p{L})(?:draft|script|caption|preview|ड्राफ़्ट|ड्राफ्ट)\s*(?:v\d+|\d+)?\s*[:–—-]/u;
/** Said of something that is still to come, or is not there. */
const TO_COME =
  /(?<!\p{L})(?:will|shall|'ll|won't|can't|cannot|going to|gonna|plan to|trying to|would|tomorrow|tonight|next week|later|soon|yet|not|haven't|hasn't|didn't|don't|still|need|by (?:mon|tue|wed|thu|fri|sat|sun|\d)|kal|bhejung[ai]|bhejenge|bhej dung[ai]|karung[ai]|nahi)(?!\p{L})|भेजूँग|भेजूंग|भेजेंगे|नहीं|(?<!\p{L})कल(?!\p{L})/u;
const ATTACHED = /(?<!\p{L})(?:attach\w*|enclosed|pfa)(?!\p{L})|संलग्न/u;
const PUBLISHED =
  /(?<!\p{L})(?:posted|published|(?:is|are|it's|its|went|gone|goes|now) (?:now )?(?:live|up|out|public)|post kar di|daal di)|पोस्ट कर दि|प्रकाशित कर दि/u;
/** Where people keep what is not public yet. */
const SHARED =
  /(?:drive|docs|photos)\.google\.com|photos\.app\.goo\.gl|dropbox\.com|wetransfer\.com|we\.tl|icloud\.com|onedrive|1drv\.ms|sharepoint\.com|frame\.io|vimeo\.com|loom\.com|canva\.com|box\.com|mega\.nz|notion\./i;

/** Asked only of whoever owes us a draft; a person looks at whatever it finds, so a link alone is enough. */
export function draftIn(text: string, links: readonly string[], hasAttachments: boolean): DraftInMail | undefined {
  const sentences = sentencesOf(text);
  const isSaid = sentences.some(
    ({ words, isQuestion }) =>
      DRAFT.test(words) &&
      (HANDED_OVER.test(words) || NAMED.test(words)) &&
      !TO_COME.test(words) &&
      (!isQuestion || links.length > 0),
  );
  const isEnclosed = hasAttachments && sentences.some(({ words }) => ATTACHED.test(words) && !TO_COME.test(words));
  const isLive = links.some(isPostLink) && sentences.some(({ words }) => PUBLISHED.test(words) && !DRAFT.test(words));
  const link = links.find(one => SHARED.test(one)) ?? links[0];
  if (isLive && !isSaid) return undefined;
  if (!isSaid && !isEnclosed && link === undefined) return undefined;
  return { isSaid: isSaid || isEnclosed, ...(link !== undefined && { link }) };
}
