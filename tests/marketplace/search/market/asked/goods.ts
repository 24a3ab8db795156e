/** Goods by their names, and the words around them; the columns are told in `expectations.ts`. */
export const HEAD_NOUNS = `
madu | madu madu-klanceng !nanas-madu !sabun-madu !salak !keripik-singkong | the head noun decides
nanas madu | nanas-madu !madu !selai-nanas | a pineapple
nanas | nanas-madu !selai-nanas !sirup-nanas !batik-nanas
sabun madu | sabun-madu !madu
madu hutan | madu
keripik madu | keripik-* !madu !sabun-madu | the crisps that taste of honey or other crisps, but no honey
gula | gula-semut gula-jawa
gula semut | gula-semut
gula jawa | gula-jawa
gula merah | gula-jawa | the same as gula jawa
kopi | kopi-* !bibit-kopi !lilin
kopi bubuk | kopi-*
bibit kopi | bibit-kopi !kopi-robusta !kopi-arabika
teh | teh-* !tahu
teh rosella | teh-rosella
susu | susu-* !sapi !kambing
susu kambing | susu-kambing !kambing !susu-sapi
kambing | kambing !susu-kambing !pupuk-kandang
sapi | sapi !susu-sapi !abon-sapi !bakso !pupuk-kandang !sapu-lidi !sapu-glagah !sapu-ijuk
sapu | sapu-* !sapi
sapu glagah | sapu-glagah
ayam | ayam-kampung !telur-ayam !pakan-ayam
telur | telur-*
telur ayam kampung | telur-ayam !ayam-kampung
pakan ayam | pakan-ayam !ayam-kampung
pisang | pisang !keripik-pisang !sale-pisang !daun-pisang
keripik | keripik-*
keripik pisang | keripik-pisang !pisang
daun pisang | daun-pisang !pisang
salak | salak !keripik-salak
durian | durian !bibit-durian !nopia
nangka | nangka !keripik-nangka | also not the goods of Karangnangka or Nangkasawit
jambu | jambu-biji jambu-air !jamu-kunyit-asam | not the goods of Karangjambu or Jambudesa
jamu | jamu-* !jambu-biji !jambu-air
kelapa | kelapa kelapa-muda !minyak-kelapa !gula-jawa
minyak kelapa | minyak-kelapa !kelapa
minyak | minyak-*
beras | beras beras-* !jamu-beras-kencur
beras merah | beras-merah !cabai-merah !bawang-merah
beras kencur | jamu-beras-kencur !beras !kencur
bawang | bawang-* !stik-bawang !sambal-bawang !kacang-goreng !lanting
bawang merah | bawang-merah !sambal-bawang !cabai-merah
jahe | jahe jahe-merah jahe-bubuk !wedang-jahe !permen-jahe !gula-semut
wedang jahe | wedang-jahe !jahe
cabai rawit | cabai-rawit !bibit-cabai
jagung | jagung
singkong | singkong !keripik-singkong !tape-singkong !opak
tape | tape-* !tahu
tahu | tahu !tape-singkong !tape-ketan
tempe | tempe tempe-mendoan !keripik-tempe
lele | lele !bibit-lele !abon-lele !pakan-lele
ikan | lele gurame nila ikan-asin
bambu | bambu !kursi-bambu !tampah !rebung
kursi | kursi-bambu !keris !sewa-tenda
keris | keris !kursi-bambu
batu | batu-alam cobek-batu !batik-tulis !batik-cap
batik | =batik !batu-alam
batik tulis | batik-tulis
kain batik motif nanas | batik-nanas !nanas-madu
pupuk | pupuk-*
pupuk kambing | pupuk-kandang !kambing
sambal | sambal-bawang bumbu-pecel
kacang | kacang-* !rempeyek
sabun | sabun-*
jengkol | jengkol | not all goods of Karangjengkol
kemiri | kemiri | not all goods of Karangkemiri
pala | pala !kelapa
nila | nila !vanili
`;

export const WORDS_AROUND = `
keripik pisang murah | keripik-pisang !cabai-merah !bawang-merah !kopi-robusta | cheap is not red
madu asli | madu madu-klanceng !nanas-madu !sabun-madu
jual kambing | kambing !susu-kambing
beli beras murah | beras beras-*
harga gula semut | gula-semut
harga kopi hari ini | kopi-*
kopi enak | kopi-*
kopi terbaik | kopi-*
madu murni terdekat | madu madu-klanceng
grosir keripik | keripik-*
sapu glagah grosir | sapu-glagah
gula jawa eceran | gula-jawa
oleh-oleh keripik | keripik-*
cari susu kambing | susu-kambing
mau beli durian | durian
di mana jual batik tulis | batik-tulis
ada gula semut? | gula-semut
telur asin yang enak | telur-asin
jahe merah berkualitas | jahe-merah
kopi dibawah 20 ribu | kopi-* | the price may be passed over
batik harga 100000 | =batik
keripik 10rb | keripik-*
gula semut 1kg | gula-semut
gula semut 1 kg | gula-semut
madu 500ml | madu madu-klanceng
kopi 250 gram | kopi-*
telur puyuh sekilo | telur-puyuh
beras 25 kg | beras beras-*
gula semut organik murah kualitas terbaik | gula-semut
tahu murah | tahu
promo sabun madu | sabun-madu
`;
