import { Component, type ReactNode } from 'react';

import { Failure } from './failure.js';

interface Props {
  readonly children: ReactNode;
}

/** A panel that fails to draw blanks only itself. */
export class Boundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Failure
        error={error}
        onRetry={() => {
          this.setState({ error: null });
        }}
      />
    );
  }
}
