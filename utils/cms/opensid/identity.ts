import { CmsError, type DriverContext, type SiteIdentity } from '#utils/cms/types.ts';
import { type Opensid, sessionOf, visitForm } from './session.ts';

const PANEL = '.user-panel .info';
const USER = '.user-menu .hidden-xs';
/** The identity module's link, shown in the menu only to those who may open it. */
const MODULE = '.sidebar-menu a[href$="/identitas_desa"]';
const HEAD_LABEL = 'label[for="pamong_id"]';
const CODE = /^\d{6}[12]\d{3}$/;

/** The village as its own identity form has it, else as the corner of the page says. */
export async function identity(context: DriverContext): Promise<SiteIdentity> {
  const { document, page } = context;
  const [name = null, district = null, regency = null] = panelLines(document);
  const shown: SiteIdentity = {
    siteUrl: page.siteUrl,
    name,
    user: document.querySelector(USER)?.textContent?.trim() || null,
    code: null,
    district: district && withoutKind(district),
    regency: regency && withoutKind(regency),
  };
  if (!document.querySelector(MODULE)) return shown;
  const session = sessionOf(context);
  const { data, form } = await visitForm(session, 'identitas_desa/form');
  const field = (key: string): string | null => {
    const value = data.get(key);
    return typeof value === 'string' ? value.trim() || null : null;
  };
  const code = field('kode_desa')?.replace(/\D/g, '') ?? '';
  return {
    ...shown,
    code: CODE.test(code) ? code : null,
    district: field('nama_kecamatan') ?? shown.district,
    regency: field('nama_kabupaten') ?? shown.regency,
    head: headIn(form) ?? field('nama_kepala_desa'),
    place: await officeOf(session),
  };
}

/** The head is chosen in another module; this form only shows the name, in a control that is sent under no name. */
function headIn(form: HTMLFormElement): string | null {
  const shown = form.querySelector(HEAD_LABEL)?.closest('.form-group')?.querySelector('input');
  return shown?.value.trim() || null;
}

/** Where the office stands on OpenSID's own map; null where nobody has said it, or this role may not see it. */
async function officeOf(session: Opensid): Promise<string | null> {
  try {
    const { data } = await visitForm(session, 'identitas_desa/maps/kantor');
    const [lat, lng] = [data.get('lat'), data.get('lng')];
    return lat && lng ? `${lat}, ${lng}` : null;
  } catch (error) {
    // The rest is still worth offering.
    if (error instanceof CmsError) return null;
    throw error;
  }
}

function panelLines(document: Document): string[] {
  return (document.querySelector(PANEL)?.textContent ?? '')
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '');
}

/** "Kecamatan Bobotsari", or "Kec. Bobotsari" when the names are long: the first word says what it is. */
const withoutKind = (line: string): string => line.replace(/^\S+\s+/, '');
