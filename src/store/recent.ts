/** The values used last, at most so many of them. */
export function recent<T>(limit: number) {
  const values = new Map<string, T>();
  return {
    get(key: string): T | undefined {
      const value = values.get(key);
      if (value !== undefined) this.set(key, value);
      return value;
    },
    /** Undefined and null take the value away. */
    set(key: string, value: T | undefined | null): void {
      values.delete(key);
      if (value === undefined || value === null) return;
      values.set(key, value);
      const [oldest] = values.keys();
      if (values.size > limit && oldest !== undefined) values.delete(oldest);
    },
  };
}
