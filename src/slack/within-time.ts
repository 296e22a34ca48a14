/** Waits for `work`, but no longer than `most` milliseconds. */
export async function withinTime(most: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const time = new Promise((resolve) => (timer = setTimeout(resolve, most)));
  await Promise.race([work, time]);
  clearTimeout(timer);
}
