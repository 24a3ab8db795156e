import type { ProofOfWork } from '#marketplace/inquiries/proofOfWork/challenge.ts';
import type { Said } from '#marketplace/words/index.ts';

/** What stands in the fields of "Tanya / Tawar": exactly what was typed, so that an error throws nothing away. */
export interface InquiryForm {
  /** An id that is made with the page, so that sending the form twice opens one thread. */
  id: string;
  text: string;
  price: string;
  quantity: string;
  name: string;
  phone: string;
  email: string;
  /** The operator sends mails, so an address is asked for. */
  hasMail: boolean;
  consent: boolean;
  /** The proof of work; only under load, see `inquiries/proofOfWork`. */
  proof: ProofOfWork | null;
}

/** One thing to correct: `path` as the schema names it (`terms.price`, `phone`, '' for the whole), `code` a stable code. */
export interface FormIssue extends Said {
  path: string;
  code: string;
}

export function emptyForm(id: string): InquiryForm {
  return {
    id,
    text: '',
    price: '',
    quantity: '',
    name: '',
    phone: '',
    email: '',
    hasMail: false,
    consent: false,
    proof: null,
  };
}

/** Whether the page needs the script: a form that came back with a solution does not. */
export const needsScript = (proof: ProofOfWork | null): boolean => proof?.solution === '';

export const FORM_FIELDS = ['text', 'price', 'quantity', 'name', 'phone', 'email', 'consent'] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** The field that an issue belongs to, by the last part of its path; null when the issue concerns the whole message. */
export function fieldOf(issue: FormIssue): FormField | null {
  const last = issue.path.split('.').at(-1);
  return FORM_FIELDS.find((field) => field === last) ?? null;
}
