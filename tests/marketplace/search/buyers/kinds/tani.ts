/** One kind a line, as in makanan.ts. */
export const TANI = `
nanas | Nanas madu Belik; Nanas madu; Nanas segar; Nanas | biji | 5-15 | 18 | Manis seperti madu.
pisang | Pisang raja; Pisang ambon; Pisang kepok; Gedhang kepok; Gedang raja | tandan | 25-120 | 18 | Matang pohon.
salak | Salak pondoh; Salak; Salak madu | kg | 6-18 | 12 | Panen tiap minggu.
durian | Durian; Duren bawor; Durian montong; Duren lokal | biji | 40-200 | 12 | Musim Januari.
jambu | Jambu kristal; Jambu biji merah; Jambu air | kg | 8-22 | 11 | Segar dari kebun.
duku | Duku; Duku Kalikajar; Dukuh manis | kg | 12-30 | 8 | Manis, biji kecil.
rambutan | Rambutan; Rambutan binjai; Rambutan rapiah | ikat | 8-20 | 7 | Ngelotok.
manggis | Manggis; Buah manggis | kg | 12-30 | 6 | Kulit bisa jadi teh.
alpukat | Alpukat; Alpukat mentega; Apokat | kg | 15-35 | 8 | Daging tebal.
pepaya | Pepaya california; Pepaya; Kates | biji | 5-15 | 8 | Manis tanpa getir.
jeruk | Jeruk siam; Jeruk nipis; Jeruk peras | kg | 10-25 | 9 | Untuk minuman.
mangga | Mangga harumanis; Mangga; Pelem manalagi | kg | 10-28 | 7 | Musim Oktober.
nangka | Nangka matang; Nangka muda; Gori muda | biji | 15-60 | 7 | Untuk gudeg dan sayur.
stroberi | Stroberi segar; Strawberry Serang; Stroberi petik sendiri | kg | 30-70 | 9 | Dari kebun lereng Slamet.
carica | Carica; Buah carica Dieng | kg | 8-18 | 5 | Untuk manisan.
kelapa | Kelapa tua; Kelapa muda; Degan; Kelapa butiran | biji | 5-15 | 11 | Untuk santan.
singkong | Singkong; Ketela pohon; Budin; Singkong mentega; Boled singkong | kg | 2-8 | 11 | Empuk, cocok untuk keripik.
ubi jalar | Ubi jalar ungu; Ubi cilembu; Ubi madu; Munthul | kg | 5-15 | 8 | Manis bila dipanggang.
talas | Talas; Talas bogor; Kimpul | kg | 5-15 | 7 | Bisa jadi keripik.
kentang | Kentang Dieng; Kentang sayur; Kentang bibit granola | kg | 10-22 | 9 | Dari lahan dingin.
cabai | Cabai rawit; Cabai merah keriting; Cabe rawit setan; Lombok abang; Lombok ijo | kg | 20-90 | 14 | Panen pagi.
bawang merah | Bawang merah; Brambang; Bawang merah Brebes | kg | 20-45 | 10 | Kering askip.
bawang putih | Bawang putih; Bawang putih tunggal; Bawang lanang | kg | 25-60 | 7 | Wangi tajam.
daun bawang | Daun bawang; Loncang | ikat | 3-8 | 6 | Segar untuk soto.
tomat | Tomat; Tomat segar; Tomat ceri | kg | 6-20 | 8 | Merah matang.
kubis | Kubis; Kol gunung; Kobis | kg | 4-12 | 7 | Padat dan renyah.
wortel | Wortel; Wortel manis; Wortel Dieng | kg | 6-15 | 7 | Manis, untuk sop.
sawi | Sawi hijau; Caisim; Pakcoy | ikat | 3-8 | 6 | Tanpa pestisida.
bayam | Bayam; Bayam cabut; Sayur bayam | ikat | 2-6 | 6 | Dipetik pagi.
kangkung | Kangkung; Kangkung cabut | ikat | 2-6 | 6 | Segar.
terong | Terong ungu; Terong; Terung hijau | kg | 5-12 | 6 | Untuk lalap.
kacang panjang | Kacang panjang; Lanjaran | ikat | 3-8 | 6 | Muda dan renyah.
kacang tanah | Kacang tanah; Kacang tanah kupas; Kacang brol | kg | 15-35 | 8 | Kering jemur.
kedelai | Kedelai lokal; Kedelai hitam; Dele lokal | kg | 10-20 | 6 | Bahan tempe dan tahu.
jagung | Jagung manis; Jagung pipil; Jagung pakan | kg | 4-12 | 8 | Juga untuk pakan ayam.
beras | Beras organik; Beras merah; Beras pandan wangi; Beras mentik; Wos putih | kg | 11-25 | 18 | Pulen, giling baru.
ketan | Beras ketan; Ketan hitam; Ketan putih | kg | 14-28 | 6 | Untuk wajik dan tape.
jamur tiram | Jamur tiram; Jamur tiram segar; Jamur kuping | kg | 14-35 | 8 | Dipanen setiap hari.
melinjo | Melinjo; Mlinjo tua; Daun melinjo | kg | 8-20 | 5 | Bahan emping.
petai | Petai; Pete papan; Pete | ikat | 15-60 | 6 | Papan panjang.
kakao | Biji kakao; Kakao fermentasi | kg | 35-90 | 5 | Bahan cokelat.
bibit durian | Bibit durian bawor; Bibit duren montong | biji | 35-150 | 6 | Tinggi satu meter.
bibit alpukat | Bibit alpukat; Bibit alpukat mentega | biji | 25-80 | 5 | Okulasi.
bibit kopi | Bibit kopi robusta; Bibit kopi arabika | biji | 3-10 | 5 | Umur enam bulan.
bibit sayur | Bibit cabai; Bibit tomat; Benih sayuran | paket | 5-25 | 6 | Siap tanam.
tanaman hias | Anggrek bulan; Aglaonema; Tanaman hias monstera; Bunga krisan | biji | 15-150 | 8 | Untuk teras rumah.
`;
