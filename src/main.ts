import "dotenv/config";
import { endProcess, run } from "./run.ts";

endProcess(await run(process.env));
