/** What was used last, up to a total weight; what falls out is told. */
export class Recent<K> {
  private readonly weights = new Map<K, number>();
  private total = 0;

  /**
   * @param limit the total weight that is kept; the last one used is kept however heavy it is
   * @param drop called for each one that falls out
   */
  constructor(
    private readonly limit: number,
    private readonly drop: (key: K) => void,
  ) {}

  use(key: K, weight: number): void {
    this.total += weight - (this.weights.get(key) ?? 0);
    // A map iterates in the order of insertion: the first one is the one whose use is longest ago.
    this.weights.delete(key);
    this.weights.set(key, weight);
    if (this.total <= this.limit) return;
    for (const [oldest, own] of this.weights) {
      if (oldest === key || this.total <= this.limit) return;
      this.weights.delete(oldest);
      this.total -= own;
      this.drop(oldest);
    }
  }
}
