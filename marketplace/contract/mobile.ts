/**
 * An Indonesian mobile number in E.164 (`+628…`): prefixes 81–83, 85, 87–89 and so on (8[1-35-9]), 10–13 digits counted
 * with the leading 0 that E.164 drops. Source: shared product facts (Permenkominfo numbering plan).
 */
export const MOBILE = /^\+628[1-35-9]\d{7,10}$/;
