/** What seasons and heals; the columns are told in `kinds.ts`. */
export const SPICE = `
jahe | kg | 15-35 | Jahe gajah; Jahe emprit; Jahe; Jae | Untuk wedang dan jamu
jahe-merah | kg | 30-60 | Jahe merah; Jahe abang | Lebih pedas
jahe-bubuk | bungkus | 12-30 | Jahe bubuk; Bubuk jahe | Murni tanpa gula
kunyit | kg | 8-18 | Kunyit; Kunir; Kunyit bubuk | Untuk jamu kunyit asam
kencur | kg | 25-50 | Kencur | Bumbu pecel dan seblak
lengkuas | kg | 8-16 | Lengkuas; Laos | Bumbu rendang
serai | ikat | 3-8 | Serai; Sereh; Sere | Pengusir nyamuk dan bumbu
kapulaga | ons | 12-30 | Kapulaga; Kapulaga kering; Kapol | Bumbu gulai
cengkih | ons | 12-25 | Cengkih kering; Cengkeh | Petikan tahun ini
lada | ons | 12-25 | Lada hitam; Lada putih; Merica | Pedas dan wangi
pala | ons | 10-22 | Biji pala; Pala | Untuk kue dan sup
kayu-manis | ons | 8-20 | Kayu manis; Kulit manis; Manis jangan | Digulung dan kering
kemiri | ons | 6-12 | Kemiri; Kemiri kupas | Bumbu dan minyak rambut
ketumbar | ons | 5-10 | Ketumbar; Tumbar | Bumbu tempe
temulawak | kg | 8-18 | Temulawak; Temulawak kering | Penambah nafsu makan
daun-salam | ikat | 2-5 | Daun salam; Godhong salam | Bumbu dapur
vanili | ons | 80-250 | Vanili kering; Vanilla; Panili | Wangi untuk kue
asam-jawa | ons | 5-12 | Asam jawa; Asem jawa; Asem kawak | Untuk jamu dan sayur asem
`;
