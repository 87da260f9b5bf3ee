import { type ReactNode, useId } from 'react';

/** Asks for an API key; it stays in this tab and goes nowhere but to the API. */
export function SignIn({
  problem,
  onKey,
}: {
  /** Why the key before was not taken. */
  readonly problem: string | undefined;
  readonly onKey: (key: string) => void;
}): ReactNode {
  const id = useId();
  const submit = (form: FormData): void => {
    const key = form.get('key');
    if (typeof key === 'string' && key.trim() !== '') onKey(key.trim());
  };
  return (
    <main className="sign-in">
      <h1>Commitment Ledger</h1>
      <form action={submit}>
        <label htmlFor={id}>API key</label>
        <input id={id} name="key" type="password" autoComplete="off" spellCheck={false} required />
        <button type="submit" className="button button-main">
          Open
        </button>
        {problem !== undefined && <p role="alert">{problem}</p>}
      </form>
      <p className="remark">
        The key stays in this tab until it is closed. <code>ledger status</code> prints a link that
        carries it.
      </p>
    </main>
  );
}
