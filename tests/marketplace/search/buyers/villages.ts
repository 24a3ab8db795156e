export interface Village {
  name: string;
  kecamatan: string;
  kabupaten: string;
}

/**
 * kabupaten | kecamatan: villages. Some names are words or hold one (jambu, salak, kopi, nangka, gedang, duren, kelapa,
 * jati, lurah, bawang): such a village does not sell what its name says more than another does.
 */
const PLACES = `
Purbalingga | Karangreja: Karangreja, Serang, Kutabawa, Siwarak, Tlahab Lor
Purbalingga | Karangjambu: Karangjambu, Sirandu, Purbasari
Purbalingga | Karangmoncol: Kalikopi, Tajug
Purbalingga | Rembang: Tunjungmuli, Makam, Gunungwuled, Wanogara Kulon
Purbalingga | Bobotsari: Bobotsari, Pakuncen, Karangduren
Purbalingga | Mrebet: Onje, Serayu Larangan, Karangnangka, Sindang
Purbalingga | Bojongsari: Bojongsari, Karangbanjar, Beji
Purbalingga | Kutasari: Kutasari, Candinata, Karangjengkol
Purbalingga | Padamara: Karanggambas, Kalitinggar, Karangpule
Purbalingga | Kaligondang: Selakambang, Lamongan, Penolih
Purbalingga | Pengadegan: Pengadegan, Tetel, Karangjoho
Purbalingga | Kejobong: Kejobong, Nangkasawit, Bandingan
Purbalingga | Bukateja: Bukateja, Kedungjati, Cipawon
Purbalingga | Kemangkon: Kemangkon, Panican, Kedunglegok
Purbalingga | Kertanegara: Kertanegara, Langkap, Condong
Purbalingga | Karanganyar: Maribaya, Jambudesa, Ponjen
Banyumas | Cilongok: Gununglurah, Pageraji, Sokawera
Banyumas | Kebasen: Kalisalak, Gambarsari
Banyumas | Baturraden: Kemutug Lor, Karangmangu
Banjarnegara | Susukan: Gumelem Kulon, Karangsalam
Banjarnegara | Batur: Dieng Kulon, Bakal
Cilacap | Majenang: Jatiluhur, Karanggedang
Cilacap | Kroya: Kelapagading, Bawangsari
Wonosobo | Garung: Sendangsari, Tegalsari
`;

/** The villages of the market; a good names its village by the index here. */
export const VILLAGES: readonly Village[] = PLACES.trim()
  .split('\n')
  .flatMap((line) => {
    const [kabupaten = '', rest = ''] = line.split(' | ');
    const [kecamatan = '', names = ''] = rest.split(': ');
    return names.split(', ').map((name) => ({ name, kecamatan, kabupaten }));
  });
