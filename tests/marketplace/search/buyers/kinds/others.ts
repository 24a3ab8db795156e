/** One kind a line, as in makanan.ts: what grows for the kitchen. */
export const REMPAH = `
kapulaga | Kapulaga kering; Kapulaga; Kapulogo; Kapulaga basah | kg | 60-220 | 12 | Kering jemur.
jahe | Jahe emprit; Jahe gajah; Jahe segar; Jae emprit | kg | 15-40 | 10 | Pedas dan wangi.
jahe merah | Jahe merah; Jahe merah bubuk; Jahe abang | bungkus | 15-45 | 9 | Untuk wedang.
kunyit | Kunyit; Kunyit bubuk; Kunir | kg | 8-30 | 8 | Warna kuning alami.
kencur | Kencur; Kencur segar; Kencur bubuk | kg | 25-60 | 6 | Untuk jamu.
temulawak | Temulawak; Temulawak kering; Temulawak bubuk | kg | 10-35 | 6 | Irisan kering.
lengkuas | Lengkuas; Laos; Lengkuas bubuk | kg | 8-20 | 6 | Untuk rendang.
serai | Serai; Sereh; Serai kering | ikat | 3-15 | 6 | Wangi segar.
cengkeh | Cengkeh kering; Cengkeh; Cengkih | kg | 90-170 | 8 | Petik merah.
lada | Lada putih; Lada hitam; Mrica; Merica bubuk | ons | 10-30 | 8 | Pedas hangat.
pala | Pala; Biji pala | kg | 50-140 | 6 | Kulit tipis.
kayu manis | Kayu manis; Kayu manis bubuk; Kayu manis batang | bungkus | 10-35 | 6 | Untuk kue dan kopi.
ketumbar | Ketumbar; Ketumbar bubuk; Tumbar | ons | 5-15 | 6 | Wangi.
vanili | Vanili kering; Vanili; Panili | ons | 90-350 | 5 | Polong panjang.
kemiri | Kemiri; Kemiri kupas | kg | 30-60 | 6 | Untuk bumbu.
`;

export const TERNAK = `
kambing | Kambing etawa; Kambing jawa; Wedhus gembel; Wedus jawa; Kambing kurban | biji | 1200-4500 | 14 | Sehat, sudah vaksin.
domba | Domba; Domba batur; Domba garut | biji | 1500-4500 | 7 | Untuk kurban.
sapi | Sapi limosin; Sapi kurban; Sapi jawa; Lembu simental | biji | 12000-28000 | 9 | Sehat, ada surat.
kerbau | Kerbau; Kebo bajak | biji | 14000-26000 | 5 | Jinak.
ayam | Ayam kampung; Pitik kampung; Ayam joper; Ayam potong | biji | 35-110 | 13 | Pakan jagung.
bebek | Bebek; Bebek petelur; Entok; Itik | biji | 45-110 | 8 | Umur enam bulan.
kelinci | Kelinci; Kelinci hias; Truwelu | biji | 40-150 | 6 | Jinak untuk anak.
burung | Burung murai; Burung lovebird; Manuk perkutut | biji | 75-1500 | 7 | Sudah gacor.
gurame | Gurame segar; Gurameh; Gurami konsumsi; Bibit gurame | kg | 35-60 | 11 | Kolam air mengalir.
lele | Lele segar; Lele; Bibit lele; Ikan lele | kg | 20-30 | 9 | Ukuran konsumsi.
nila | Ikan nila; Nila merah; Nila segar | kg | 28-40 | 8 | Kolam air deras.
bawal | Bawal air tawar; Ikan bawal | kg | 24-35 | 5 | Segar.
ikan hias | Ikan koi; Ikan cupang; Ikan mas koki | biji | 5-150 | 7 | Warna cerah.
telur ayam | Telur ayam kampung; Endhog pitik; Telur ayam negeri; Telor ayam | kg | 24-55 | 10 | Baru setiap hari.
telur bebek | Telur bebek; Endog bebek; Telur bebek mentah | biji | 2-4 | 6 | Bahan telur asin.
pakan ternak | Pakan ternak; Pakan ayam; Konsentrat sapi; Pelet lele | sak | 60-450 | 8 | Untuk ayam, lele dan sapi.
`;

export const JASA = `
jasa jahit | Jasa jahit; Jahit baju; Penjahit kebaya | biji | 35-350 | 8 | Kain batik dari Anda.
jasa pijat | Pijat urut; Jasa pijat; Pijet bayi | paket | 40-120 | 6 | Bisa panggilan.
sewa tenda | Sewa tenda; Sewa tenda hajatan; Sewa kursi | paket | 250-3500 | 8 | Tenda, kursi dan meja untuk hajatan.
sound system | Sewa sound system; Sewa sound | paket | 400-3500 | 6 | Lengkap dengan operator.
rias pengantin | Rias pengantin; Rias manten; Jasa make up | paket | 250-6000 | 7 | Paes Banyumasan.
paket wisata | Paket wisata desa; Wisata petik stroberi; Wisata Goa Lawa | paket | 15-350 | 9 | Dengan pemandu.
homestay | Homestay; Homestay desa wisata; Penginapan | paket | 100-350 | 7 | Sarapan mendoan dan kopi.
bengkel las | Bengkel las; Jasa las pagar; Las teralis | paket | 150-4500 | 6 | Pagar dan kanopi.
servis elektronik | Servis TV; Servis kulkas; Servis elektronik | paket | 50-350 | 6 | Datang ke rumah.
percetakan | Cetak undangan; Percetakan; Sablon kaos | paket | 50-900 | 7 | Undangan pernikahan.
katering | Katering hajatan; Catering prasmanan; Katering | paket | 20-3500 | 7 | Nasi, lauk, sayur.
ojek | Ojek desa; Jasa antar; Kurir desa | paket | 5-50 | 5 | Antar barang sampai rumah.
giling padi | Giling padi; Selep padi keliling | kg | 1-3 | 5 | Beras langsung jadi.
kelompok seni | Grup ebeg; Orkes campursari; Grup calung | paket | 1500-9000 | 6 | Pentas hajatan.
`;

export const LAINNYA = `
madu hutan | Madu hutan asli; Madu hutan; Madu; Madu murni; Madu asli lereng Slamet | botol | 60-180 | 16 | Dari lebah liar.
madu klanceng | Madu klanceng; Madu lanceng; Madu trigona | botol | 90-250 | 10 | Lebah kecil tanpa sengat.
sabun | Sabun madu; Sabun herbal; Sabun batang susu kambing; Sabun cuci | biji | 8-30 | 10 | Lembut di kulit.
minyak kelapa | Minyak kelapa; Minyak klentik; Minyak kelapa murni VCO; Lenga klentik | botol | 20-60 | 9 | Dari kelapa segar.
minyak atsiri | Minyak atsiri nilam; Minyak sereh wangi; Minyak cengkeh | botol | 25-120 | 7 | Hasil suling.
pupuk kandang | Pupuk kandang kambing; Pupuk kandang; Pupuk kompos; Rabuk wedhus | sak | 10-35 | 10 | Pupuk dari kotoran kambing.
pupuk cair | Pupuk cair organik; Pupuk organik cair | botol | 15-40 | 6 | Untuk cabai dan sayur.
knalpot | Knalpot racing; Knalpot motor; Kenalpot mobil | biji | 150-1500 | 10 | Buatan Purbalingga.
batu bata | Batu bata merah; Bata merah; Banon | biji | 1-2 | 6 | Bakar kayu.
genteng | Genteng; Genteng tanah liat; Gendeng press | biji | 2-5 | 5 | Kuat, tidak rembes.
batako | Batako; Batako press | biji | 3-5 | 5 | Untuk tembok.
pasir | Pasir kali; Pasir Klawing | sak | 10-30 | 5 | Bersih.
arang | Arang kayu; Arang batok; Briket arang kelapa | sak | 20-90 | 7 | Untuk sate.
kayu bakar | Kayu bakar; Kayu bakar ikat | ikat | 8-25 | 5 | Kering.
bambu | Bambu; Bambu apus; Pring petung | biji | 10-40 | 6 | Batang lurus.
kaos | Kaos desa wisata; Kaos ngapak; Kaos sablon | biji | 50-110 | 6 | Bahan katun.
mukena | Mukena; Mukena bordir; Rukuh | biji | 90-350 | 6 | Bordir halus.
tanah kavling | Tanah kavling; Tanah pekarangan | paket | 45000-250000 | 4 | Sertifikat hak milik.
lilin | Lilin aromaterapi; Lilin hias | biji | 10-45 | 5 | Wangi sereh.
masker | Masker kain; Masker batik | biji | 5-20 | 5 | Cuci ulang.
`;
