import type { Locale } from '#contract';

export interface Section {
  title: string;
  paragraphs: string[];
}

/** Who runs this, how buying goes, and what happens to what people write. UU PDP 27/2022 asks for plain words. */
export const ABOUT: Record<Locale, { title: string; lead: string; sections: Section[] }> = {
  id: {
    title: 'Tentang pasar ini dan data Anda',
    lead: 'Dodolan (bahasa Jawa: “berjualan”) mempertemukan pembeli dengan desa yang membuat barangnya. Setiap produk dipasang oleh perangkat desa dari situs desanya sendiri.',
    sections: [
      {
        title: 'Cara membeli',
        paragraphs: [
          'Anda bertanya atau menawar lewat halaman produk, tanpa akun. Desa menjawab; tawaran dijawab paling lama 48 jam. Kalau cocok, Anda dan desa melanjutkan di WhatsApp: membayar dan mengambil barang sesuai kesepakatan berdua.',
          'Pasar ini tidak memegang uang dan tidak mengirim barang. “Sepakat” artinya sudah cocok harga, belum dibayar.',
        ],
      },
      {
        title: 'Tanda centang “Terverifikasi”',
        paragraphs: [
          'Centang berarti kami melihat sendiri bahwa produk itu ditautkan dari situs resmi desanya, dan memeriksanya lagi setiap hari. Kalau tautannya hilang, centangnya hilang juga.',
        ],
      },
      {
        title: 'Apa yang kami simpan',
        paragraphs: [
          'Kalau Anda hanya melihat-lihat: tidak ada. Tidak ada cookie, tidak ada pelacak, tidak ada skrip.',
          'Kalau Anda bertanya atau menawar: pesan, tawaran, dan (bila diisi) nama serta nomor WhatsApp Anda. Itu hanya diteruskan ke desa penjual untuk menjawab Anda, tidak ditampilkan ke orang lain, dan tidak dijual.',
          'Nomor WhatsApp penjual juga tidak ditulis di halaman ini. Nomor baru dibuka setelah tombolnya ditekan, dengan persetujuan pemiliknya.',
        ],
      },
      {
        title: 'Hak Anda',
        paragraphs: [
          'Di halaman tanya-jawab Anda (tautan pribadi yang Anda dapat setelah mengirim pesan) ada tombol untuk melihat, mengunduh, dan menghapus semua yang kami simpan tentang Anda.',
          'Catatan jual beli yang sudah sepakat disimpan paling sedikit lima tahun karena aturan perdagangan, tetapi nama dan nomor Anda diganti kode setelah tidak diperlukan lagi.',
        ],
      },
      {
        title: 'Kalau ada yang tidak beres',
        paragraphs: [
          'Tekan “Laporkan produk ini” di halaman produknya. Pengelola pasar di kabupaten akan memeriksanya.',
        ],
      },
    ],
  },
  en: {
    title: 'About this market and your data',
    lead: 'Dodolan (Javanese for “selling”) brings buyers to the villages that make things. Every product is put up by a village official from the village’s own website.',
    sections: [
      {
        title: 'How buying works',
        paragraphs: [
          'You ask or bargain on the product page, without an account. The village answers; an offer is answered within 48 hours. When you agree, you and the village go on in WhatsApp: you pay and collect as the two of you arranged.',
          'This market holds no money and ships nothing. “Agreed” means the price is settled, not paid.',
        ],
      },
      {
        title: 'The “Verified” tick',
        paragraphs: [
          'A tick means that we saw for ourselves that the product is linked from the village’s own website, and that we look again every day. When the link goes, the tick goes too.',
        ],
      },
      {
        title: 'What we keep',
        paragraphs: [
          'When you only look around: nothing. No cookies, no trackers, no script.',
          'When you ask or bargain: your message, your offers and, if you fill them in, your name and WhatsApp number. They are passed only to the selling village so that it can answer you, never shown to others, never sold.',
          'The seller’s WhatsApp number is not written on these pages either. It opens only after the button is pressed, with its owner’s consent.',
        ],
      },
      {
        title: 'Your rights',
        paragraphs: [
          'On your own question page (the private link you get after sending a message) there are buttons to see, download and erase everything we keep about you.',
          'Records of agreed trades are kept for at least five years because trade rules ask for it, but your name and number are replaced by a code once they are no longer needed.',
        ],
      },
      {
        title: 'When something is wrong',
        paragraphs: [
          'Press “Report this product” on its page. The operator of the market in the regency will look at it.',
        ],
      },
    ],
  },
};
