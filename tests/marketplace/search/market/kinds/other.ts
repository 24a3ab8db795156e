/** Services, and what a farm or a house needs; the columns are told in `kinds.ts`. */
export const SERVICES = `
jasa-jahit | paket | 30-200 | Jasa jahit; Jahit baju; Penjahit kebaya | Terima seragam dan batik
pijat | paket | 40-100 | Pijat urat; Jasa pijat; Pijet | Dengan minyak kelapa
katering | paket | 15-40 | Katering; Nasi kotak; Catering hajatan | Tumpeng, tempe, ayam, sayur
sewa-tenda | paket | 500-2500 | Sewa tenda; Sewa tenda dan kursi | Untuk hajatan
sewa-sound | paket | 400-2000 | Sewa sound system; Sewa sound | Dengan operator
servis-motor | paket | 30-200 | Servis motor; Bengkel motor | Ganti oli dan knalpot
tukang-kayu | paket | 120-300 | Jasa tukang kayu; Tukang bangunan | Kusen, meja, pintu
homestay | paket | 150-400 | Homestay; Penginapan; Homestay Gunung Slamet | Sarapan kopi dan mendoan | Karangreja
pemandu-wisata | paket | 100-350 | Pemandu wisata; Pemandu pendakian Gunung Slamet | Jalur Bambangan | Karangreja
giling-padi | paket | 10-40 | Giling padi; Selep keliling | Jadi beras bersih
sewa-traktor | paket | 150-500 | Sewa traktor; Bajak sawah | Bukan dengan kerbau
fotokopi | rim | 40-90 | Fotokopi; Cetak undangan | Kertas HVS
`;

/** What none of the other words says. */
export const OTHER = `
pupuk-kandang | sak | 15-35 | Pupuk kandang; Pupuk kandang kambing; Pupuk kotoran sapi | Untuk cabai dan kopi; Dari kandang ayam dan kambing
pupuk-kompos | sak | 15-35 | Pupuk kompos; Kompos | Daun kering dan sekam padi
pupuk-cair | botol | 15-40 | Pupuk cair; Pupuk organik cair | Untuk padi dan sayuran
bibit-kopi | biji | 3-10 | Bibit kopi; Bibit kopi arabika | Tinggi tiga puluh sentimeter
bibit-durian | biji | 25-90 | Bibit durian; Bibit duren montong | Sambung pucuk
bibit-cabai | biji | 1-3 | Bibit cabai; Bibit lombok | Umur satu bulan
benih-padi | sak | 60-120 | Benih padi; Bibit padi inpari | Beras pulen
pakan-ayam | sak | 60-350 | Pakan ayam; Pakan ayam kampung | Jagung dan bekatul
pakan-lele | sak | 120-350 | Pakan lele; Pelet lele | Terapung
bambu | biji | 10-35 | Bambu; Bambu apus; Pring apus | Untuk pagar dan kursi
kayu-bakar | ikat | 15-40 | Kayu bakar; Kayu bakar kering | Untuk membuat gula jawa
arang | sak | 30-80 | Arang kayu; Arang batok kelapa; Areng | Untuk sate kambing
batu-alam | sak | 40-150 | Batu alam; Batu hias; Batu kali | Untuk taman
pasir | sak | 20-60 | Pasir; Pasir kali Serayu | Untuk bangunan
batako | biji | 3-6 | Batako; Batako press | Untuk kandang sapi
genteng | biji | 2-6 | Genteng; Genteng tanah liat; Gendheng | Tidak bocor
minyak-kelapa | botol | 20-60 | Minyak kelapa; Minyak klentik; VCO | Dari kelapa tua
minyak-serai | botol | 25-70 | Minyak serai; Minyak atsiri serai wangi; Minyak sereh | Pengusir nyamuk
bunga-krisan | ikat | 15-35 | Bunga krisan; Kembang krisan | Potong, segar seminggu
anggrek | biji | 40-200 | Anggrek; Anggrek bulan | Bibit botol
tanaman-hias | biji | 15-150 | Tanaman hias; Tanaman hias aglaonema; Kembang pot | Pot gerabah
rumput-gajah | ikat | 8-20 | Rumput gajah; Suket gajah | Pakan sapi dan kambing
media-tanam | sak | 12-30 | Media tanam; Tanah subur | Dengan arang sekam
`;
