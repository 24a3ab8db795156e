/** One kind a line, as in makanan.ts. */
export const MINUMAN = `
kopi robusta | Kopi robusta; Kopi bubuk robusta; Biji kopi robusta; Kopi robusta lereng Slamet | bungkus | 20-75 | 22 | Disangrai di kampung.
kopi arabika | Kopi arabika; Kopi arabica; Kopi bubuk arabika; Biji kopi arabika | bungkus | 35-120 | 16 | Rasa buah dan madu.
kopi luwak | Kopi luwak; Kopi luwak liar | bungkus | 90-300 | 5 | Luwak lepas di kebun.
teh hijau | Teh hijau; Teh ijo | bungkus | 10-35 | 9 | Pucuk daun muda.
teh hitam | Teh hitam; Teh tubruk; Teh celup hitam; Teh melati | bungkus | 6-25 | 10 | Wangi melati.
teh rosella | Teh rosella; Teh bunga rosella; Teh rosela kering | bungkus | 12-30 | 7 | Asam segar.
teh daun kelor | Teh daun kelor; Teh kelor celup | bungkus | 12-30 | 6 | Daun kelor pilihan.
teh telang | Teh bunga telang; Teh telang | bungkus | 12-30 | 5 | Biru alami, enak dengan madu.
wedang uwuh | Wedang uwuh; Wedang uwuh celup | bungkus | 8-25 | 8 | Jahe, cengkeh, kayu secang.
wedang jahe | Wedang jahe; Minuman jahe instan; Jahe instan gula semut | bungkus | 10-30 | 10 | Dengan gula semut.
kunyit asam | Kunyit asam; Jamu kunir asem; Kunir asem botol | botol | 8-20 | 8 | Segar untuk perempuan.
beras kencur | Beras kencur; Jamu beras kencur; Jamu wos kencur | botol | 8-20 | 7 | Menambah nafsu makan.
jamu | Jamu gendong; Jamu temulawak; Jamu pegal linu; Jamu paitan | botol | 8-25 | 9 | Diracik setiap pagi.
sirup | Sirup pala; Sirup markisa; Sirop jeruk; Sirup nanas | botol | 18-45 | 9 | Untuk es buah.
susu kambing | Susu kambing etawa; Susu kambing bubuk; Susu wedhus etawa | botol | 15-60 | 9 | Diperah pagi hari.
susu sapi | Susu sapi segar; Susu sapi murni; Yogurt susu sapi | liter | 8-20 | 8 | Dari sapi perah.
susu kedelai | Susu kedelai; Sari kedelai; Susu dele | botol | 5-12 | 7 | Tanpa pengawet.
dawet | Es dawet ireng; Dawet ayu; Cendol kemasan | paket | 5-20 | 6 | Dengan gula kelapa.
nira | Badeg nira kelapa; Legen; Nira aren segar | liter | 8-20 | 5 | Manis segar dari pohon.
air minum | Air minum galon; Air mineral desa | biji | 5-20 | 5 | Dari mata air gunung.
bandrek | Bandrek; Sekoteng instan | bungkus | 8-25 | 5 | Menghangatkan badan.
jus buah | Jus jambu; Jus sirsak; Sari buah nanas | botol | 8-25 | 6 | Tanpa pemanis buatan.
cokelat bubuk | Cokelat bubuk; Coklat bubuk minuman | bungkus | 15-40 | 5 | Dari kakao sendiri.
`;
