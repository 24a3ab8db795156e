import type { ProofOfWork } from '#marketplace/inquiries/proofOfWork/challenge.ts';

/** What stands in the fields of "Tanya / Tawar": exactly what was typed, so that an error throws nothing away. */
export interface InquiryForm {
  /** Made with the page, so that sending twice opens one thread. */
  id: string;
  text: string;
  price: string;
  quantity: string;
  name: string;
  phone: string;
  consent: boolean;
  /** Only under pressure: see `inquiries/proofOfWork`. */
  proof: ProofOfWork | null;
}

/** One thing to correct: `path` as the schema names it (`terms.price`, `phone`, '' for the whole), `code` a stable code. */
export interface FormIssue {
  path: string;
  code: string;
}

export function emptyForm(id: string): InquiryForm {
  return { id, text: '', price: '', quantity: '', name: '', phone: '', consent: false, proof: null };
}

/** Whether the page is to bring the script: a solution that came back needs no other. */
export const needsScript = (proof: ProofOfWork | null): boolean => proof?.solution === '';

export const FORM_FIELDS = ['text', 'price', 'quantity', 'name', 'phone', 'consent'] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** The field an issue belongs to: the last part of its path; null for what concerns the whole message. */
export function fieldOf(issue: FormIssue): FormField | null {
  const last = issue.path.split('.').at(-1);
  return FORM_FIELDS.find((field) => field === last) ?? null;
}
