import type { Locale } from '#contract';

const id = {
  usage: `Pemakaian: npm run marketplace -- <perintah>

  serve                                     jalankan pasar
  invite "Desa Dagan" https://dagan.desa.id [--waiting] [--district Bobotsari] [--regency Purbalingga]
                                            undang satu perangkat desa; mencetak tautan undangan
  site <desa> https://situs-lain.desa.id    tambah situs milik desa yang sama
  villages                                  daftar desa
  approve <desa>                            setujui desa
  block <desa>                              blokir desa; semua produknya hilang dari pasar
  devices <desa>                            daftar perangkat desa
  revoke <desa> <perangkat>                 cabut satu perangkat
  hide <produk> "alasan"                    sembunyikan produk; desa membaca alasannya
  show <produk>                             tampilkan lagi
  reports                                   laporan pembeli yang belum dilihat
  handled <produk>                          tandai laporannya sudah dilihat
  unanswered                                desa yang tidak menjawab pembeli
  conversations                             percakapan yang dilaporkan pembeli atau desa

<desa> adalah nama di alamatnya (/desa/<desa>); <produk> adalah alamat atau kode produk.`,
  unknownVillage: (slug: string) => `Tidak ada desa "${slug}". Lihat daftarnya: npm run marketplace -- villages`,
  unknownListing: 'Produk itu tidak ditemukan. Salin alamat halamannya dari pasar.',
  unknownDevice: 'Perangkat itu tidak ditemukan. Lihat daftarnya dengan perintah devices.',
  badSite: (site: string) => `"${site}" bukan alamat situs. Tulis lengkap, misalnya https://dagan.desa.id`,
  needReason: 'Tulis alasannya, supaya desa tahu apa yang harus diperbaiki.',
  invited: (name: string, url: string) =>
    `Undangan untuk ${name} (satu perangkat, berlaku 14 hari):\n${url}\nKirim tautan ini kepada admin desa, misalnya lewat WhatsApp.`,
  siteAdded: (name: string, sites: string[]) => `Situs ${name}: ${sites.join(', ')}`,
  approved: (name: string) => `${name} disetujui. Produknya tampil di pasar.`,
  blocked: (name: string) => `${name} diblokir. Produknya tidak tampil dan perangkatnya tidak bisa mengirim apa pun.`,
  revoked: (name: string) => `Perangkat "${name}" dicabut.`,
  hidden: 'Produk disembunyikan.',
  shown: 'Produk tampil lagi.',
  noReports: 'Tidak ada laporan baru.',
  reported: (count: number) => `${count} orang`,
  reasons: { scam: 'penipuan', forbidden: 'barang terlarang', wrong: 'keterangan salah', other: 'lainnya' },
  handled: 'Laporannya ditandai sudah dilihat.',
  unanswered: (name: string, waiting: number, expired: number, since: string) =>
    `${name}: ${waiting} menunggu jawaban, ${expired} tawaran kedaluwarsa, sejak ${since}`,
  allAnswered: 'Semua desa menjawab dalam 48 jam.',
  conversation: (by: 'buyer' | 'village', village: string, product: string, at: string) =>
    `${by === 'buyer' ? 'Pembeli melaporkan' : 'Pembeli dilaporkan oleh'} ${village} tentang ${product}, ${at}`,
  noConversations: 'Tidak ada percakapan yang dilaporkan.',
  noVillages: 'Belum ada desa. Undang yang pertama: npm run marketplace -- invite "Desa Dagan" https://dagan.desa.id',
  noDevices: 'Belum ada perangkat yang tersambung.',
  status: { approved: 'disetujui', waiting: 'menunggu', blocked: 'diblokir' },
  listings: (count: number) => `${count} produk`,
  never: 'belum pernah',
  busy: (pid: number) => `Folder data sedang dipakai oleh proses ${pid}. Tunggu sampai selesai, lalu ulangi.`,
  badSetting: (name: string) => `Nilai ${name} tidak bisa dipakai. Periksa variabel lingkungan itu.`,
  running: (pid: number) => `Pasar sudah berjalan dengan folder data ini (proses ${pid}).`,
  serving: (url: string, dataDir: string) =>
    `Pasar berjalan di ${url}\nData: ${dataDir}\nUndang desa dari terminal lain: npm run marketplace -- invite "Desa Dagan" https://dagan.desa.id\nHentikan dengan Ctrl+C.`,
};

const en: typeof id = {
  usage: `Usage: npm run marketplace -- <command>

  serve                                     run the marketplace
  invite "Desa Dagan" https://dagan.desa.id [--waiting] [--district Bobotsari] [--regency Purbalingga]
                                            invite one device of a village; prints the invite link
  site <village> https://other.desa.id      add a site of the same village
  villages                                  list villages
  approve <village>                         approve a village
  block <village>                           block a village; its products leave the marketplace
  devices <village>                         list a village's devices
  revoke <village> <device>                 revoke one device
  hide <product> "reason"                   hide a product; its village reads the reason
  show <product>                            show it again
  reports                                   buyers' reports nobody looked at yet
  handled <product>                         mark its reports as looked at
  unanswered                                villages that do not answer buyers
  conversations                             conversations that a buyer or a village reported

<village> is the name in its address (/desa/<village>); <product> is a product's address or id.`,
  unknownVillage: (slug) => `There is no village "${slug}". List them: npm run marketplace -- villages`,
  unknownListing: 'That product was not found. Copy the address of its page from the marketplace.',
  unknownDevice: 'That device was not found. List them with the devices command.',
  badSite: (site) => `"${site}" is not a site's address. Write it in full, e.g. https://dagan.desa.id`,
  needReason: 'Write the reason, so that the village knows what to put right.',
  invited: (name, url) =>
    `Invite for ${name} (one device, valid for 14 days):\n${url}\nSend this link to the village's admin, e.g. by WhatsApp.`,
  siteAdded: (name, sites) => `Sites of ${name}: ${sites.join(', ')}`,
  approved: (name) => `${name} is approved. Its products are on the marketplace.`,
  blocked: (name) =>
    `${name} is blocked. Its products are gone from the marketplace and its devices cannot send anything.`,
  revoked: (name) => `Device "${name}" is revoked.`,
  hidden: 'The product is hidden.',
  shown: 'The product is shown again.',
  noReports: 'No new reports.',
  reported: (count) => `${count} ${count === 1 ? 'person' : 'people'}`,
  reasons: { scam: 'fraud', forbidden: 'forbidden goods', wrong: 'not true', other: 'something else' },
  handled: 'Its reports are marked as looked at.',
  unanswered: (name, waiting, expired, since) =>
    `${name}: ${waiting} waiting for an answer, ${expired} expired offers, since ${since}`,
  allAnswered: 'Every village answered within 48 hours.',
  conversation: (by, village, product, at) =>
    `${by === 'buyer' ? 'A buyer reported' : 'A buyer was reported by'} ${village} about ${product}, ${at}`,
  noConversations: 'No conversation was reported.',
  noVillages: 'No villages yet. Invite the first: npm run marketplace -- invite "Desa Dagan" https://dagan.desa.id',
  noDevices: 'No device is connected yet.',
  status: { approved: 'approved', waiting: 'waiting', blocked: 'blocked' },
  listings: (count) => `${count} product${count === 1 ? '' : 's'}`,
  never: 'never',
  busy: (pid) => `The data folder is in use by process ${pid}. Wait until it is done, then try again.`,
  badSetting: (name) => `The value of ${name} cannot be used. Check that environment variable.`,
  running: (pid) => `The marketplace already runs on this data folder (process ${pid}).`,
  serving: (url, dataDir) =>
    `The marketplace runs at ${url}\nData: ${dataDir}\nInvite a village from another terminal: npm run marketplace -- invite "Desa Dagan" https://dagan.desa.id\nStop with Ctrl+C.`,
};

export type Words = typeof id;
export const WORDS: Record<Locale, Words> = { id, en };

/** Indonesian, unless the terminal is set to English. */
export function localeOf(env: Record<string, string | undefined>): Locale {
  return (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').startsWith('en') ? 'en' : 'id';
}
