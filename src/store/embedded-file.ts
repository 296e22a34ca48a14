import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** The layout below is that of 64-bit machines whose low byte comes first. On others the file is taken as it is. */
const KNOWN_LAYOUT = process.arch === "x64" || process.arch === "arm64";

/** `mdb.c` of lmdb: MDB_page_header, and the offsets of what we read of MDB_meta, its two MDB_db within, and MDB_node. */
const HEADER = 24;
const META = { magic: 24, version: 28, pageSize: 48, freeRoot: 88, mainRoot: 136, txn: 152, end: 168 };
const MAGIC = 0xbeefc0de;
const VERSION = 2;
const [BRANCH, LEAF, IS_META] = [0x01, 0x02, 0x08];
const [ON_PAGES_OF_ITS_OWN, A_TREE] = [0x01, 0x02];
const NODE = 8;
const ROOT_IN_TREE = 40;
const NO_ROOT = 2n ** 64n - 1n;

type File = { readonly pages: number; readonly page: (number: number) => Buffer };

/**
 * Throws where something is missing from the file of an embedded store, or stands where it cannot: lmdb maps the file into memory
 * and would take the process down without a word. No file, and an empty one, are fine.
 *
 * All pages that the newest state needs are looked for, one after the other. The number of the last page tells too little: a
 * sound file is shorter than it says where the last pages are free and have never been written.
 */
export function mustBeWhole(path: string): void {
  if (!KNOWN_LAYOUT) return;
  let fd: number;
  try {
    fd = openSync(path, "r");
  } catch {
    return; // There is none, or lmdb will say what hinders it too.
  }
  try {
    const stat = fstatSync(fd);
    if (stat.isFile() && stat.size > 0) look(fd, stat.size);
  } finally {
    closeSync(fd);
  }
}

function look(fd: number, size: number): void {
  const read = (at: number, length: number) => {
    const bytes = Buffer.alloc(length);
    if (readSync(fd, bytes, 0, length, at) < length) throw new Error("the file ends too early");
    return bytes;
  };
  const pageSize = metaOf(read(0, META.end)).readUInt32LE(META.pageSize);
  if (pageSize < 512 || pageSize > 65_536) throw new Error(`no page has ${pageSize} bytes`);
  const [newest] = [0, pageSize]
    .map((at) => metaOf(read(at, META.end)))
    .toSorted((a, b) => Number(b.readBigUInt64LE(META.txn) - a.readBigUInt64LE(META.txn)));
  const pages = Math.floor(size / pageSize);
  const page = (number: number) => {
    if (number >= pages) throw new Error(`page ${number} is missing`);
    return read(number * pageSize, pageSize);
  };
  for (const root of [META.freeRoot, META.mainRoot])
    walk({ pages, page }, rootAt(newest ?? Buffer.alloc(0), root));
}

function metaOf(bytes: Buffer): Buffer {
  const known =
    bytes.readUInt16LE(18) & IS_META &&
    bytes.readUInt32LE(META.magic) === MAGIC &&
    (bytes.readUInt32LE(META.version) & 0xffff) === VERSION;
  if (!known) throw new Error("this is no store, or one of another version");
  return bytes;
}

const rootAt = (bytes: Buffer, at: number): number[] => {
  const root = bytes.readBigUInt64LE(at);
  return root === NO_ROOT ? [] : [Number(root)];
};

function walk(file: File, todo: number[]): void {
  for (let seen = 0; ; seen++) {
    const number = todo.pop();
    if (number === undefined) return;
    if (seen > file.pages) throw new Error("a page leads back to itself");
    const page = file.page(number);
    if (page.readBigUInt64LE(0) !== BigInt(number)) throw new Error(`page ${number} is another one`);
    todo.push(...below(file, page));
  }
}

/** The pages of the tree below a page. What a leaf has put on pages of its own only has to lie within the file. */
function below(file: File, page: Buffer): number[] {
  const flags = page.readUInt16LE(18);
  if (!(flags & (BRANCH | LEAF))) throw new Error("a page of the tree is none");
  const count = page.readUInt16LE(20) >> 1;
  return Array.from({ length: count }, (_, i) => HEADER + page.readUInt16LE(HEADER + 2 * i)).flatMap((at) => {
    const low = page.readUInt32LE(at);
    const high = page.readUInt16LE(at + 4);
    if (flags & BRANCH) return low + high * 2 ** 32;
    const value = at + NODE + page.readUInt16LE(at + 6);
    if (high & ON_PAGES_OF_ITS_OWN) {
      const end = page.readBigUInt64LE(value) + page.readBigUInt64LE(value + 16);
      if (end > file.pages) throw new Error("what a record is kept on is missing");
    }
    return high & A_TREE ? rootAt(page, value + ROOT_IN_TREE) : [];
  });
}
