import type { DrivenTabs } from '#utils/outbox/deps.ts';

const never = async (): Promise<never> => {
  throw new Error('nobody has pressed');
};

/** A browser in which nobody has pressed "write now". */
export const NO_DRIVEN: DrivenTabs = {
  of: async () => null,
  begin: async () => undefined,
  drive: never,
  look: never,
  end: async () => undefined,
};
