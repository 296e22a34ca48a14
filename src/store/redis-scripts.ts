import { createHash } from "node:crypto";

export type Script = { readonly lua: string; readonly sha: string };

const script = (lua: string): Script => ({ lua, sha: createHash("sha1").update(lua).digest("hex") });

/** Lets a key live at least as long as what was put into it. */
const EXTEND = `
local function extend(key, ms)
  if redis.call('PTTL', key) < tonumber(ms) then redis.call('PEXPIRE', key, ms) end
end`;

/**
 * Writes a record with its lists and jobs, if it still stands at the version the caller saw, and if the workspace stands
 * in the register under the entry the caller names. Returns 'ok', or what the caller did not know: 'stale' with the
 * record, 'register' with the entry.
 *
 * KEYS: record, ends, entry, due, jobs, leases, lists...
 * ARGV: version seen, entry ('' to skip), record ('' deletes), member, until, ms to live; a score for each list ('' takes
 * it off); how many jobs, each with id, due, job; ids to cancel.
 */
export const CHANGE = script(`${EXTEND}
local raw = redis.pcall('GET', KEYS[1])
if type(raw) == 'table' then raw = '?' end
local version = ''
if raw then version = string.match(raw, '^{"f":1,"v":"([^"]*)"') or '?' end
if version ~= ARGV[1] then return {'stale', raw} end
if ARGV[2] ~= '' then
  local entry = redis.call('GET', KEYS[3])
  if entry ~= ARGV[2] then return {'register', entry} end
end
local member, ms = ARGV[4], ARGV[6]
if ARGV[3] == '' then
  redis.call('DEL', KEYS[1])
  redis.call('ZREM', KEYS[2], member)
else
  redis.call('SET', KEYS[1], ARGV[3], 'PX', ms)
  redis.call('ZADD', KEYS[2], ARGV[5], member)
  extend(KEYS[2], ms)
end
for i = 7, #KEYS do
  if ARGV[i] == '' then
    redis.call('ZREM', KEYS[i], member)
  else
    redis.call('ZADD', KEYS[i], ARGV[i], member)
    extend(KEYS[i], ms)
  end
end
local at = #KEYS + 1
local last = at + 3 * tonumber(ARGV[at])
for i = at + 1, last, 3 do
  redis.call('ZADD', KEYS[4], ARGV[i + 1], ARGV[i])
  redis.call('HSET', KEYS[5], ARGV[i], ARGV[i + 2])
  redis.call('HDEL', KEYS[6], ARGV[i])
end
for i = last + 1, #ARGV do
  redis.call('ZREM', KEYS[4], ARGV[i])
  redis.call('HDEL', KEYS[5], ARGV[i])
  redis.call('HDEL', KEYS[6], ARGV[i])
end
return {'ok'}`);

/** 1 for the first claim of an id. KEYS: claims. ARGV: id, now, until, ms to live. */
export const CLAIM = script(`${EXTEND}
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[2])
if redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 0 end
if tonumber(ARGV[3]) > tonumber(ARGV[2]) then
  redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
  extend(KEYS[1], ARGV[4])
end
return 1`);

/**
 * Books a turn in all lanes at once, as `embeddedLanes` does; returns its time. A lane that is free again is gone.
 * KEYS: when the next turn of each lane is due. ARGV: now, most to wait; for each lane every, ahead.
 */
export const BOOK = script(`
local now, most = tonumber(ARGV[1]), tonumber(ARGV[2])
local turn, due = now, {}
for i = 1, #KEYS do
  local every, ahead = tonumber(ARGV[2 * i + 1]), tonumber(ARGV[2 * i + 2])
  due[i] = tonumber(redis.call('GET', KEYS[i]) or 0) or 0
  if due[i] > now + most + ahead + every then due[i] = 0 end
  turn = math.max(turn, due[i] - ahead)
end
if turn <= now + most then
  for i = 1, #KEYS do
    local next = math.max(due[i], turn) + tonumber(ARGV[2 * i + 1])
    redis.call('SET', KEYS[i], string.format('%.3f', next), 'PX', math.ceil(next - now))
  end
end
return string.format('%.3f', turn)`);

/**
 * What waits in some workspaces, three figures each: time of the first job or false, jobs due, records ended; -1 jobs due where
 * something else stands under one of the keys, which must not keep the other workspaces waiting.
 * KEYS: due, ends, jobs, leases of each. ARGV: now.
 */
export const PEEK = script(`
local found = {}
for i = 1, #KEYS, 4 do
  local first = redis.pcall('ZRANGE', KEYS[i], 0, 0, 'WITHSCORES')
  local due = redis.pcall('ZCOUNT', KEYS[i], '-inf', ARGV[1])
  local ended = redis.pcall('ZCOUNT', KEYS[i + 1], '-inf', ARGV[1])
  local sound = type(due) == 'number' and type(ended) == 'number'
    and type(redis.pcall('HLEN', KEYS[i + 2])) == 'number' and type(redis.pcall('HLEN', KEYS[i + 3])) == 'number'
  found[#found + 1] = sound and first[2] or false
  found[#found + 1] = sound and due or -1
  found[#found + 1] = sound and ended or 0
end
return found`);

/** Leases jobs of one workspace; returns each with how often it was taken before. KEYS: due, jobs, leases. ARGV: now, limit, end of the lease, lease. */
export const TAKE = script(`
local taken = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])) do
  local job = redis.call('HGET', KEYS[2], id)
  if job then
    local tries = tonumber(string.match(redis.call('HGET', KEYS[3], id) or '', '^%d+') or 0)
    redis.call('HSET', KEYS[3], id, (tries + 1) .. ' ' .. ARGV[4])
    redis.call('ZADD', KEYS[1], ARGV[3], id)
    taken[#taken + 1] = id
    taken[#taken + 1] = job
    taken[#taken + 1] = tries
  else
    redis.call('ZREM', KEYS[1], id)
    redis.call('HDEL', KEYS[3], id)
  end
end
return taken`);

/** Ends a lease, if it still holds: the job goes, or is due again. KEYS: due, jobs, leases. ARGV: id, lease, due ('' for done), job. */
export const SETTLE = script(`
local tries, lease = string.match(redis.call('HGET', KEYS[3], ARGV[1]) or '', '^(%d+) (.*)$')
if lease ~= ARGV[2] then return 0 end
if ARGV[3] == '' then
  redis.call('ZREM', KEYS[1], ARGV[1])
  redis.call('HDEL', KEYS[2], ARGV[1])
  redis.call('HDEL', KEYS[3], ARGV[1])
else
  redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
  redis.call('HSET', KEYS[2], ARGV[1], ARGV[4])
  redis.call('HSET', KEYS[3], ARGV[1], tries)
end
return 1`);
