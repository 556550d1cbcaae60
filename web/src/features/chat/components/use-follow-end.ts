import { useEffect, useRef, useState } from 'react';

/** How near to its end (px) a list must be to follow what is added. */
const followWithin = 80;

/** Keeps a scrolled box at its end while the reader is there; away from it, `isAway` says that there may be something new below. */
export function useFollowEnd<T extends HTMLElement>(content: unknown) {
  const box = useRef<T>(null);
  const follows = useRef(true);
  const [isAway, setAway] = useState(false);

  useEffect(() => {
    if (box.current && follows.current) box.current.scrollTop = box.current.scrollHeight;
  }, [content]);

  const onScroll = () => {
    const at = box.current;
    if (at === null) return;
    follows.current = at.scrollHeight - at.scrollTop - at.clientHeight < followWithin;
    setAway(!follows.current);
  };
  const toEnd = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  };
  return { box, onScroll, isAway, toEnd };
}
