/**
 * Words that a comment may consist of without having looked at the post: praise, address, thanks, filler. English, Hindi and Hinglish as
 * they are typed. Letters that stand twice or more are one in the comparison, so "niceee", "soooo" and "good" need one spelling only.
 */
const praise = `
nice cool great good best better amazing awesome superb super wow lovely love loved loving beautiful beauty gorgeous
stunning pretty cute sweet hot fire lit perfect perfection excellent fantastic wonderful fabulous incredible brilliant
outstanding magnificent marvelous mindblowing impressive inspiring inspiration inspirational adorable elegant classy
handsome dashing goals slay queen king legend boss goat favourite favorite fav fab dope epic sick insane killer
wholesome blessed congrats congratulations bravo respect salute proud welldone
sundar sundr khubsurat khoobsurat mast jabardast zabardast gajab gazab ghazab kamaal kamal badhiya badiya accha acha achha
achi acchi shandar shaandar lajawab lajwab pyara pyari pyaara pyaari bohot bahut bhot bht bahot waah wah vah kya baat
op faadu fadu dhansu jhakas jhakaas sahi ekdum dum ek number
सुंदर सुन्दर खूबसूरत ख़ूबसूरत मस्त जबरदस्त ज़बरदस्त गजब ग़ज़ब कमाल बढ़िया बढिया अच्छा अच्छी अच्छे शानदार लाजवाब प्यारा प्यारी बहुत वाह क्या बात एकदम
बेहतरीन उत्तम सुपर नाइस
`;

const filler = `
a an the this that these those is are was were be it its so such very really too much more most just all always and or
you your youre u ur r my me i im we our he she his her they to of for in on at with from up out as ever never seen
pic pics picture pictures photo photos pico image shot shots click clicks post posts video videos reel reels content work
page profile account feed vibe vibes look looks looking style outfit one thing things job way day keep going go doing do
make made made more please share sharing shared like liked likes follow following lots lot totally absolutely simply
dear dude bro bros bruh brother sis sister sir maam mam madam man girl babe baby bhai bhaiya bhaiyya didi yaar yar ji jaan
jan janu dost guru boy friend friends buddy mate hun hon honey angel princess
thanks thank thankyou thx ty ok okay yes yeah yep ya haha hahaha lol hi hello hey hii first firsts second early here
morning evening night omg oh ah uff uf hai ho hain tha thi the ka ki ke ko ne se kar kya aap ap tum tu tera teri tere mera
meri mere aapka aapki apka apki ye yeh wo woh wala wali lag lagrahe rahe rahi raha rhe rhi rha hi to bhi pe par aur
photo tasveer
है हैं हो था थी की का के को ने से में यह ये वो आप तुम तू आपका आपकी आपके तेरा तेरी मेरा मेरी भाई दीदी जी यार दोस्त सर मैम भैया लग रहे रही रहा
फोटो फ़ोटो पोस्ट वीडियो और भी तो पर हाँ हां नमस्ते धन्यवाद शुक्रिया राम जय श्री
`;

/** Runs of one letter become one: "sooo coool" and "so cool" are the same word twice. */
export const squash = (word: string): string => word.replace(/(\p{L})\1+/gu, '$1');

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean).map(squash));

export const emptyWords: ReadonlySet<string> = new Set([...setOf(praise), ...setOf(filler)]);

/**
 * What sells or trades attention: offers to promote, follow for follow, private messages, money. Not every comment with "dm" is bought,
 * but none of them speaks of the post.
 */
export const promotion =
  /\b(?:dm|message|msg|inbox|contact)\s+(?:me|us|now|for|to|@)|\b(?:follow|sub|like)\s*(?:4|for)\s*(?:follow|sub|like)\b|\bf4f\b|\bl4l\b|\bs4s\b|\bsub4sub\b|\bfollow\s*(?:me\s*)?back\b|\bfollowback\b|\bpromot(?:e|ion|ed|ing)\b[^.?!]{0,30}(?:@|\bpage\b|\baccount\b|\bon\b)|\bsend\s+(?:it|this|pic|pics|your)[^.?!]{0,20}@|\b(?:check|visit|see)\s+(?:out\s+)?my\s+(?:page|profile|channel|bio|account|video|link)|\b(?:earn|make|made|earning)\b[^.?!]{0,40}(?:\bmoney\b|\bprofit\b|\bdaily\b|\bper\s+(?:day|week)\b|[$₹€£]\s?\d)|\b(?:whats?\s?app|telegram)\b|\b(?:forex|crypto|bitcoin|trading)\b[^.?!]{0,40}\b(?:mentor|profit|invest\w*|expert|signals?|mrs?|sir)\b|\bbuy\s+(?:real\s+)?(?:followers|likes|subscribers)\b|\blink\s+in\s+(?:my\s+)?bio\b|https?:\/\/|\bt\.me\/|\bwa\.me\/|\bbit\.ly\//iu;
