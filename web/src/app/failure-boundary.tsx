import { Component, type ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/problem-notice.tsx';
import { reloadWhenStale } from '../lib/reload-when-stale.ts';

interface FailureBoundaryProps {
  children: ReactNode;
}

/** Where a view cannot be drawn, or its code cannot be fetched (an update took the files away), it says so and offers the way on. */
export class FailureBoundary extends Component<FailureBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown): void {
    if (error instanceof Error) reloadWhenStale(error);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className="mx-auto max-w-2xl">
        <Notice
          title="This view could not be shown"
          detail="Coverwright may have been updated or restarted while the page was open. Nothing that was saved is lost."
          hint={`Reload the page. If that does not help, this is what went wrong: ${error.message}`}
        >
          <Button className="mt-3" onClick={() => window.location.reload()}>
            Reload
          </Button>
        </Notice>
      </div>
    );
  }
}
