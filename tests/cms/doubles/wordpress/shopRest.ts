import { filtered, type Goods, priceOf } from './goods.ts';
import type { Role } from './state.ts';
import { type Answer, type Ctx, fault, fileUrl, origin } from './web.ts';

const WHO_MAY: ReadonlySet<Role> = new Set<Role>(['admin', 'shop']);

/** `/wc/v3/products…`. */
export async function shopRest(c: Ctx, method: string, role: Role | null): Promise<Response> {
  const { store } = c.get('state');
  const [, , , , id, part] = (c.req.query('rest_route') ?? '').split('/');
  const deed = method === 'GET' ? 'view' : method === 'DELETE' ? 'delete' : id === undefined ? 'create' : 'edit';
  const may = role !== null && WHO_MAY.has(role) && !(deed !== 'view' && store.options.readsOnly);
  if (!may) return warning(c, await fault(c, role === null ? 401 : 403, `woocommerce_rest_cannot_${deed}`));
  return warning(c, await answered(c, method, id, part));
}

async function answered(c: Ctx, method: string, id: string | undefined, part: string | undefined): Promise<Response> {
  const { store } = c.get('state');
  if (id === 'categories') return c.json(store.categories);
  if (id === undefined) return method === 'GET' ? c.json(listed(c)) : write(c, null);
  const one = store.goods.find((each) => String(each.id) === id);
  if (one === undefined) return fault(c, 404, 'woocommerce_rest_product_invalid_id');
  if (part === 'variations') return c.json(one.variations);
  if (method === 'DELETE') return remove(c, one);
  return method === 'GET' ? c.json(toJson(c, one)) : write(c, one);
}

function listed(c: Ctx): object[] {
  const { status = 'any', sku, search = '', per_page = '10', page = '1' } = c.req.query();
  const found = c
    .get('state')
    .store.goods.filter((one) => (status === 'any' ? one.status !== 'trash' : one.status === status))
    .filter((one) => sku === undefined || one.sku === sku)
    // What stands in the meta data is not searched.
    .filter(({ name, description }) => `${name} ${description}`.includes(search))
    .sort((a, b) => b.id - a.id);
  const start = (Number(page) - 1) * Number(per_page);
  return found.slice(start, start + Number(per_page)).map((one) => toJson(c, one));
}

function toJson(c: Ctx, one: Goods): object {
  const { store, media } = c.get('state');
  const images = one.images.flatMap((id) => {
    const file = media.find((item) => item.id === id);
    return file ? [{ id, src: fileUrl(c, file), name: file.slug, alt: file.alt }] : [];
  });
  const isEdit = c.req.query('context') === 'edit';
  const whole: Record<string, unknown> = {
    ...one,
    price: priceOf(one),
    // Without `context=edit` shortcodes have run already.
    description: isEdit ? one.description : `<p>${one.description.replace(/\[[^\]]*\]/g, '<div>galeri</div>')}</p>`,
    permalink: `${origin(c)}/product/${one.slug}/`,
    images,
    categories: store.categories.filter(({ id }) => one.categories.includes(id)),
    variations: one.variations.map((_, index) => index + 1),
  };
  const fields = c.req.query('_fields')?.split(',') ?? Object.keys(whole);
  return Object.fromEntries(Object.entries(whole).filter(([key]) => fields.includes(key)));
}

async function write(c: Ctx, one: Goods | null): Promise<Response> {
  const state = c.get('state');
  const { store } = state;
  const sent = (await c.req.json()) as Partial<Goods> & { images?: { id: number }[]; categories?: { id: number }[] };
  for (const key of ['regular_price', 'sale_price'] as const) {
    if (sent[key] !== undefined && typeof sent[key] !== 'string')
      return fault(c, 400, 'rest_invalid_param', { params: { [key]: `${key} bukan dari tipe string.` } });
  }
  const holder = store.goods.find((each) => each !== one && each.status !== 'trash' && each.sku === sent.sku);
  if (sent.sku && holder && !store.options.skuIsFree)
    return fault(c, 400, 'product_invalid_sku', { resource_id: holder.id, unique_sku: `${sent.sku}-1` });
  const images = sent.images as unknown as { id: number }[] | undefined;
  if (images?.some(({ id }) => !state.media.some((item) => item.id === id)))
    return fault(c, 400, 'woocommerce_product_invalid_image_id');
  const target = one ?? store.add(state.nextId(), {});
  put(target, sent, images);
  return c.json(toJson(c, target), one ? 200 : 201);
}

function put(target: Goods, sent: Partial<Goods>, images: { id: number }[] | undefined): void {
  const isPlanned = target.status === 'future';
  for (const key of ['name', 'description', 'short_description'] as const)
    if (sent[key] !== undefined) target[key] = filtered(sent[key]);
  if (sent.sku !== undefined) target.sku = sent.sku;
  if (sent.status !== undefined) target.status = isPlanned && sent.status === 'publish' ? 'future' : sent.status;
  if (sent.type !== undefined && sent.type !== target.type) Object.assign(target, { type: sent.type, variations: [] });
  if (images !== undefined) target.images = images.map(({ id }) => id);
  const categories = sent.categories as unknown as { id: number }[] | undefined;
  if (categories !== undefined) target.categories = categories.map(({ id }) => id);
  for (const { key, value } of sent.meta_data ?? []) {
    target.meta_data = [
      ...target.meta_data.filter((meta) => meta.key !== key),
      { id: target.meta_data.length, key, value },
    ];
  }
  if (target.type === 'variable') return;
  // "Rp 9000" loses its letters; "25.000" is kept as it is, and is Rp25.
  const amount = (text: string) => text.replace(/[^\d.,-]/g, '');
  if (sent.regular_price !== undefined) target.regular_price = amount(sent.regular_price);
  if (sent.sale_price !== undefined) target.sale_price = amount(sent.sale_price);
  if (target.sale_price !== '' && Number(target.sale_price) >= Number(target.regular_price)) target.sale_price = '';
  if (sent.manage_stock !== undefined) target.manage_stock = sent.manage_stock;
  if (target.manage_stock && sent.stock_quantity !== undefined) target.stock_quantity = sent.stock_quantity;
  if (!target.manage_stock && sent.stock_status !== undefined) target.stock_status = sent.stock_status;
}

function remove(c: Ctx, one: Goods): Answer {
  const { store } = c.get('state');
  if (c.req.query('force') === 'true') store.goods.splice(store.goods.indexOf(one), 1);
  else if (one.status === 'trash') return fault(c, 410, 'woocommerce_rest_already_trashed');
  const before = toJson(c, one);
  one.status = 'trash';
  return c.json(before);
}

/** Behind warnings that PHP printed first, every answer has the status 200. */
async function warning(c: Ctx, answer: Response): Promise<Response> {
  if (!c.get('state').store.options.warns) return answer;
  const warnings = '<br />\n<b>Warning</b>: Undefined array key {"x"} in <b>/www/a.php</b> on line <b>7</b><br />\n';
  return c.body(warnings + (await answer.text()), 200, { 'content-type': 'application/json' });
}
