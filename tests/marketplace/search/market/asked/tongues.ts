/** Javanese, other Indonesian words and English; the columns are told in `expectations.ts`. */
export const JAVANESE = `
gulo jowo | gula-jawa
gula jowo | gula-jawa
gedhang | pisang !keripik-pisang !daun-pisang
gedang raja | pisang | not all goods of Karanggedang
kripik gedhang | keripik-pisang
brambang | bawang-merah
wedhus | kambing domba
wedus etawa | kambing
lombok | cabai-rawit cabai-merah !bibit-cabai
lombok abang | cabai-merah
lombok rawit | cabai-rawit
budin | singkong !keripik-singkong !tape-singkong
ketela pohon | singkong
tape budin | tape-singkong
mantang | ubi-jalar
tales | talas !keripik-talas
krambil | kelapa
degan | kelapa-muda
duren | durian !bibit-durian | not all goods of Karangduren
kates | pepaya
pelem | mangga
jae | jahe jahe-merah jahe-bubuk
jae abang | jahe-merah
kunir | kunyit
laos | lengkuas
merica | lada
endog bebek | telur-bebek
endog asin | telur-asin
pitik kampung | ayam-kampung
gereh | ikan-asin
areng | arang
pring | bambu
suket gajah | rumput-gajah
sulak | kemoceng
godhong salam | daun-salam
gethuk goreng | getuk-goreng
tempe mendoan anget | tempe-mendoan
`;

export const SAME_GOODS = `
cabe rawit | cabai-rawit
lombok cabai | cabai-rawit cabai-merah !bibit-cabai
kripik | keripik-*
kripik tempe | keripik-tempe
telor bebek | telur-bebek
sambel pecel | bumbu-pecel
sereh | serai !sabun-serai !minyak-serai
kol | kubis
vco | minyak-kelapa
dodol | jenang
kue bolu | kue-bolu
tapai singkong | tape-singkong
tepung kanji | tepung-tapioka
coklat bubuk | cokelat-bubuk
rambut palsu | wig
penginapan | homestay
catering | katering
gurami | gurame
itik | bebek
kendi | gerabah
peyek | rempeyek
gula aren | gula-semut gula-jawa
`;

export const ENGLISH = `
honey | madu madu-klanceng !nanas-madu !sabun-madu
coconut sugar | gula-semut gula-jawa
coffee | kopi-* !bibit-kopi
green tea | teh-hijau
banana chips | keripik-pisang
rice | beras beras-*
ginger | jahe jahe-merah jahe-bubuk
goat milk | susu-kambing
broom | sapu-*
pineapple | nanas-madu !selai-nanas
avocado | alpukat
strawberry | stroberi !jus-stroberi
duck egg | telur-bebek
coconut oil | minyak-kelapa
goat | kambing
`;
