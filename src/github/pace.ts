import { setTimeout as delay } from 'node:timers/promises';

/** Lets jobs start one after the other with a pause in between; of the shape that the throttling plugin takes. */
export interface Pace {
  readonly key: () => {
    readonly schedule: <A extends readonly unknown[], R>(
      options: unknown,
      job: (...args: A) => PromiseLike<R> | R,
      ...args: A
    ) => Promise<R>;
  };
}

/** @param pause milliseconds between two starts */
export function pace(pause: number): Pace {
  let free = -Infinity;
  return {
    key: () => ({
      schedule: async (_options, job, ...args) => {
        const now = performance.now();
        const start = Math.max(now, free);
        free = start + pause;
        if (start > now) await delay(start - now);
        return job(...args);
      },
    }),
  };
}
