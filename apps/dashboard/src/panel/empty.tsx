import { type ReactNode } from 'react';

/** Nothing to show yet, and the command that changes that. */
export function Empty({
  children,
  command,
}: {
  readonly children: ReactNode;
  readonly command: string;
}): ReactNode {
  return (
    <div className="empty">
      <p>{children}</p>
      <pre tabIndex={0}>
        <code>{command}</code>
      </pre>
    </div>
  );
}
