/** Animals and what they give; the columns are told in `kinds.ts`. */
export const ANIMALS = `
kambing | biji | 1500-4500 | Kambing etawa; Kambing jawa; Wedhus jawa; Kambing kurban | Sehat, makan rumput gajah
domba | biji | 1400-3800 | Domba; Domba batur; Wedhus gibas | Bulunya tebal, untuk kurban | Batur
sapi | biji | 14000-26000 | Sapi limosin; Sapi jawa; Sapi kurban; Sapi perah | Sudah divaksin
kerbau | biji | 15000-24000 | Kerbau; Kebo | Untuk membajak sawah
ayam-kampung | biji | 60-150 | Ayam kampung; Ayam jago; Pitik kampung; Ayam kampung hidup | Dilepas di kebun
bebek | biji | 50-110 | Bebek; Bebek peking; Itik | Petelur produktif
entok | biji | 70-140 | Entok; Mentok; Basur | Daging tebal
kelinci | biji | 40-150 | Kelinci; Kelinci pedaging; Terwelu | Jinak
puyuh | biji | 8-15 | Burung puyuh; Puyuh petelur | Umur empat puluh hari
lele | kg | 20-30 | Lele; Ikan lele; Lele segar | Isi delapan ekor sekilo
gurame | kg | 35-55 | Gurame; Ikan gurami; Gurameh | Kolam air mengalir | Padamara
nila | kg | 25-38 | Ikan nila; Nila merah; Nila | Kolam air deras
telur-ayam | lusin | 20-45 | Telur ayam kampung; Endog ayam kampung; Telor ayam | Dari ayam umbaran
telur-bebek | lusin | 28-45 | Telur bebek; Telor bebek; Endog bebek | Bahan telur asin
telur-puyuh | kg | 30-45 | Telur puyuh; Telor puyuh | Segar setiap hari
bibit-lele | gros | 15-40 | Bibit lele; Benih lele | Ukuran lima sampai tujuh sentimeter
jangkrik | kg | 40-70 | Jangkrik; Jangkrik pakan burung | Pakan burung dan ikan
maggot | kg | 6-12 | Maggot; Maggot BSF | Pakan lele dan ayam
`;
