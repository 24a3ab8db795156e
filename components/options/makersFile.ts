import { toCsv } from '#contract/csv.ts';
import { phoneText } from '#contract/phone.ts';
import { t } from '#utils/i18n/t.ts';
import type { MakerView } from '#utils/model/maker.ts';

const moment = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());

/** The address book as a spreadsheet reads it. */
export function makersCsv(makers: readonly MakerView[]): string {
  const head = [
    t('options_producer_name'),
    t('options_maker_phone'),
    t('options_makers_col_agreed'),
    t('options_makers_col_device'),
    t('options_makers_col_withdrawn'),
    t('options_makers_col_products'),
  ];
  const rows = makers.map(({ name, phone, consentAt, consentDevice, withdrawnAt, products }) => [
    ...[name, phoneText(phone), moment(consentAt), consentDevice ?? '', moment(withdrawnAt), products],
  ]);
  return toCsv([head, ...rows]);
}

/** The same for a program. */
export function makersJson(makers: readonly MakerView[]): string {
  const rows = makers.map(({ name, phone, consentAt, consentDevice, withdrawnAt, isVillage, products }) => ({
    name,
    phone,
    consentAt: moment(consentAt) || null,
    consentDevice,
    withdrawnAt: moment(withdrawnAt) || null,
    isVillage,
    products,
  }));
  return JSON.stringify({ makers: rows }, null, 2);
}
