/** Longer than anything takes on a busy machine; reached only when an exercise fails. */
export const PATIENCE_MS = 20_000;

/** A promise whose failure may go unheard: an exercise that failed elsewhere no longer waits for it. */
export function heard(promise) {
  promise.catch(() => {});
  return promise;
}

/** Keeps what comes in until somebody asks for it, so that nobody can be too late to listen. */
export class Inbox {
  #kept = [];
  #waiting = new Set();

  put(item) {
    for (const waiter of this.#waiting) {
      if (waiter.matches(item)) {
        waiter.resolve(item);
        return;
      }
    }
    this.#kept.push(item);
  }

  /** The first item that matches, taken out; waits for it if it has not come yet. `what` names it when it never does. */
  take(what, matches) {
    const index = this.#kept.findIndex(matches);
    if (index >= 0) return Promise.resolve(this.#kept.splice(index, 1)[0]);
    return heard(new Promise((resolve, reject) => {
      const waiter = {
        matches,
        resolve: item => {
          clearTimeout(timer);
          this.#waiting.delete(waiter);
          resolve(item);
        },
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(waiter);
        reject(new Error(`waited ${PATIENCE_MS / 1000} s in vain for ${what}`));
      }, PATIENCE_MS);
      this.#waiting.add(waiter);
    }));
  }

  /** Has something come that matches and that nobody has taken? */
  holds(matches) {
    return this.#kept.some(matches);
  }
}
