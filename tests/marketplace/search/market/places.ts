/** A village of the market, as a buyer in Purbalingga knows it. */
export interface MarketVillage {
  readonly name: string;
  readonly kecamatan: string;
  readonly kabupaten: string;
}

/** Each line is a regency's kecamatan and its villages. Many of the names hold the name of a product: jambu, duren, kemiri. */
const LINES = `
Purbalingga/Karangreja: Serang, Kutabawa, Siwarak, Tlahab Lor, Gondang
Purbalingga/Karangjambu: Karangjambu, Sanguwatang, Jingkang, Purbasari
Purbalingga/Bobotsari: Limbasari, Karangduren, Majapura, Kalapacung, Talagening
Purbalingga/Rembang: Makam, Panusupan, Bantarbarang, Gunungwuled, Losari
Purbalingga/Kaligondang: Arenan, Slinga, Penolih, Selakambang
Purbalingga/Mrebet: Onje, Karangnangka, Campakoah, Serayu Larangan
Purbalingga/Kutasari: Karangjengkol, Karangaren, Meri, Cendana
Purbalingga/Kejobong: Nangkasawit, Timbang, Pandansari, Langgar
Purbalingga/Bukateja: Karanggedang, Kutawis, Wirasaba
Purbalingga/Kemangkon: Karangkemiri, Kedungbenda, Panican
Purbalingga/Padamara: Gemuruh, Purbayasa, Kalitinggar
Purbalingga/Bojongsari: Pagedangan, Kajongan, Galuh
Purbalingga/Karanganyar: Jambudesa, Lumpang, Ponjen
Purbalingga/Pengadegan: Bedagas, Tetel
Purbalingga/Purbalingga: Toyareja, Jatisaba
Banyumas/Cilongok: Gununglurah, Pageraji, Kalisari
Banyumas/Sokaraja: Sokaraja Kulon, Klahang
Banyumas/Kedungbanteng: Melung, Kalisalak
Banyumas/Banyumas: Papringan
Banjarnegara/Susukan: Gumelem Kulon, Gumelem Wetan
Banjarnegara/Batur: Dieng Kulon, Pekasiran
Banjarnegara/Madukara: Kutayasa, Pekauman
Banjarnegara/Purwareja Klampok: Klampok
Cilacap/Adipala: Adiraja, Karangbenda
Cilacap/Kesugihan: Jatiluhur
Wonosobo/Kejajar: Sembungan, Sikunang
Wonosobo/Kertek: Kapencar, Reco
`;

/** The villages; a good names its own by its index here. */
export const VILLAGES: readonly MarketVillage[] = LINES.trim()
  .split('\n')
  .flatMap((line) => {
    const [where = '', names = ''] = line.split(': ');
    const [kabupaten = '', kecamatan = ''] = where.split('/');
    return names.split(', ').map((name) => ({ name, kecamatan, kabupaten }));
  });

/** The makers. Some are called like a product or like a word that says nothing: Manis, Melati, Murah Rejeki. */
export const PRODUCERS: readonly string[] =
  `Bu Siti; Bu Tuminah; Bu Sri Wahyuni; Pak Slamet Riyadi; Pak Darsono; Mbah Karto;
Bu Manisem; Pak Kusworo; Bu Warsiti; Pak Sukirman; Bu Endang; Mas Yulianto; Bu Painah; Pak Tarso; Bu Rokhayah; Pak Mulyono;
Mbok Jumirah; Pak Sanmarto; Bu Lestari; Pak Wiryo; Bu Kartinah; Mas Bambang; Bu Turiyah; Pak Ngadimin; Bu Khotimah;
KWT Melati; KWT Sekar Arum; Kelompok Tani Ngudi Rahayu; BUMDes Maju Makmur; UD Murah Rejeki; Dapur Mbak Ning; Poklahsar Mina Lestari`.split(
    /;\s*/u,
  );
