import { type Answer, type Ctx, die } from './web.ts';

/** What a plugin says of a post that lacks what it demands: a person's words, with a plugin's markup. */
const WORDS = '<strong>Isi dulu kolom Dusun</strong> sebelum artikel disimpan.<script>alert(1)</script>';

/** REST's refusal of a post that lacks what a plugin demands (7.1's own shapes); null where none does. */
export function demanded(c: Ctx): Response | null {
  const said = (code: string, message: string, data: object, status: 400 | 500 = 400) =>
    c.json({ code, message, data: { status, ...data } }, status);
  switch (c.get('state').options.demands) {
    case 'parameter':
      return said('rest_missing_callback_param', 'Parameter tidak ada: dusun', { params: ['dusun'] });
    case 'property': {
      const message = 'dusun adalah properti wajib dari acf.';
      const details = { acf: { code: 'rest_property_required', message, data: null } };
      return said('rest_invalid_param', 'Parameter tidak valid: acf', { params: { acf: message }, details });
    }
    case 'words':
      return said('desa_wajib', WORDS, {});
    case 'dies':
      return said('wp_die', WORDS, {}, 500);
    default:
      return null;
  }
}

/** The same of a form. Where the plugin lets WordPress save nothing, WordPress says that it did. */
export function demandedOfForm(c: Ctx, shown: string): Answer | null {
  const { demands } = c.get('state').options;
  if (demands === 'words') return c.redirect(`${shown}&message=6`);
  return demands === 'dies' ? die(c, WORDS) : null;
}

/** What the editor's page says beside its form: WordPress's own words for browsers without scripts, and the plugin's. */
export function demandedOnPage(c: Ctx): string {
  const isAsked = c.get('state').options.demands === 'words' && c.req.query('message') !== undefined;
  const asked = isAsked ? `<div class="notice notice-error"><p>${WORDS}</p></div>` : '';
  const always = '<div class="wrap hide-if-js"><div class="notice notice-error"><p>Perlu JavaScript.</p></div></div>';
  return `${always}<div id="lost-connection-notice" class="error hidden"><p>Putus.</p></div>${asked}`;
}
