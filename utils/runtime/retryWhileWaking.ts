import { AppError } from '#utils/appError.ts';

const WAITS = [150, 500, 1500];

/** Asks again while the background is asleep or being restarted; every message may be sent twice without harm. */
export async function retryWhileWaking<T>(ask: () => Promise<T>): Promise<T> {
  for (const wait of WAITS) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'no_answer') throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return ask();
}
