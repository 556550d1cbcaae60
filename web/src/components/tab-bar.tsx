import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';

export interface Tab {
  key: string;
  text: string;
}

interface TabsProps {
  label: string;
  tabs: Tab[];
  shown: string;
  onShow: (key: string) => void;
}

export const tabId = (base: string, key: string): string => `${base}-tab-${key}`;

/** Tabs as the keyboard knows them: one stop, arrows and Home and End between. `base` ties them to their panels. */
export function TabBar({ label, tabs, shown, onShow, base }: TabsProps & { base: string }) {
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ key }) => key === shown);
    const moves: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const next = (move + tabs.length) % tabs.length;
    onShow(tabs[next]?.key ?? shown);
    bar.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <div ref={bar} role="tablist" aria-label={label} onKeyDown={onKeyDown} className="flex gap-1 border-b border-line print:hidden">
      {tabs.map(({ key, text }) => (
        <button
          key={key}
          id={tabId(base, key)}
          type="button"
          role="tab"
          aria-selected={key === shown}
          aria-controls={`${base}-panel-${key}`}
          tabIndex={key === shown ? 0 : -1}
          onClick={() => onShow(key)}
          className="-mb-px min-h-11 flex-1 border-b-2 border-transparent px-1 text-sm font-medium whitespace-nowrap text-ink-soft aria-selected:border-accent aria-selected:text-ink"
        >
          {text}
        </button>
      ))}
    </div>
  );
}

interface TabPanelProps {
  base: string;
  tab: string;
  /** False: everything is shown at once, and this is a plain box. */
  tabbed: boolean;
  shown: string;
  className?: string;
  children: ReactNode;
}

/** What a tab shows. It stays in place while it is hidden, with what was typed into it. */
export function TabPanel({ base, tab, tabbed, shown, className = '', children }: TabPanelProps) {
  if (!tabbed) return <div className={className}>{children}</div>;
  return (
    <div
      id={`${base}-panel-${tab}`}
      role="tabpanel"
      aria-labelledby={tabId(base, tab)}
      hidden={tab !== shown}
      className={tab === shown ? className : ''}
    >
      {children}
    </div>
  );
}

export const useTabBase = (): string => useId();
