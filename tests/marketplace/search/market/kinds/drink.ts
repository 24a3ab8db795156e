/** What is drunk; the columns are told in `kinds.ts`. */
export const DRINK = `
kopi-robusta | bungkus | 15-60 | Kopi robusta; Kopi bubuk robusta; Kopi bubuk; KOPI ROBUSTA | Enak dengan gula semut; Sangrai sedang | Karangreja | 2
kopi-arabika | bungkus | 30-90 | Kopi arabika; Kopi arabica; Biji kopi arabika | Ada rasa buah dan madu; Tumbuh di lereng Gunung Slamet | Karangreja; Kejajar
kopi-luwak | bungkus | 80-200 | Kopi luwak; Kopi luwak liar | Dipungut dari kebun
teh-hijau | bungkus | 10-30 | Teh hijau; Teh ijo | Pucuk teh kebun rakyat
teh-hitam | bungkus | 8-25 | Teh hitam; Teh tubruk; Teh poci | Kental dan sepet
teh-melati | bungkus | 8-25 | Teh melati; Teh wangi melati | Dicampur bunga melati
teh-rosella | bungkus | 12-30 | Teh rosella; Teh bunga rosela | Segar dengan madu
wedang-jahe | bungkus | 8-25 | Wedang jahe; Minuman jahe instan | Jahe merah dan gula aren
wedang-uwuh | bungkus | 8-20 | Wedang uwuh; Wedang uwuh celup | Kayu secang, cengkih dan kayu manis
sirup-nanas | botol | 18-35 | Sirup nanas; Sirop nanas | Dari nanas madu
sirup-markisa | botol | 20-40 | Sirup markisa; Sirop markisa | Tanpa pewarna
susu-sapi | liter | 10-20 | Susu sapi; Susu sapi segar; Susu murni | Diperah pagi dan sore | Karangreja
susu-kambing | liter | 25-50 | Susu kambing; Susu kambing etawa | Dibekukan, tidak bau
susu-kedelai | botol | 5-12 | Susu kedelai; Sari kedelai | Bisa rasa jahe atau coklat
jamu-kunyit-asam | botol | 8-18 | Jamu kunyit asam; Jamu kunir asem | Kunyit segar dan asam jawa
jamu-beras-kencur | botol | 8-18 | Jamu beras kencur; Beras kencur | Menghangatkan badan
dawet | bungkus | 5-12 | Es dawet; Dawet ayu; Cendol | Santan kelapa dan gula jawa
jus-stroberi | botol | 12-25 | Jus stroberi; Sari buah stroberi | Stroberi petik sendiri | Karangreja
cokelat-bubuk | bungkus | 15-40 | Cokelat bubuk; Coklat bubuk | Dari kakao kebun desa
`;
