/** Places, makers, categories, several goods at once, and what nobody sells; the columns are told in `expectations.ts`. */
export const PLACES = `
serang | @Serang
desa serang | @Serang
karangreja | @Karangreja
kecamatan karangreja | @Karangreja
karangjambu | @Karangjambu !jambu-biji !jambu-air | a place, no fruit
karangduren | @Karangduren | a place, no fruit
limbasari | @Limbasari
gununglurah | @Gununglurah
jatiluhur | @Jatiluhur
produk desa panusupan | @Panusupan
tlahab lor | @Tlahab_Lor
banyumas | @Banyumas
wonosobo | @Wonosobo
kopi karangreja | kopi-* @Karangreja
kopi serang | kopi-* @Serang
batik purbalingga | =batik @Purbalingga
batik limbasari | =batik @Limbasari
nanas karangreja | nanas-madu @Karangreja
sapu glagah karangreja | sapu-glagah @Karangreja
stroberi serang | stroberi jus-stroberi @Serang
gula semut kaligondang | gula-semut @Kaligondang
gula jawa cilongok | gula-jawa @Cilongok
salak madukara | salak keripik-salak @Madukara | a place, no honey
keripik purbalingga | keripik-* @Purbalingga
kentang batur | kentang keripik-kentang @Batur
madu dari karangreja | madu madu-klanceng @Karangreja
oleh-oleh khas purbalingga | @Purbalingga
durian di rembang | durian @Rembang
kopi robusta purbalinga | kopi-robusta @Purbalingga | a mistyped place
`;

export const MAKERS = `
bu siti | #Bu_Siti
bu tuminah | #Bu_Tuminah
tuminah | #Bu_Tuminah
pak darsono | #Pak_Darsono
mbah karto | #Mbah_Karto
kwt melati | #KWT_Melati !teh-melati
kwt sekar arum | #KWT_Sekar_Arum
bumdes maju makmur | #BUMDes_Maju_Makmur
bu manisem | #Bu_Manisem | not what is sweet
mina lestari | #Poklahsar_Mina_Lestari
keripik bu siti | keripik-* #Bu_Siti
kopi pak darsono | kopi-* #Pak_Darsono
produk pak kusworo | #Pak_Kusworo
`;

export const CATEGORIES_ASKED = `
makanan | =makanan
minuman | =minuman
kerajinan | =kerajinan
rempah | =rempah
ternak | =ternak
jasa | =jasa
hasil tani | =hasil-tani
kerajinan bambu | besek anyaman-bambu tampah kukusan caping kursi-bambu
minuman jahe | wedang-jahe
`;

export const TWO_GOODS = `
kopi dan gula semut | kopi-* gula-semut
madu, jahe | madu madu-klanceng jahe jahe-merah jahe-bubuk
tempe tahu | tempe tempe-mendoan tahu
sapu lidi atau sapu ijuk | sapu-lidi sapu-ijuk
lele dan gurame | lele gurame
`;

export const NOWHERE = `
laptop | none
helikopter | none
televisi | none
iphone | none
qwertyuiop | none
zzzzzz | none
asuransi | none
pizza | none
kulkas murah | none | the word that says nothing finds nothing
sepeda listrik | none
jual laptop bekas | none
printer epson | none
🙂🙂🙂 | none
`;
