import { phoneText } from '#contract/phone.ts';

/** The masked number, e.g. `0812-••••-••90`: it shows enough to tell two buyers apart, and too little to call. */
export function maskPhone(phone: string): string {
  return phoneText(phone).replace(/^(\d{4})(.*)(\d{2})$/, (_, head: string, middle: string, tail: string) => {
    return head + middle.replace(/\d/g, '•') + tail;
  });
}
