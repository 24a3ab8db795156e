import { phoneText } from '#contract/phone.ts';

/** `0812-••••-••90`: enough to tell two buyers apart, too little to call. */
export function maskPhone(phone: string): string {
  return phoneText(phone).replace(/^(\d{4})(.*)(\d{2})$/, (_, head: string, middle: string, tail: string) => {
    return head + middle.replace(/\d/g, '•') + tail;
  });
}
