import { contentEquals, type UsageEvent } from '@app/wire';

type Members = Readonly<Record<string, unknown>>;

/** `contentEquals`, without writing canonical JSON where the members compare one by one. */
export function sameContent(a: UsageEvent, b: UsageEvent): boolean {
  return sameMembers(a as unknown as Members, b as unknown as Members) || contentEquals(a, b);
}

/** Equal member by member; false also means "look closer" (tags, extensions, references). */
function sameMembers(a: Members, b: Members): boolean {
  let members = 0;
  for (const name in a) {
    members += 1;
    const [left, right] = [a[name], b[name]];
    if (left === right) continue;
    const lines = name === 'data' && left !== undefined && right !== undefined;
    if (!lines || !sameMembers(left as Members, right as Members)) return false;
  }
  return members === Object.keys(b).length;
}
