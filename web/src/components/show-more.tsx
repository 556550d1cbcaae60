import { useEffect, useRef } from 'react';
import { Button } from './button.tsx';

interface ShowMoreProps {
  text?: string;
  busy: boolean;
  onMore: () => void;
}

/** The end of a list that goes on: more comes when it is scrolled near, or pressed. */
export function ShowMore({ text = 'Show more', busy, onMore }: ShowMoreProps) {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  useEffect(() => {
    latest.current = onMore;
  }, [onMore]);
  useEffect(() => {
    if (busy || !end.current) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), { rootMargin: '400px' });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [busy]);
  return (
    <div ref={end} className="p-3">
      <Button look="quiet" className="w-full" inactive={busy} onClick={onMore}>
        {busy ? 'Loading …' : text}
      </Button>
    </div>
  );
}
