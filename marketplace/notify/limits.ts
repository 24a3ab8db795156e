import type { LimitRule } from '#marketplace/http/limits.ts';

const DAY_SECONDS = 24 * 3600;

export const NOTICE_LIMITS = {
  /**
   * To one address, of whatever villages and threads. Anybody can type a stranger's address into the question form: this
   * is all that can come of it, and one press ends that too.
   */
  mailPerAddress: { name: 'notice-mail', max: 10, seconds: DAY_SECONDS },
  pushPerBrowser: { name: 'notice-push', max: 60, seconds: DAY_SECONDS },
  confirmPerAddress: { name: 'notice-confirm', max: 3, seconds: DAY_SECONDS },
  confirmPerDevice: { name: 'notice-confirm-device', max: 6, seconds: DAY_SECONDS },
  stopPerSender: { name: 'notice-stop', max: 60, seconds: 3600 },
} satisfies Record<string, LimitRule>;
