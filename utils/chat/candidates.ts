import type { ChatMessage } from './message.ts';

/** What may be a product: photos and what their sender wrote with or right after them. */
export interface Candidate {
  sender: string;
  /** Names of the files in the export. */
  photos: string[];
  text: string;
}

/** Messages of others that may stand between a photo and its text. */
const NEAR = 12;
const PHOTOS_MAX = 8;
/** The newest are kept: what is years old is not for sale. */
const KEPT_MAX = 1_000;
const PICTURE = /\.(?:jpe?g|png|webp|heic)$/i;
/** A text alone may be a product only if it says a sum of money. */
const PRICED = /\b(?:rp|harga|hrg)\b.{0,12}\d|\d\s?(?:rb|rbu|ribu|ewu|k|jt|juta)\b|\d{1,3}[.,]000\b|\d{2,}000\b/i;

interface Open {
  candidate: Candidate;
  /** The number of its last message. */
  at: number;
}

/** Gathers candidates from the messages of a chat, one after the other. What is none is not kept. */
export class CandidateFinder {
  private readonly open = new Map<string, Open>();
  private found: Candidate[] = [];
  private at = 0;

  add({ sender, text, media }: ChatMessage): void {
    this.at += 1;
    const now = this.open.get(sender);
    const near = now !== undefined && this.at - now.at <= NEAR ? now : null;
    if (media !== null) {
      if (PICTURE.test(media)) this.addPhoto(sender, media, text, near);
      return;
    }
    if (near !== null && near.candidate.text === '') {
      near.candidate.text = text;
      near.at = this.at;
    } else if (PRICED.test(text)) this.begin(sender, { sender, photos: [], text });
  }

  /** The candidates, the newest first. A photo that nothing was said of stays one: its name may be seen on it. */
  end(): Candidate[] {
    return [...this.found].reverse();
  }

  private addPhoto(sender: string, photo: string, text: string, near: Open | null): void {
    // A photo without a caption goes to the photos before it, or to the text that it illustrates.
    const joins =
      near !== null &&
      text === '' &&
      near.candidate.photos.length < PHOTOS_MAX &&
      (near.candidate.text === '' || near.candidate.photos.length === 0);
    if (near !== null && joins) {
      near.candidate.photos.push(photo);
      near.at = this.at;
    } else this.begin(sender, { sender, photos: [photo], text });
  }

  private begin(sender: string, candidate: Candidate): void {
    this.found.push(candidate);
    if (this.found.length > KEPT_MAX * 2) this.found = this.found.slice(-KEPT_MAX);
    this.open.set(sender, { candidate, at: this.at });
  }
}
