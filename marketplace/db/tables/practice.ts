export interface PracticeTables {
  practice_rooms: {
    id: string;
    /** Stands in the room's telephone numbers. */
    number: number;
    seats: number;
    /** SHA-256 of the trainer's link. */
    secret_hash: string;
    made_at: Date;
    ends_at: Date;
    /** From here on everything is withdrawn and nothing new is published, so that articles can be taken down in time. */
    closing_at: Date | null;
    /** Everything that was typed is gone. */
    ended_at: Date | null;
  };
  /** The scripted buyer of a practice listing, and what was decided for it once. */
  practice_buyers: {
    village_id: string;
    listing_id: string;
    /** What is offered first, whole rupiah per unit. */
    price: number;
    quantity: number;
    name: string;
    inquiry_id: string | null;
    made_at: Date;
  };
}
