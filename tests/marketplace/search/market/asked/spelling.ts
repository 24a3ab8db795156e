/** Words that are mistyped, joined, apart, half typed or dressed up; the columns are told in `expectations.ts`. */
export const TYPOS = `
gulasemut | gula-semut | joined
gula smut | gula-semut | a letter is missing
gula semutt | gula-semut | a letter is doubled
gual semut | gula-semut | two letters are swapped
kripik pisng | keripik-pisang | a letter is missing
keripk singkong | keripik-singkong
keripik singkng | keripik-singkong
kerippik tempe | keripik-tempe
maddu hutan | madu | a letter is doubled
kopi robuzta | kopi-robusta | a wrong letter
kopi arabka | kopi-arabika
sapu glgah | sapu-glagah
sapuglagah | sapu-glagah | joined
sapu lidy | sapu-lidi
ke ripik | keripik-* | apart
ren gginang | rengginang | apart
minyakkelapa | minyak-kelapa | joined
susukambing | susu-kambing | joined
telurasin | telur-asin | joined
batiktulis | batik-tulis | joined
berasmerah | beras-merah | joined
gulajawa | gula-jawa | joined
rengginag | rengginang
durain | durian | two letters are swapped
alpukt | alpukat
strobery | stroberi
kambign | kambing | two letters are swapped
gurameh | gurame
knalpt | knalpot
getukgoreng | getuk-goreng | joined
getuk gorng | getuk-goreng
mendoann | tempe-mendoan
wedang jhae | wedang-jahe
kapulga | kapulaga
cengkeh kerng | cengkih
temu lawak | temulawak | apart
bawng merah | bawang-merah
lengkaus | lengkuas
batik tulsi | batik-tulis
`;

export const DRESSED = `
GULA SEMUT | gula-semut
KeRiPiK PiSaNg | keripik-pisang
🍯 madu | madu madu-klanceng !nanas-madu
kopi ☕☕ | kopi-*
  madu   hutan   | madu | too many spaces
"gula semut" | gula-semut
kopi!!! | kopi-*
gula-semut | gula-semut
#batik | =batik
keripik, pisang | keripik-pisang
kopi (robusta) | kopi-robusta
sayur-sayuran | +sayur
buah-buahan | +buah
buah | +buah !jus-stroberi
sayuran | +sayur
sapu-sapu | sapu-* | said twice
rempah-rempah | =rempah
keri | keripik-* keris | half typed
gula se | gula-semut | half typed
gula j | gula-jawa gula-semut | half typed: gula jawa, or gula semut jahe
kopi rob | kopi-robusta | half typed
batik tu | batik-tulis | half typed
sapu gl | sapu-glagah | half typed
susu kam | susu-kambing | half typed
reng | rengginang | half typed
knalp | knalpot | half typed
telur pu | telur-puyuh | half typed
homest | homestay | half typed
`;
