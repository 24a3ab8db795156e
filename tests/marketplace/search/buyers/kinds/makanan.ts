/** One kind a line: kind | names | unit | price in thousands of rupiah | how many | what the description adds. */
export const MAKANAN = `
gula semut | Gula semut; Gula semut organik; Gulasemut; Gula semut kelapa; Gula semut jahe; Gula kristal semut | kg | 25-60 | 34 | Cocok untuk kopi dan teh.
gula kelapa | Gula kelapa; Gula jawa; Gulo jowo; Gula kelapa cetak; Gula merah kelapa | kg | 15-28 | 26 | Dari nira kelapa, cocok untuk bumbu rujak.
gula aren | Gula aren; Gula aren cetak; Gula aren batok; Gula aren cair | kg | 25-55 | 14 | Enak untuk kopi susu.
keripik pisang | Keripik pisang; Kripik pisang; Keripik pisang coklat; Keripik gedhang | bungkus | 8-25 | 20 | Rasa coklat, keju dan madu.
sale pisang | Sale pisang; Sale pisang kering; Sale gedhang | bungkus | 12-30 | 8 | Dijemur tiga hari.
keripik singkong | Keripik singkong; Kripik singkong balado; Keripik ketela; Kripik budin; Keripik singkong pedas | bungkus | 6-20 | 22 | Pedasnya dari cabai rawit asli.
keripik tempe | Keripik tempe; Kripik tempe; Keripik tempe tipis | bungkus | 8-22 | 16 | Dari kedelai lokal.
keripik talas | Keripik talas; Kripik talas; Keripik talas gurih | bungkus | 9-22 | 9 | Talas dari kebun sendiri.
keripik jamur | Keripik jamur; Kripik jamur tiram; Jamur crispy | bungkus | 10-25 | 8 | Jamur tiram segar yang digoreng kering.
keripik bayam | Keripik bayam; Kripik bayam | bungkus | 8-18 | 7 | Renyah, sehat untuk anak.
keripik nangka | Keripik nangka; Kripik nangka | bungkus | 12-28 | 7 | Dari buah nangka matang.
keripik madu | Keripik rasa madu; Keripik ubi madu | bungkus | 9-20 | 6 | Ubi renyah rasa madu.
keripik ubi | Keripik ubi ungu; Kripik ubi; Keripik ubi jalar | bungkus | 8-18 | 8 | Ubi jalar pilihan.
kerupuk rambak | Kerupuk rambak; Krupuk rambak; Rambak kulit sapi | bungkus | 12-35 | 10 | Dari kulit sapi.
kerupuk | Kerupuk bawang; Krupuk ikan; Kerupuk udang; Krupuk soto | bungkus | 6-18 | 11 | Teman makan soto.
peyek | Peyek kacang; Rempeyek kacang; Peyek teri; Rempeyek kedelai | bungkus | 8-20 | 12 | Gurih dan renyah.
emping | Emping melinjo; Emping mlinjo; Emping manis | bungkus | 15-45 | 10 | Dari melinjo tua.
lanting | Lanting; Lanting bumbu bawang; Klanting | bungkus | 8-18 | 7 | Camilan dari singkong.
tempe | Tempe kedelai; Tempe bungkus daun; Tempe murni | bungkus | 3-10 | 10 | Dibungkus daun pisang.
mendoan | Tempe mendoan; Mendoan; Mendoan frozen | bungkus | 8-18 | 9 | Enak dengan sambal kecap.
tahu | Tahu putih; Tahu kuning; Tahu pong | bungkus | 4-12 | 9 | Tanpa pengawet.
tape | Tape ketan; Tape singkong; Peuyeum singkong | bungkus | 8-20 | 8 | Manis alami.
nopia | Nopia; Nopia mini; Mino nopia | bungkus | 12-28 | 9 | Isi gula merah, dibakar dalam gentong.
getuk | Getuk goreng; Gethuk goreng; Getuk singkong | bungkus | 12-30 | 8 | Manis gula jawa.
abon | Abon sapi; Abon ayam; Abon lele | bungkus | 20-55 | 9 | Kering, tahan lama.
dodol | Dodol durian; Jenang jaket; Dodol; Jenang ketan | bungkus | 12-35 | 10 | Oleh-oleh khas.
wajik | Wajik ketan; Wajik gula jawa | paket | 15-40 | 6 | Untuk hajatan.
rengginang | Rengginang; Rengginang terasi; Rengginang mentah | bungkus | 8-20 | 8 | Dari beras ketan.
sambal | Sambal bawang; Sambel pecel; Sambal terasi botol; Sambel goreng | botol | 12-30 | 10 | Dari cabai segar.
bumbu pecel | Bumbu pecel; Bumbu pecel kacang | bungkus | 10-25 | 6 | Tinggal seduh air hangat.
kecap | Kecap manis; Kecap asin | botol | 10-25 | 7 | Dari kedelai hitam.
telur asin | Telur asin; Telur asin bebek; Endog asin | biji | 3-5 | 9 | Masir dan berminyak.
roti | Roti manis; Roti sisir; Roti kukus | bungkus | 5-20 | 7 | Dipanggang setiap pagi.
kue kering | Kue nastar; Kue kastengel; Kue semprit; Kue kering lebaran | paket | 25-70 | 10 | Nastar isi selai nanas, pesan untuk lebaran.
kue basah | Kue lapis; Kue cucur; Kue klepon; Jajanan pasar | paket | 10-35 | 8 | Untuk arisan dan rapat.
selai | Selai stroberi; Selai nanas; Selai kacang | botol | 15-35 | 8 | Oles di roti.
bakso | Bakso sapi; Bakso urat; Bakso frozen | bungkus | 15-45 | 7 | Daging sapi segar.
soto | Soto sokaraja; Bumbu soto instan; Soto kemasan | bungkus | 10-25 | 5 | Dengan sambal kacang.
mie | Mie ayam frozen; Mi lethek; Mie mocaf | bungkus | 8-25 | 6 | Tanpa pengawet.
tepung mocaf | Tepung mocaf; Mocaf; Tepung singkong mocaf | bungkus | 10-25 | 7 | Pengganti terigu.
oyek | Oyek; Tiwul instan; Nasi oyek | bungkus | 8-18 | 6 | Makanan pokok lama dari singkong.
makaroni | Makaroni pedas; Makroni kering; Makaroni bantet | bungkus | 5-15 | 6 | Level pedas bisa pilih.
cokelat | Cokelat batang; Coklat batang desa; Cokelat praline | biji | 10-35 | 7 | Dari biji kakao desa.
permen | Permen jahe; Permen asem; Gulali | bungkus | 5-15 | 6 | Hangat di tenggorokan.
manisan | Manisan carica; Manisan pala; Manisan salak; Carica dalam sirup | botol | 10-30 | 9 | Segar bila dingin.
ikan asap | Ikan asap; Lele asap | bungkus | 20-45 | 5 | Diasap tempurung kelapa.
nasi kotak | Nasi kotak; Nasi tumpeng; Nasi kuning | paket | 15-250 | 7 | Pesan dua hari sebelumnya.
`;
