/** One kind a line, as in makanan.ts; the batik stands below. */
export const KERAJINAN = `
sapu glagah | Sapu glagah; Sapuglagah; Sapu gelagah; Sapu rayung | biji | 12-30 | 22 | Awet, tidak rontok.
sapu lidi | Sapu lidi; Sapu lidi aren; Sapu sada | biji | 6-18 | 8 | Untuk halaman.
sapu ijuk | Sapu ijuk; Sapu duk | biji | 12-28 | 7 | Ijuk aren hitam.
keset | Keset sabut kelapa; Keset perca; Keset kaki | biji | 10-30 | 8 | Sabut kelapa tebal.
anyaman bambu | Anyaman bambu; Besek bambu; Anyaman pring; Tampah bambu; Tambir | biji | 5-60 | 16 | Bambu apus pilihan.
tas anyaman | Tas anyaman pandan; Tas anyam; Tas mendong | biji | 35-150 | 8 | Cocok untuk oleh-oleh.
tikar | Tikar pandan; Klasa pandan; Tikar mendong | biji | 40-150 | 8 | Anyaman tangan.
caping | Caping bambu; Caping tani | biji | 15-35 | 6 | Untuk ke sawah.
kukusan | Kukusan bambu; Soblok kukusan | biji | 10-30 | 5 | Untuk menanak nasi.
kursi bambu | Kursi bambu; Kursi tamu bambu; Lincak bambu | biji | 150-900 | 8 | Kuat dan ringan.
meja kayu | Meja kayu jati; Meja kayu; Meja belajar kayu | biji | 250-2500 | 6 | Kayu jati tua.
lemari | Lemari jati; Lemari pakaian kayu | biji | 900-4500 | 5 | Ukir bisa pesan.
keris | Keris; Keris hias; Warangka keris | biji | 250-3500 | 5 | Dengan kotak kayu.
wayang | Wayang kulit; Wayang golek; Wayang suket | biji | 75-900 | 7 | Tatah sungging tangan.
topeng | Topeng kayu; Topeng ebeg; Topeng lengger | biji | 75-500 | 5 | Untuk pentas dan hiasan.
kuda lumping | Kuda lumping; Jaran kepang; Ebeg anyaman | biji | 75-350 | 6 | Anyaman bambu warna.
blangkon | Blangkon Banyumas; Blangkon; Iket kepala | biji | 40-150 | 8 | Dari kain batik.
gerabah | Gerabah; Cobek tanah liat; Kendi tanah liat; Pot gerabah | biji | 10-90 | 9 | Tanah liat bakar.
cobek batu | Cobek batu; Ulekan batu; Ciri batu kali | biji | 45-150 | 6 | Batu gunung utuh.
pisau | Pisau dapur; Golok; Arit tajam; Bendo | biji | 35-250 | 8 | Ditempa pandai besi.
cangkul | Cangkul; Pacul baja | biji | 60-160 | 6 | Baja tempa.
wajan | Wajan; Wajan cor; Kuali alumunium | biji | 45-250 | 5 | Cor tebal.
rambut palsu | Rambut palsu; Wig; Sanggul; Bulu mata palsu | biji | 10-450 | 9 | Rambut asli manusia.
tas kulit | Tas kulit; Tas kulit sapi; Dompet kulit | biji | 90-600 | 6 | Kulit sapi asli.
sandal | Sandal; Sendal kulit; Sandal bandol | biji | 20-120 | 6 | Dari ban bekas.
boneka | Boneka rajut; Boneka flanel; Boneka horta | biji | 20-120 | 6 | Buatan tangan.
rajutan | Tas rajut; Taplak rajut; Topi rajut | biji | 30-200 | 6 | Benang katun.
hiasan dinding | Hiasan dinding; Kaligrafi kayu; Lukisan kaca | biji | 50-500 | 6 | Dari limbah kayu.
lampu hias | Lampu hias bambu; Lampu gantung bambu | biji | 60-350 | 5 | Cahaya hangat.
mainan kayu | Mainan kayu; Mobil-mobilan kayu; Gasing kayu | biji | 15-120 | 6 | Untuk anak.
sangkar burung | Sangkar burung; Kurungan ayam; Kurungan burung | biji | 35-350 | 6 | Bambu halus.
gamelan | Gamelan; Calung bambu; Angklung; Kenthongan | paket | 150-9000 | 6 | Laras slendro.
tembikar batok | Mangkuk batok kelapa; Sendok batok kelapa; Gelas bambu | biji | 8-45 | 6 | Batok kelapa tua.
`;

/** The same lines, of the category batik. */
export const BATIK = `
batik tulis | Batik tulis; Kain batik tulis Purbalingga; Batik tulis motif nanas; Batik tulis motif lawa | biji | 250-1200 | 18 | Pewarna alam, motif goa Lawa.
batik cap | Batik cap; Kain batik cap; Bathik cap; Batik cap motif kopi | biji | 90-250 | 14 | Katun primisima.
batik ecoprint | Kain ecoprint; Batik ecoprint; Kerudung ecoprint | biji | 80-350 | 9 | Daun jati dan daun kelor.
kemeja batik | Kemeja batik; Hem batik; Baju batik pria | biji | 110-350 | 9 | Ukuran M sampai XXL.
daster batik | Daster batik; Daster | biji | 45-110 | 7 | Adem untuk harian.
kain lurik | Kain lurik; Lurik tenun | biji | 60-200 | 6 | Tenun tangan.
taplak batik | Taplak meja batik; Taplak batik | biji | 50-150 | 5 | Ukuran dua meter.
`;
