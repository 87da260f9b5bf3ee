/** Code and pointer that some work is refused by. */
export function refusal(work: () => unknown): [code: string, pointer: string] | 'accepted' {
  try {
    work();
    return 'accepted';
  } catch (error) {
    const { code, pointer } = error as { code: string; pointer: string };
    return [code, pointer];
  }
}
