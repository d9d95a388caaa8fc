import { lexicon } from './lexicon.ts';

export const hinglish = lexicon(String.raw`
MONTH: january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun
  |jul|aug|sept?|oct|nov|dec
KIN: behen|behan|bhai|didi|beti|beta|biwi|wife|pati|husband|dost|papa|mummy|maa|cousin|bhabhi|sister|brother|friend
NAHI: nahi|nahin|nhi|nai|na

= unsubscribe 0.95
(mail|email|message|msg|contact|sms)s? (mat|na|nahi|mt) (kar|bhej|kij)
mat bhej(o|na|iye)?
list se ~2 (hata|nikal)
(mail|email|message)s? (band|bandh) kar
(aage|aaj) se .{0,20}(mail|email|message) mat
(spam|mails?|e-?mails?|messages?|msgs?|sms|contact|pareshan|tang|disturb) ~3 ((mat|band|bandh|bund)\b|(na|nahi) (kar(o|na|iye|e|ein|en)?\b|bhej|kij|chahiye|chaiye|aan[ai]|dena))
(mat|band|bandh) (karo|kar do|kijiye|kariye|karna) ~3 (spam|mails?|e-?mails?|messages?|contact|tang|pareshan)
(mails?|e-?mails?|messages?|msgs?) (karna|bhejna|aana|dena) (band|bandh|chhod|stop)
(dobara|phir|fir|wapas|aage) (se )?~3 (mat|na) (kar|bhej|kij|aana)
peecha (chhod|chod)
(mera|meri|hamara) ~3 (naam|name|mail|email|id|number|data) ~3 (hata|nikal|delete|remove)
(mat|na) (kiya|kar|karo|karna|bhej\w*|kijiye) (karo|karna|mujhe|mail|message)
(mail|message|msg|contact) ~2 (mat|na) (kiya|kar|karo|karna|bhej\w*|aaye|aana)
(block|report) kar (d|raha|rahi|diya)

= wrong-person 0.9
galat (email|mail|number|id|insaan|aadmi|jagah|banda|person|bande)
mer[ai] ((account|e-?mail|mail|id|page|channel|number)\W*)+ {NAHI}
(jis|jise|jisko|jiska|jiski) (aap|tum) ~2 (dhund|dhoond|khoj)\w*
main (wo|woh) {NAHI}
(galat|wrong) ~2 (mail|email|message|number|bhej|kiya|banda|insaan)
(influencer|blogger|creator|youtuber|model) {NAHI}
(main|mai|mein|hum|ye|yeh|mera|meri) ~3 (wo|woh|unka|uska|kisi aur) ~1 {NAHI}
kisi aur (ka|ki|ko)\b
(unka|uska|inka) (manager|kaam) ~1 {NAHI}
mer[aie] ~1 (dukaan|dukan|shop|clinic) hai
hai mer[ai]\b(?! (side|taraf|or|end)\b)
{KIN} k[ai] ~1 (account|id|mail|e-?mail|page|channel|number|insta\w*)\b
(mere|meri|hamare|unke|uske|humare) (manager|agent|team|agency|bhai|wife|pati|assistant) (se|ko) (baat|mail|contact
  |puch|likh|bhej)
(influencer|creator|blogger) koi aur
koi aur (hoga|hogi|hai)\b
asli (wal[aie]|account|page|id|mail)
fan ?page (hai|chala\w*)
(ye|yeh|yah) (uska|uski|unka|unki) ~1 (id|mail|e-?mail|account|number|page)\b
yaha?n? (nahi|nai) (hai|hain|rehta|rehti|rehte|kaam)\b

= no 0.9
^\W*(haan|ha|haan ji),? (no|nope|nah)\b
^\W*(nahi|nhi|nahin|nai)(\W*$|,? ?(thank|thanks|sorry|sir|ma'am|ji|shukriya)|[.!,] )

= no 0.85
{NAHI} (kar(na|ta|ti|te|unga|ungi|enge|oge)?\b|kar (paunga|paungi|sakta|sakti|sakte)|karta|karti|ho (payega|paega
  |sakta|payegi)|chahiye|lena|loonga|lungi|lunga|banta|jamega|lagta|chalega)
(collab|promotion|promo|paid|brand|kaam)\b.{0,12} {NAHI} (le|kar|karte|karta|karti|leta|leti)
(interest(ed)?|dilchasp\w*|ruchi) {NAHI}
(sahi|theek|thik|suit|match|fit|set) {NAHI}
(content|type|style|page|audience) (ka |ki |ke )?~1 {NAHI}
rehne (do|dijiye)
(mujhse|humse|mere se|hamse|isme|isko)\b.{0,24}\b{NAHI}\b
{NAHI} (ho(ga|gi|gaa| paega| payega)|ban(ega|egi|paega)|jam(a|ega|raha)|pasand|interest|lenge|denge|le (raha|rahi
  |rahe|sakta|sakti|paunga|paungi)|kar (raha|rahi|rahe)|chalega)
{NAHI} (yaar|bhai|sir|ma'am|ji|dost|didi|bhaiya|thank|shukriya|dhanyavad)
(mann|man|mood|marzi|ichha|iccha|shauk) ~1 {NAHI}
maaf (karna|kar(o|iye|dijiye|do)|kijiye)
mana kar
rehne d
free (me|mein|main) (kaam|nahi|kuch)

= later 0.8
baad (me|mein|main|mai)
agle (mahine|hafte|month|week|saal)
kuch din
{MONTH} (me|mein|main|mai)\b
(exams?|shaadi|shooting|travel|safar) (chal|chalu|hai|ho rah)
thod[ei] (din|time|der)
(din|hafte|mahine) baad
abhi {NAHI}
abhi ~1 busy
soch ?kar
soch ?ke
bata(ta|ti|unga|ungi|te) (hu|hun|hoon|hai|hain)
(bata|bol|keh)(unga|ungi|enge)\b
(kal|parso|shaam|raat|somvar|sham|subah) (ko |tak |ke |mein )?(bata|reply|confirm|dekh|baat|call)
(diwali|holi|eid|shaadi|exam|exams|paper|puja|navratri|rakhi|chutti|chuttiyo|festival|ramzan|month|mahine|hafte
  |hafta|week|isme|uske|iske) (ke |k |khatam )?(baad|bad)\b
(busy|vyast|bimar|beemar|tabiyat|bahar|gaon|hospital|travel) ~3 (hu|hai|chal|kharab)\b
(soch(ta|ti|te|na|ne|unga|ungi|enge|lu|lun|lene)\b|(poch|puch|pooch)h?(kar|ke|na|ne|u|un|ta|ti|te|enge|unga|ungi|lu|lun)?)( ?(kar|ke))?\b.{0,20}(bata|padega|do|dijiye|lu|hu
  |ke)
abhi ~4 (busy|time|tak|mushkil|possible|exam)
(thoda|thodi|thode) (time|samay|waqt|ruk|wait|intezaar)
ruk(o|iye|na|ja| ja| jao| jaiye)\b
se (puch|pooch|puchh|poochh)\w*
(laut|aa|wapas aa) ?(kar|ke) (bata|baat|reply|dekh)
wapas (aa|aake|aakar)
(next|coming|agle) (week|month|year|quarter|season) (se|ko|me|mein|pe)\b

= later 0.75
(parso|kal|monday|shaam) tak
(busy|vyast) (hu|hun|hoon|hai|hain|chal)
(tareekh|tarikh|date) ke baad
ke baad (baat|karte|message|batata|batati)

= asks-money 0.9
(kitna|kitne|kitni|kuch) ~2 (pay|paisa|paise|doge|denge|milega|milenge|budget|payment|paid|charge)
(budget|payment|pay|paisa|paise) (kitna|kitne|kya|hai|milega)
paid (hai|h|he)\b
pais[ea] (milenge|milega|doge|denge)
(budget|paise|paisa|rate|amount|payment|price|charges?|rakam|paison)\b.{0,20}(badha|zyada|jyada|kam|kitn|thoda|bata
  |kya|milega|milenge|do\b|dijiye|doge|hoga|hogi)
(thoda|thodi|aur|kuch|itne|itna|isse) ~2 (badha|zyada|jyada|kam\b|mushkil|me (nahi|mushkil)|paise|budget)
kya (doge|denge|dete|rate|charge|milega)
(kitna|kitne|kitni) ~3 (doge|dogi|denge|dete|milega|milenge|milta|rate|charge|dena|lagega|deti)
(free|muft) (me|mein|main) (kaam|karna|karwa|chahiye|nahi)
paid (hai|hoga|collab)\b
paid (ho|hua|hoga|rahega) to\b
(barter|free|gift\w*|sirf product) (product |products |items? |saman )?(pe|par|pr|me|mein|main|ke liye|wala|collab) ~2 {NAHI}
(paisa|paise|payment|budget|paid|fees?|rate|advance) (hi |to |toh |bhi )?(chahiye|dena|dijiye|dedo|do|batao|bataiye
  |bolo)\b
bina (paise|payment|pay|paiso)

= wants-call 0.9
(call|phone) (karo|kar lo|karna|kar do|kijiye|kare|karein|kr lo)
(call|phone) (kar|kr) (sak|le|lo|do|ke)
(call|phone|fone) (par|pe|pr) baat
baat kar (lete|sakte) (hain|hai)
(call|phone) (kar|kr) (lijiye|lena|dijiye|dena|lo|do|le|sak|ke)
(call|phone|fone|cal) ~1 (kijiye|kijie|karna|karo|karlo|karle|kariye|kare|karein|karte|kar|kro|lagao|maro|pe|par)\b
(number|no\.?) (do|dijiye|de do|bhejo|bhej|send|share|de)\b
(apna|aapka|tumhara) ~1 (number|no)\b
(phone|call|whats ?app) (pe|par|pr|me) ~1 (baat|bat|batao|aao)

= yes 0.9 unless negated
kar(te)? (lunga|lungi|dunga|dungi|denge|lenge|hain|leta|leti)\b
kar(unga|ungi|enge)\b
(ready|taiyar|tayyar|interested) (hu|hun|hoon|hai|hain)
manzoor
pakka
theek hai
thik hai
done hai
^\W*(ok |okay |sab )?done,? (bhai\w*|didi|sir|ma'am|ji|bro|boss|yaar)\b
(done|ok|okay|final|pakka|haan?|yes|theek|confirm) ~2 (mer[aei]|hamar[aei]|humar[aei]|apn[aei]) (side|taraf|or|end)
(mer[aei]|hamar[aei]|humar[aei]|apn[aei]) (side|taraf|or|end) se ~2 (done|ok|okay|final|pakka|haan?|yes|theek|confirm)\b
haan? (bol|keh|kar) (di|diya|dia|do)\b
final (samjho|samjhiye|samjhe|kar (do|lo|dijiye)|karo|kijiye)
chalega
kar(na|ni) (chahta|chahti|chahenge|chahungi|chahunga)
(shuru|start) (karte|karein|kare|karo)
(mujhe|hume|humein) (ye|yeh|yah|is)\b.{0,20}(karna|karni) hai
aage badh
khushi hogi
kar (lete|dete|lunga|lungi|dunga|dungi|lenge|denge|loonga|loongi) ?(hai|hain|hu)?\b
kar(te|ti|ta) (hai|hain|hu) (fir|phir|chalo|na)
chalo (karte|kar|theek|done|shuru)
(zaroor|jaroor|zarur|jarur|pakka|bilkul|avashya)\b
mai?n? (bhi )?(ready|taiyar|tayyar|in)\b
(product|parcel|saman|samaan|kit|sample) (bhej|bhijwa|send)
(mujhe|hume|humein|hame) ~1 (manzoor|accept|pasand|acch?a laga|karna hai|karni hai)
haan? (bhai|ji|ma'am|sir|yaar|bilkul|karte|kar)
^\W*(hi|hey|hello|thanks|thank you)?\W*(haan|haa+n?|han|(ji|jee)(?= \p{L})|bilkul)\b

= yes 0.65 unless negated
(mast|badhiya|acha|accha|sahi) (hai|laga|idea)

= question 0.75
^\W*kya\b(?! (baat|khoob|idea))
(kya|kaun|kaunsa|kaunsi|kab|kaise(?! (ho|hain)\b)|kitni|kitne|kahan|kyu|kyun)\b.{0,40}(hai|hoga|hain|karna|banani|karni|milega|hogi)
(details|info|jankari) (bhejo|bhej|batao|do|dijiye|bataiye)
batao\b
(thoda |pehle |poor[ai] |sab |kuch )?(detail|details|jaankari|jankari|info)( \w+)? (me|mein|do|de|bhejo|batao
  |samjha\w*|chahiye|share)
samjha(o|iye|do|na|ye)\b
(kya|kitn[aei]|kab|kaun|kaise|kaha)\b.{0,40}\b(chahiye|padeg[ai]|lageg[ai]|sakt[aei]|dena|bolna|dikhana|hoga|hogi)\b
(hai|hain|hoga|hogi|padeg[ai]|chahiye|mileg[ai]|sakt[aei]|karna|karni|dena) kya\W*$
(hai|hoga|hogi|padeg[ai]|chahiye|karna|karni|dena) ya ~5 (hai|hoga|hogi|padeg[ai]|chahiye|karna|karni|dena|nahi)\b
(ye|yeh|brand|product|kaam) ~2 (fake|asli|sahi|genuine|fraud)\s
(konsa|kaunsa|konsi|kaunsi|kon|kaun|(kese|kaise)(?! (ho|hai|hain|hen)\b)|kidhar|kaha|kahan|kab)\b(?! baat)
`);
