import type { Client } from './httpClient.ts';

/** So many ask at once, each again as soon as it is answered. */
export const BUYERS = 16;

/** A server in a process of its own. */
export interface Target {
  url: string;
  cpuMs(): Promise<number>;
}

export interface Round {
  /** Answers a second. */
  rate: number;
  /** Processor time of the server's process for each answer. */
  cpuMs: number;
  /** How long each buyer waited. */
  waitedMs: number[];
}

/** Buyers that ask one server for a list of addresses, over and over. */
export class Crowd {
  asked = 0;

  constructor(
    private readonly client: Client,
    private readonly target: Target,
    private readonly paths: readonly string[],
  ) {}

  async round(count: number): Promise<Round> {
    const cpuBefore = await this.target.cpuMs();
    const from = performance.now();
    const waitedMs = await this.ask(count);
    const rate = (count / (performance.now() - from)) * 1000;
    return { rate, cpuMs: ((await this.target.cpuMs()) - cpuBefore) / count, waitedMs };
  }

  async ask(count: number): Promise<number[]> {
    const waitedMs: number[] = [];
    const end = this.asked + count;
    const buyer = async () => {
      while (this.asked < end) {
        const path = this.paths[this.asked++ % this.paths.length] ?? '';
        const from = performance.now();
        await this.client.get(this.target.url + path);
        waitedMs.push(performance.now() - from);
      }
    };
    await Promise.all(Array.from({ length: BUYERS }, buyer));
    return waitedMs;
  }
}
