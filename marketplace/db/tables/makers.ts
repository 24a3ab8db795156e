export interface MakerTables {
  /** A village's address book: read by its own devices alone. */
  makers: {
    village_id: string;
    id: string;
    rev: number;
    /** The device that said this revision. */
    said_by: string;
    name: string;
    phone: string;
    consent_at: Date | null;
    /** The name of the device on which the consent was told. */
    consent_device: string | null;
    withdrawn_at: Date | null;
    updated_at: Date;
  };
}
