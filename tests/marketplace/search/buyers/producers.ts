/** The makers: a person, or a group of the village. */
export const PEOPLE = [
  'Bu Siti', 'Bu Tarsih', 'Pak Karto', 'Pak Slamet', 'Bu Wartini', 'Bu Sumarni', 'Pak Rasikun', 'Bu Darsem', 'Mbah Wiryo',
  'Pak Sanwirya', 'Bu Kusmiyati', 'Pak Tohirin', 'Bu Rokhyati', 'Pak Mulyono', 'Bu Partinah', 'Pak Warsito', 'Bu Sutinem',
  'Mas Agus', 'Mbak Yuli', 'Pak Darsono', 'Bu Ngatiyem', 'Pak Suwarno', 'Bu Marsinah', 'Pak Kuswanto', 'Bu Turinah',
]; // biome-ignore format: one list

export const GROUPS = [
  'KWT Melati', 'KWT Mekar Sari', 'KWT Srikandi', 'BUMDes Sumber Rejeki', 'BUMDes Maju Bersama', 'Poktan Ngudi Luhur',
  'Poktan Sida Makmur', 'UMKM Berkah Jaya', 'UD Sari Rasa', 'Kelompok Tani Tunas Harapan', 'PKK Dahlia', 'Koperasi Nira Satria',
]; // biome-ignore format: one list
