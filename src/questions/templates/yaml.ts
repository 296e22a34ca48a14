import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Node } from "yaml";
import type { Problem } from "../problem.ts";
import { notText } from "./letters.ts";
import { strayKey } from "./stray-line.ts";
import { tooDeep } from "./too-deep.ts";

/** A file of a templates folder, as it was found. `file` is how people know it. */
export type Source = { readonly file: string; readonly text: string };

/** Where something stands: keys and list positions from the top. */
export type Path = readonly PropertyKey[];

/** What a YAML file holds, and where each thing in it stands. */
export type Yaml = {
  readonly file: string;
  readonly data: unknown;
  /** A problem at the value under `path`, or at the nearest thing above it that is there. `at: "key"` points to its key. */
  problem(path: Path, message: string, more?: { allowed?: string; at?: "key"; mild?: true }): Problem;
  /** Whether anything was written under `path`. */
  has(path: Path): boolean;
  /** What stands under `path` as it is written, of a single value: "0x10" rather than 16. */
  written(path: Path): string | undefined;
  /** Every text written without quotes, with its path, and the comment that ends its line. */
  readonly bare: readonly { readonly path: Path; readonly text: string; readonly comment?: string }[];
};

/** Files larger than this are refused: a question is a page, not a book. */
export const MOST_CHARACTERS = 100_000;
export const TOO_LARGE = `larger than ${MOST_CHARACTERS} characters`;

/** What YAML's complaints mean to somebody who does not know YAML, by the error codes of the `yaml` package. */
const IN_PLAIN_WORDS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "a tab cannot indent here: use spaces",
  DUPLICATE_KEY: "this key stands here twice",
  BLOCK_AS_IMPLICIT_KEY:
    "a colon inside a text, or a line indented too far: put the text in quotes, or move the line",
  MULTILINE_IMPLICIT_KEY: "a key must stand on one line, followed by a colon",
  MISSING_CHAR: "something was opened above and never closed: a quote or a bracket",
  BAD_SCALAR_START: "a text that begins with this character needs quotes",
  BAD_ALIAS: "a text that begins with '*' needs quotes",
  MULTIPLE_DOCS: "'---' begins a second document: one question, one file",
  UNEXPECTED_TOKEN:
    "this does not belong here; a text with quotes or brackets inside needs quotes around the whole",
  NON_STRING_KEY: "a key must be a plain word, followed by a colon",
  BAD_INDENT: "this line is not indented like its neighbours, or a bracket above was never closed",
};

/** Understands a YAML file, or says in plain words why it cannot. */
export function parseYaml({ file, text }: Source): Yaml | Problem {
  const lines = text.split(/\r?\n/);
  const lineCounter = new LineCounter();
  const place = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    const source = lines[line - 1];
    return { file, line, col, ...(source === undefined ? {} : { source }) };
  };
  if (text.length > MOST_CHARACTERS) return { file, line: 1, col: 1, message: TOO_LARGE };
  const strange = notText(text);
  if (strange) {
    const at = placeIn(text, strange.at, file);
    const source = lines[at.line - 1];
    const { message, allowed } = strange;
    return { ...at, ...(source !== undefined && { source }), message, allowed };
  }
  const deep = tooDeep(text);
  if (deep !== undefined)
    return { ...placeIn(text, deep, file), message: "nested deeper than any template needs" };
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
  const error = document.errors[0];
  if (error) {
    const quote = error.code === "MISSING_CHAR" ? openQuote(document.contents, error.pos[0]) : undefined;
    if (quote !== undefined) return { ...place(quote), message: "a quote is opened here and never closed" };
    const found = place(error.pos[0]);
    const stray = error.code === "BAD_INDENT" ? strayKey(lines, found.line) : undefined;
    const source = stray && lines[stray.line - 1];
    return {
      ...found,
      ...stray,
      ...(source !== undefined && { source }),
      message: IN_PLAIN_WORDS[error.code] ?? error.message,
    };
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 20 });
  } catch {
    return { ...place(aliasAt(document.contents)), message: IN_PLAIN_WORDS["BAD_ALIAS"] ?? "" };
  }
  return {
    file,
    data,
    problem: (path, message, { at, ...more } = {}) => ({
      ...place(find(document.contents, path, at).offset),
      message,
      ...more,
    }),
    has: (path) => find(document.contents, path).found,
    written: (path) => {
      const node = document.getIn([...path], true);
      return isScalar(node) ? node.source : undefined;
    },
    bare: bareTexts(document.contents),
  };
}

function placeIn(text: string, offset: number, file: string): { file: string; line: number; col: number } {
  const before = text.slice(0, offset).split("\n");
  return { file, line: before.length, col: (before.at(-1)?.length ?? 0) + 1 };
}

/** Follows a path as far as it goes. */
function find(top: Node | null, path: Path, at?: "key"): { offset: number; found: boolean } {
  let node: unknown = top;
  let offset = start(top);
  for (const [index, key] of path.entries()) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair) return { offset, found: false };
      offset = start(pair.key);
      if (at === "key" && index === path.length - 1) return { offset, found: true };
      next = pair.value;
    } else if (isSeq(node)) next = node.items[Number(key)];
    if (!isNode(next)) return { offset, found: false };
    // A nested group begins on the line below its key; the key is the better place to point at.
    if (!isMap(next) || isSeq(node)) offset = start(next);
    node = next;
  }
  return { offset, found: true };
}

function start(node: unknown): number {
  return (isNode(node) && node.range?.[0]) || 0;
}

/** Where the quote was opened that is found missing at `end`. */
function openQuote(top: Node | null, end: number): number | undefined {
  let offset: number | undefined;
  visit(top, {
    Scalar(_, node) {
      if (node.type?.startsWith("QUOTE") && node.range?.[1] === end) offset = start(node);
    },
  });
  return offset;
}

function aliasAt(top: Node | null): number {
  let offset = 0;
  visit(top, {
    Alias(_, node) {
      offset = start(node);
      return visit.BREAK;
    },
  });
  return offset;
}

function bareTexts(top: Node | null): Yaml["bare"] {
  const found: { path: Path; text: string; comment?: string }[] = [];
  const walk = (node: unknown, path: Path): void => {
    if (isMap(node))
      for (const { key, value } of node.items) walk(value, [...path, isScalar(key) ? String(key.value) : ""]);
    else if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
    else if (isScalar(node) && node.type === "PLAIN" && typeof node.value === "string")
      found.push({ path, text: node.value, ...(node.comment != null && { comment: node.comment }) });
  };
  walk(top, []);
  return found;
}
