import { describe, expect, test } from "vitest";
import { readRedisUrl, showPlace } from "../../src/store/redis-url.ts";
import { StoreError } from "../../src/store/store.ts";

const node = (host: string, port: number) => ({ host, port });

describe("a Redis URL", () => {
  test.each([
    ["redis://localhost", { kind: "single", tls: false, nodes: [node("localhost", 6379)] }],
    ["redis://localhost:6380/2", { kind: "single", tls: false, nodes: [node("localhost", 6380)], db: 2 }],
    ["redis://localhost/", { kind: "single", tls: false, nodes: [node("localhost", 6379)] }],
    [
      "rediss://askwhy:p%40ss%3A%2F@redis.internal:6390",
      {
        kind: "single",
        tls: true,
        nodes: [node("redis.internal", 6390)],
        username: "askwhy",
        password: "p@ss:/",
      },
    ],
    [
      "redis://:a:b@10.0.0.1",
      { kind: "single", tls: false, nodes: [node("10.0.0.1", 6379)], password: "a:b" },
    ],
    ["redis://[::1]:7000", { kind: "single", tls: false, nodes: [node("::1", 7000)] }],
    [
      "redis+sentinel://:pw@a:26379,b,c:1/planning/3?sentinelPassword=x%20y",
      {
        kind: "sentinel",
        tls: false,
        nodes: [node("a", 26379), node("b", 26379), node("c", 1)],
        master: "planning",
        db: 3,
        password: "pw",
        sentinelPassword: "x y",
      },
    ],
    ["rediss+sentinel://a/m", { kind: "sentinel", tls: true, nodes: [node("a", 26379)], master: "m" }],
    [
      "redis+cluster://u:p@a,b:7001",
      {
        kind: "cluster",
        tls: false,
        nodes: [node("a", 6379), node("b", 7001)],
        username: "u",
        password: "p",
      },
    ],
    ["rediss+cluster://a", { kind: "cluster", tls: true, nodes: [node("a", 6379)] }],
  ])("%s", (url, place) => {
    expect(readRedisUrl(url)).toEqual(place);
  });
});

describe("near misses say what is wrong, and never the password", () => {
  test.each([
    ["", /does not begin/],
    ["localhost:6379", /does not begin/],
    ["http://:s3cret@localhost", /does not begin/],
    ["redis:/localhost", /does not begin/],
    ["constructor://:s3cret@localhost", /does not begin/],
    ["redis://:s3cret@", /host is missing/],
    ["redis://:s3cret@a:port", /host is missing or malformed/],
    ["redis://:s3cret@a:70000", /port is out of range/],
    ["redis://:s3cret@a,b", /several hosts/],
    ["redis://:s3cret@a/one", /database is no number/],
    ["redis://:s3cret@a/1/2", /database is no number/],
    ["redis://:s3cret%@a", /percent/],
    ["redis+sentinel://:s3cret@a:26379", /name of the master is missing/],
    ["redis+cluster://:s3cret@a/1", /no numbered databases/],
    ["redis+cluster://:s3cret@a,,b", /host is missing/],
  ])("%s", (url, message) => {
    const read = () => readRedisUrl(url);
    expect(read).toThrow(StoreError);
    expect(read).toThrow(message);
    expect(read).not.toThrow(/s3cret/);
  });
});

test("a place is shown by its hosts alone", () => {
  expect(showPlace(readRedisUrl("redis+cluster://u:s3cret@a,b:7001"))).toBe("a:6379, b:7001");
});
