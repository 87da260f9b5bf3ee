/** A value that JSON can hold. */
export type Plain =
  string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** Texts that YAML 1.1 and 1.2 both read as the same text without quotes. */
const BARE = /^[A-Za-z_$/.][A-Za-z0-9_$/.+-]*(?: [A-Za-z0-9_$/.+(),;-]+)*$/;
const RESERVED = /^(?:null|true|false|yes|no|on|off|y|n|\.nan|\.inf|~)$/i;

/** Block-style YAML. */
export function toYaml(value: Plain): string {
  return `${lines(value, '').join('\n')}\n`;
}

function lines(value: Plain, indent: string): string[] {
  if (!isNested(value)) return [indent + scalar(value)];
  if (Array.isArray(value)) {
    return (value as readonly Plain[]).flatMap((item) => {
      const [first = '', ...rest] = lines(item, `${indent}  `);
      return [`${indent}- ${first.trimStart()}`, ...rest];
    });
  }
  return Object.entries(value).flatMap(([key, item]) => {
    const name = `${indent}${scalar(key)}:`;
    return isNested(item) ? [name, ...lines(item, `${indent}  `)] : [`${name} ${scalar(item)}`];
  });
}

function isNested(value: Plain): value is readonly Plain[] | Record<string, Plain> {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function scalar(value: Plain): string {
  const isBare = typeof value === 'string' && BARE.test(value) && !RESERVED.test(value);
  return isBare ? value : JSON.stringify(value);
}
