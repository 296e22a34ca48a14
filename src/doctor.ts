/** One thing that was looked at. `stops`: with this the bot cannot run. */
export type Finding = {
  readonly what: string;
  readonly state: "fine" | "worth-a-look" | "stops";
  readonly says: string;
};

export async function doctor(_env: Record<string, string | undefined>): Promise<readonly Finding[]> {
  throw new Error("not built yet");
}

/** The findings as lines for a terminal. */
export function showDoctor(findings: readonly Finding[]): string {
  return findings.map((finding) => finding.says).join("\n");
}
