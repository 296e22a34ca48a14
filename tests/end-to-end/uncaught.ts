/** A process of its own for the tests: nobody catches what fails here, and `exit` would never return. */
import { makeLog } from "../../src/log.ts";
import { endOnUncaught } from "../../src/run.ts";

endOnUncaught(makeLog("info"));
process.on("exit", () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
if (process.argv[2] === "rejection") void Promise.reject(new TypeError("zyzzyva"));
else
  setImmediate(() => {
    throw new TypeError("zyzzyva");
  });
setInterval(() => {}, 1000);
