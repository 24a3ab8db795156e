/**
 * Goods that a query asks for by name, place or maker, so that they must be in the market whatever the generator draws.
 * kind | village | name | maker | flagship (*) or nothing
 */
export const FIXED = `
gula semut | Siwarak | Gula semut organik Bu Siti 250 g | Bu Siti | *
gula semut | Candinata | GULA SEMUT KEMASAN 1 KG | Koperasi Nira Satria |
gula semut | Karangjambu | gulasemut asli | Pak Rasikun |
gula kelapa | Sokawera | Gulo jowo cetak tempurung | Mbah Wiryo |
keripik pisang | Onje | KRIPIK PISANG COKLAT | Bu Wartini |
keripik pisang | Karanggedang | Kripik gedhang Bu Darsem | Bu Darsem |
keripik singkong | Kalikopi | Keripik budin pedas manis | KWT Melati |
keripik singkong | Jambudesa | Kripik ketela KWT Mekar Sari | KWT Mekar Sari |
kopi robusta | Tunjungmuli | Kopi robusta Tunjungmuli bubuk 200 g | Poktan Sida Makmur | *
kopi robusta | Siwarak | Kopi bubuk Siwarak | Pak Slamet |
kopi robusta | Tlahab Lor | KOPI ROBUSTA LERENG SLAMET | Pak Tohirin |
kopi arabika | Serang | Kopi arabika Serang | Poktan Ngudi Luhur | *
kopi arabika | Kutabawa | Kopi arabica Kutabawa 100 gr | Mas Agus |
kopi arabika | Karangreja | Kopi Karangreja arabika | Pak Kuswanto |
kopi robusta | Jatiluhur | Kopi bubuk Majenang | Bu Turinah |
nanas | Makam | Nanas madu Belik | Pak Karto | *
nanas | Kalikopi | Nanas madu manis | Pak Karto |
madu hutan | Gununglurah | Madu hutan asli | Pak Sanwirya | *
madu klanceng | Karangjambu | Madu klanceng Karangjambu | Pak Mulyono | *
madu hutan | Serang | Madu asli lereng Slamet Pak Warsito | Pak Warsito |
salak | Kalisalak | Salak pondoh Kalisalak | Bu Partinah |
stroberi | Serang | Strawberry Serang | KWT Srikandi |
stroberi | Kutabawa | Stroberi Kutabawa | Mbak Yuli |
batik tulis | Kutasari | Batik tulis Purbalingga motif lawa | PKK Dahlia |
batik tulis | Gumelem Kulon | Batik tulis Gumelem | Bu Sutinem | *
batik cap | Bobotsari | Batik cap Bobotsari | Bu Kusmiyati |
batik tulis | Selakambang | Batik tulis motif nanas | UMKM Berkah Jaya |
sapu glagah | Bojongsari | Sapuglagah kualitas ekspor | Pak Darsono | *
sapu glagah | Beji | Sapu glagah | Pak Darsono |
rambut palsu | Karangbanjar | Rambut palsu Karangbanjar | UMKM Berkah Jaya | *
rambut palsu | Karangbanjar | Wig rambut asli | Bu Rokhyati |
carica | Dieng Kulon | Carica Dieng | Poktan Sida Makmur | *
kentang | Dieng Kulon | Kentang Dieng super | Poktan Sida Makmur |
kentang | Bakal | Kentang granola | Pak Suwarno |
manisan | Dieng Kulon | Carica dalam sirup | Bu Marsinah |
duku | Kalitinggar | Duku Kalikajar | Pak Suwarno |
durian | Karangduren | Duren bawor Karangduren | Pak Mulyono |
kambing | Gunungwuled | Wedhus etawa | Pak Rasikun |
kambing | Kejobong | Kambing kejobong hitam | Poktan Ngudi Luhur | *
bawang merah | Bawangsari | BRAMBANG ASKIP | Bu Ngatiyem |
pisang | Kedungjati | Gedhang ambon | Bu Tarsih |
gerabah | Purbasari | Gerabah Purbasari | Pak Karto |
knalpot | Panican | Knalpot racing Purbalingga | UMKM Berkah Jaya | *
lada | Pengadegan | Lada putih Pengadegan | Koperasi Nira Satria | *
nopia | Pakuncen | Nopia Bu Sumarni | Bu Sumarni |
mendoan | Sokawera | Mendoan Sokawera | Bu Sumarni |
getuk | Pageraji | Getuk goreng Sokaraja | UD Sari Rasa |
gurame | Beji | Gurame segar Beji | Poktan Sida Makmur | *
dawet | Bandingan | Dawet ayu Banjarnegara | Bu Turinah |
teh hijau | Tegalsari | Teh hijau Tambi | Kelompok Tani Tunas Harapan | *
kapulaga | Condong | Kapulogo garing | Pak Kuswanto |
blangkon | Onje | Blangkon Banyumas | Mbah Wiryo |
paket wisata | Serang | Wisata petik stroberi Lembah Asri | BUMDes Maju Bersama | *
homestay | Karangmangu | Homestay Baturraden | Mbak Yuli |
alpukat | Langkap | Alpukat mentega Langkap | Pak Tohirin |
manggis | Ponjen | Manggis Ponjen | Pak Warsito |
emping | Kemangkon | Emping mlinjo Bu Ngatiyem | Bu Ngatiyem |
tahu | Kalisalak | Tahu putih Bu Kusmiyati | Bu Kusmiyati |
`;
