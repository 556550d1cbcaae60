import { pagePaths } from '@coverwright/contracts';
import type { ReactNode } from 'react';
import { SignOut } from '../features/login/components/sign-out.tsx';
import { EngineMark } from '../features/system/components/engine-mark.tsx';
import { ColoursSwitch } from './colours-switch.tsx';
import { Mark } from './mark.tsx';
import { Link, NavLink } from '../lib/router/link.tsx';

function PageLink({ to, within, children }: { to: string; within?: string[]; children: ReactNode }) {
  return (
    <NavLink
      to={to}
      within={within ?? []}
      className="inline-flex min-h-9 items-center rounded-md whitespace-nowrap px-2 text-sm font-medium text-ink-soft no-underline hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:text-ink sm:px-3"
    >
      {children}
    </NavLink>
  );
}

export function Layout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col font-sans leading-normal">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-4 focus:z-30 focus:bg-surface focus:px-3 focus:py-2"
      >
        Skip to content
      </a>
      <header className="border-b border-line bg-surface">
        <div className="page-width relative flex min-h-14 flex-wrap items-center gap-x-6 gap-y-0 py-1">
          <Link
            to={pagePaths.list}
            className="flex min-h-10 items-center gap-2 font-serif text-xl font-semibold tracking-tight text-ink no-underline"
          >
            <Mark />
            Coverwright
          </Link>
          <nav aria-label="Pages" className="-mx-2 flex flex-1 gap-1 max-sm:basis-full max-sm:pb-1 sm:mx-0">
            <PageLink to={pagePaths.list} within={['/applications/']}>
              Applications
            </PageLink>
            <PageLink to={pagePaths.resume}>Your resume</PageLink>
            <PageLink to={pagePaths.system}>System</PageLink>
            <SignOut />
          </nav>
          <div className="flex items-center gap-2 max-sm:absolute max-sm:top-2 max-sm:right-4">
            <EngineMark />
            <ColoursSwitch />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="page-width flex-1 py-6 outline-none sm:py-8">
        {children}
      </main>
    </div>
  );
}
