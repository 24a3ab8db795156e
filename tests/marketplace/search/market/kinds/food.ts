/** What a kitchen makes; the columns are told in `kinds.ts`. */
export const FOOD = `
gula-semut | kg | 30-60 | Gula semut; Gula semut organik; Gulasemut; Gula aren bubuk; Gula semut jahe | Cocok untuk kopi dan teh; Manis alami, pengganti gula pasir | Kaligondang; Cilongok | 2
gula-jawa | kg | 18-30 | Gula jawa; Gula merah; Gulo jowo; Gula kelapa cetak; Gula aren cetak | Untuk dawet, jamu dan bumbu pecel; Dari nira kelapa pilihan | Cilongok
madu | botol | 60-150 | Madu hutan; Madu; Madu murni; Madu kaliandra; Madu randu | Dipanen dari hutan pinus, baik diminum dengan jahe; Tanpa campuran gula | Karangreja | 2
madu-klanceng | botol | 90-200 | Madu klanceng; Madu lanceng; Madu trigona | Rasanya asam segar seperti nanas
keripik-pisang | bungkus | 8-25 | Keripik pisang; Kripik pisang coklat; Kripik gedhang; Keripik pisang manis | Dari pisang raja pilihan; Renyah, teman minum kopi
keripik-singkong | bungkus | 7-20 | Keripik singkong; Kripik singkong pedas; Kripik budin; Keripik singkong rasa madu | Singkong dari kebun sendiri, bumbu cabai dan bawang
keripik-tempe | bungkus | 8-22 | Keripik tempe; Kripik tempe daun jeruk; Keripik tempe sagu | Kedelai pilihan, gurih
keripik-talas | bungkus | 10-22 | Keripik talas; Kripik tales | Talas gunung, digoreng tipis
keripik-bayam | bungkus | 9-20 | Keripik bayam; Kripik bayam | Daun bayam segar dibalut tepung beras
keripik-nangka | bungkus | 15-30 | Keripik nangka; Kripik nangka | Digoreng hampa udara
keripik-salak | bungkus | 15-30 | Keripik salak; Kripik salak pondoh | Dari salak pondoh | Madukara
keripik-kentang | bungkus | 12-28 | Keripik kentang; Kripik kentang Dieng | Kentang dataran tinggi | Batur
keripik-ubi | bungkus | 8-20 | Keripik ubi ungu; Kripik mantang | Ubi jalar ungu
keripik-jamur | bungkus | 12-28 | Keripik jamur tiram; Kripik jamur | Jamur tiram segar
rempeyek | bungkus | 8-18 | Rempeyek kacang; Peyek teri; Peyek kacang | Isi kacang tanah banyak
rengginang | bungkus | 10-20 | Rengginang; Rengginang ketan hitam | Dari beras ketan
opak | bungkus | 7-15 | Opak singkong; Opak gurih | Dijemur di bawah matahari
emping-melinjo | kg | 50-80 | Emping melinjo; Emping mlinjo | Melinjo tua, ditumbuk tangan
lanting | bungkus | 8-18 | Lanting bumbat; Lanting bawang; Klanting | Camilan gurih dari singkong
tempe-mendoan | bungkus | 5-12 | Tempe mendoan; Mendoan mentah; Mendoan siap goreng | Disertai tepung bumbu dan daun bawang
tempe | bungkus | 3-10 | Tempe kedelai; Tempe daun; Tempe | Dibungkus daun pisang
tahu | bungkus | 4-12 | Tahu putih; Tahu kuning; Tahu Kalisari | Kedelai tanpa pengawet | Cilongok
tape-singkong | bungkus | 8-15 | Tape singkong; Tapai singkong; Tape budin | Manis, bukan dari ketan
tape-ketan | bungkus | 10-20 | Tape ketan; Tape ketan hijau | Dibungkus daun jambu air
getuk-goreng | bungkus | 15-35 | Getuk goreng; Gethuk goreng | Manis gula jawa | Sokaraja
jenang | bungkus | 15-35 | Jenang jaket; Jenang ketan; Dodol ketan | Dimasak dengan gula kelapa
wajik | bungkus | 12-25 | Wajik klethik; Wajik ketan | Ketan dan gula merah
nopia | bungkus | 10-25 | Nopia; Mino; Nopia rasa durian | Dipanggang dalam gentong tanah liat
kue-bolu | biji | 25-60 | Kue bolu; Bolu kukus; Kue bolu pandan | Pesan sehari sebelumnya
roti | bungkus | 5-15 | Roti manis; Roti kasur; Roti isi coklat | Dipanggang setiap pagi
kacang-goreng | bungkus | 10-25 | Kacang bawang; Kacang goreng; Kacang asin | Gurih untuk Lebaran
abon-sapi | bungkus | 25-60 | Abon sapi; Abon daging sapi pedas | Daging sapi lokal
abon-lele | bungkus | 20-45 | Abon lele; Abon ikan lele | Lele kolam sendiri
bakso | bungkus | 15-40 | Bakso sapi; Bakso urat; Bakso beku | Kuah dalam plastik sendiri
sale-pisang | bungkus | 12-30 | Sale pisang; Sale pisang basah | Pisang ambon diasap dan dijemur
manisan-carica | botol | 15-35 | Manisan carica; Carica Dieng | Pepaya gunung dalam sirup | Kejajar
selai-nanas | botol | 15-30 | Selai nanas; Selai nanas madu | Untuk roti dan nastar
bumbu-pecel | bungkus | 15-35 | Bumbu pecel; Sambal pecel; Sambel pecel | Kacang tanah, gula jawa, kencur
sambal-bawang | botol | 15-35 | Sambal bawang; Sambel bawang | Pedas, tahan sebulan
kecap | botol | 10-25 | Kecap manis; Kecap kedelai hitam | Dari kedelai hitam
kerupuk-rambak | bungkus | 20-45 | Kerupuk rambak; Krupuk rambak; Krupuk kulit | Kulit kerbau pilihan
telur-asin | biji | 3-6 | Telur asin; Telor asin bakar; Endog asin | Dari telur bebek
ikan-asin | ons | 8-20 | Ikan asin; Gereh; Ikan asin layur | Dijemur di pantai selatan
tepung-mocaf | kg | 12-22 | Tepung mocaf; Mocaf | Tepung singkong, bebas gluten
tepung-tapioka | kg | 8-15 | Tepung tapioka; Tepung kanji | Dari pati singkong
tiwul | bungkus | 8-15 | Tiwul instan; Thiwul | Dari gaplek, pengganti nasi
stik-bawang | bungkus | 8-18 | Stik bawang; Stik keju | Kue kering gurih
permen-jahe | bungkus | 8-15 | Permen jahe; Ting-ting jahe | Hangat di tenggorokan
`;
