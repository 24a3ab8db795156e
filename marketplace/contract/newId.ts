import { customAlphabet } from 'nanoid';

/** A new id of the contract's form: 16 of [0-9a-z]. */
export const newId = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 16);
