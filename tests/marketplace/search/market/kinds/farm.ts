/** What fields and gardens bear; the columns are told in `kinds.ts`. */
export const FARM = `
beras | sak | 60-320 | Beras; Beras mentik wangi; Beras pandan wangi; Beras organik | Padi tanpa pestisida; Pulen | Kemangkon; Bukateja
beras-merah | kg | 15-25 | Beras merah; Beras merah organik | Baik untuk diabetes
beras-hitam | kg | 20-35 | Beras hitam | Kaya serat
beras-ketan | kg | 15-25 | Beras ketan; Ketan putih; Ketan hitam | Untuk wajik dan lemper
jagung | kg | 5-12 | Jagung manis; Jagung pipil; Jagung | Bisa untuk pakan ayam
singkong | kg | 2-6 | Singkong; Singkong; Budin; Ketela pohon | Empuk; Bisa dibuat keripik atau tape
ubi-jalar | kg | 4-10 | Ubi jalar; Ubi cilembu; Mantang | Manis setelah dipanggang
talas | kg | 5-12 | Talas; Tales | Pulen
kentang | kg | 9-18 | Kentang; Kentang Dieng; Kentang granola | Sayuran dari dataran tinggi | Batur; Kejajar; Karangreja
wortel | kg | 6-14 | Wortel | Sayur segar, sudah dicuci | Karangreja
kubis | kg | 3-8 | Kubis; Kol | Sayur segar dari gunung | Karangreja
tomat | kg | 5-15 | Tomat; Tomat ceri | Sayur petik pagi | Karangreja
cabai-rawit | kg | 25-80 | Cabai rawit; Lombok rawit; Cabe rawit; Cengis | Pedas sekali
cabai-merah | kg | 20-60 | Cabai merah keriting; Cabe merah; Lombok abang | Sayuran bumbu, petik merah
bawang-merah | kg | 20-45 | Bawang merah; Bawang merah; Brambang | Kering, tahan simpan
bawang-putih | kg | 25-45 | Bawang putih; Bawang putih; Bawang | Lokal lereng gunung
bawang-daun | ikat | 3-8 | Bawang daun; Daun bawang; Loncang | Sayur segar | Karangreja
terong | kg | 4-10 | Terong ungu; Terung | Sayuran lalap
bayam | ikat | 2-4 | Bayam; Bayem | Sayur segar tanpa pestisida
kangkung | ikat | 2-4 | Kangkung; Kangkung cabut | Sayur segar dari sawah
sawi | ikat | 3-6 | Sawi hijau; Sawi putih; Caisim | Sayuran hidroponik
buncis | kg | 6-14 | Buncis; Buncis kenya | Sayur muda dan renyah
kacang-panjang | ikat | 3-6 | Kacang panjang; Kacang lanjaran | Sayur segar
kacang-tanah | kg | 18-32 | Kacang tanah; Kacang tanah kupas | Bahan bumbu pecel
kedelai | kg | 10-16 | Kedelai; Kedele; Kedelai hitam | Bahan tempe dan tahu
pisang | tandan | 25-90 | Pisang raja; Pisang ambon; Pisang kepok; Gedhang raja; Pisang | Buah matang pohon; Bisa untuk keripik dan sale | | 2
nanas-madu | biji | 6-15 | Nanas madu; Nanas madu Belik; Nanas; Nanas manis | Buah manis seperti madu | Karangreja; Rembang
salak | kg | 6-15 | Salak pondoh; Salak; Salak madu | Buah segar dari kebun | Madukara
durian | biji | 30-120 | Durian; Duren; Durian lokal; Duren montong | Buah matang jatuhan | Rembang
rambutan | ikat | 8-20 | Rambutan; Rambutan binjai | Buah musim hujan
jambu-biji | kg | 6-15 | Jambu biji; Jambu kristal; Jambu klutuk | Buah tanpa banyak biji
jambu-air | kg | 8-18 | Jambu air; Jambu citra | Buah manis dan renyah
mangga | kg | 10-25 | Mangga harum manis; Pelem; Mangga | Buah matang pohon
pepaya | biji | 6-15 | Pepaya california; Kates; Pepaya | Buah manis
nangka | biji | 20-60 | Nangka; Nangka matang; Gori | Buah besar, harum
alpukat | kg | 15-35 | Alpukat mentega; Alpokat; Alpukat | Buah tebal dagingnya
jeruk | kg | 10-22 | Jeruk siam; Jeruk keprok; Jeruk | Buah manis segar
stroberi | kg | 35-80 | Stroberi; Strawberry; Stroberi segar | Buah petik sendiri di kebun | Karangreja
duku | kg | 12-25 | Duku; Duku Kaligondang | Buah manis | Kaligondang
manggis | kg | 12-25 | Manggis | Buah hutan rakyat
semangka | biji | 15-40 | Semangka; Semangka tanpa biji | Buah dari lahan pasir | Adipala
kelapa | biji | 5-10 | Kelapa tua; Kelapa; Krambil | Untuk santan
kelapa-muda | biji | 7-15 | Kelapa muda; Degan; Dugan | Segar diminum dengan sirup
jengkol | kg | 20-45 | Jengkol; Jengkol tua | Untuk semur
petai | ikat | 10-30 | Petai; Pete | Lalap wangi
jamur-tiram | kg | 14-25 | Jamur tiram; Jamur tiram putih | Sayuran dari kumbung sendiri
labu-siam | biji | 2-5 | Labu siam; Jipang; Manisah | Sayur lodeh
rebung | kg | 8-15 | Rebung bambu; Bung | Sayur lodeh
tembakau | ons | 10-40 | Tembakau rajangan; Mbako | Linting dewe | Kertek
kakao | kg | 30-70 | Biji kakao; Kakao kering | Bahan cokelat
daun-pisang | ikat | 5-12 | Daun pisang; Godhong gedhang | Pembungkus tempe dan lemper
`;
