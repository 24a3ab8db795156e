/** What hands make, and cloth; the columns are told in `kinds.ts`. */
export const CRAFT = `
sapu-glagah | biji | 12-25 | Sapu glagah; Sapuglagah; Sapu rayung; Sapu gelagah | Rapi, untuk lantai keramik | Karangreja; Bojongsari | 2
sapu-lidi | biji | 6-15 | Sapu lidi; Sapu sodo | Lidi kelapa
sapu-ijuk | biji | 12-22 | Sapu ijuk; Sapu duk | Ijuk aren
besek | lusin | 15-35 | Besek bambu; Besek hantaran; Besek | Anyaman untuk nasi kenduri
anyaman-bambu | biji | 20-120 | Anyaman bambu; Keranjang bambu; Kranjang bambu | Bambu apus
tampah | biji | 20-45 | Tampah; Tampah bambu; Tampir | Untuk menampi beras
kukusan | biji | 15-30 | Kukusan bambu; Kukusan nasi | Bentuk kerucut
caping | biji | 15-30 | Caping; Caping bambu | Dipakai ke sawah
tas-anyaman | biji | 40-120 | Tas anyaman pandan; Tas anyaman | Untuk ke pasar
tikar-pandan | biji | 50-150 | Tikar pandan; Klasa pandan | Adem
kursi-bambu | paket | 250-900 | Kursi bambu; Kursi tamu bambu | Bambu wulung, bisa dipesan
meja-kayu | biji | 200-900 | Meja kayu; Meja makan kayu jati | Pesan dua minggu
keris | biji | 200-900 | Keris hias; Keris; Keris pajangan | Warangka kayu
wayang-kulit | biji | 150-700 | Wayang kulit; Wayang Bawor | Kulit kerbau
topeng | biji | 50-200 | Topeng kayu; Topeng | Tari topeng lengger
gerabah | biji | 15-90 | Gerabah; Kendi tanah liat; Pot keramik | Dibakar kayu | Purwareja Klampok
cobek-batu | biji | 40-120 | Cobek batu; Cowek batu; Ulekan batu | Untuk membuat sambal
ukiran-kayu | biji | 100-900 | Ukiran kayu; Hiasan dinding kayu | Kayu jati dan mahoni
knalpot | biji | 150-900 | Knalpot motor; Knalpot racing; Knalpot | Buatan bengkel desa | Purbalingga
wig | biji | 150-700 | Wig rambut; Rambut palsu | Halus | Purbalingga
bulu-mata | lusin | 30-120 | Bulu mata palsu; Bulu mata | Ringan dipakai | Karanganyar
sabun-madu | biji | 10-25 | Sabun madu; Sabun madu herbal | Melembutkan kulit
sabun-serai | biji | 10-25 | Sabun serai; Sabun sereh | Wangi serai
lilin | biji | 10-40 | Lilin hias; Lilin aroma | Wangi kopi
boneka | biji | 20-90 | Boneka kain; Boneka Bawor | Untuk anak
sangkar-burung | biji | 80-400 | Sangkar burung; Kurungan manuk | Kayu dan bambu
sandal | biji | 20-60 | Sandal kulit; Sandal batok; Sendal bandol | Dari ban bekas atau kulit
kemoceng | biji | 12-30 | Kemoceng; Sulak | Bulu ayam kampung
batik-tulis | biji | 200-800 | Batik tulis; Kain batik tulis; Batik tulis lawasan | Pewarna alam, malam lebah madu | Bobotsari; Susukan
batik-cap | biji | 90-200 | Batik cap; Kain batik cap | Motif lumbon | Bobotsari
batik-nanas | biji | 100-300 | Kain batik motif nanas; Batik motif nanas | Terinspirasi kebun nanas madu
kemeja-batik | biji | 90-250 | Kemeja batik; Baju batik pria; Hem batik | Lengan panjang
daster-batik | biji | 40-100 | Daster batik; Daster | Adem dipakai
selendang-batik | biji | 60-180 | Selendang batik; Syal batik | Untuk kondangan
tas-batik | biji | 40-150 | Tas batik; Dompet batik | Kain perca
blangkon | biji | 40-120 | Blangkon; Blangkon batik | Gaya Banyumasan
ecoprint | biji | 80-250 | Kain ecoprint; Ecoprint daun jati | Daun asli dari kebun
`;
