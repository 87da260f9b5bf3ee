const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
  0x22, 0x5c, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d,
];

/**
 * The bytes of each element of a JSON array, without the white space around it. It looks at quotes
 * and brackets only, so an element that is no JSON comes out as its bytes; undefined if the array
 * itself does not begin, balance and end.
 */
export function splitArray(bytes: Buffer): Buffer[] | undefined {
  const first = skipSpace(bytes, 0);
  if (bytes[first] !== OPEN_LIST) return undefined;
  const elements: Buffer[] = [];
  let start = first + 1;
  let level = 1;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = endOfString(bytes, at);
    } else if (byte === COMMA && level === 1) {
      elements.push(trim(bytes, start, at));
      start = at + 1;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      level += 1;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      level -= 1;
      if (level > 0) continue;
      return byte === CLOSE_LIST && skipSpace(bytes, at + 1) === bytes.length
        ? withLast(elements, trim(bytes, start, at))
        : undefined;
    }
  }
  return undefined;
}

function withLast(elements: Buffer[], last: Buffer): Buffer[] {
  if (last.length > 0 || elements.length > 0) elements.push(last);
  return elements;
}

/** Index of the closing quote, or the end of the bytes. */
function endOfString(bytes: Buffer, open: number): number {
  let at = open + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}

function trim(bytes: Buffer, start: number, end: number): Buffer {
  const from = skipSpace(bytes, start);
  let to = end;
  while (to > from && isSpace(bytes[to - 1])) to -= 1;
  return bytes.subarray(Math.min(from, to), to);
}

function skipSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && isSpace(bytes[at])) at += 1;
  return at;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
