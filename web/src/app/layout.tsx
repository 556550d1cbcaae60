import { pagePaths } from '@coverwright/contracts';
import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { SignOut } from '../features/login/components/sign-out.tsx';
import { EngineLine } from '../features/system/components/engine-line.tsx';

const width = 'mx-auto w-full max-w-[100rem] px-4 sm:px-6 lg:px-10';

export function Layout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col font-sans leading-relaxed">
      <a href="#main" className="sr-only focus:not-sr-only focus:absolute focus:left-4 focus:top-2 focus:bg-surface focus:px-3 focus:py-2">
        Skip to content
      </a>
      <header className="border-b border-line">
        <div className={`${width} flex h-14 items-center justify-between gap-4`}>
          <Link to={pagePaths.list} className="font-serif text-xl font-semibold tracking-tight text-ink no-underline">
            Coverwright
          </Link>
          <nav aria-label="Pages" className="flex items-center gap-5">
            <NavLink
              to={pagePaths.resume}
              className="inline-flex min-h-10 items-center text-ink-soft no-underline hover:underline aria-[current]:text-ink aria-[current]:underline"
            >
              Your resume
            </NavLink>
            <SignOut />
          </nav>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={`${width} flex-1 py-6 outline-none sm:py-8`}>
        {children}
      </main>
      <footer className="border-t border-line">
        <div className={`${width} py-4 text-sm text-ink-soft`}>
          <EngineLine />
        </div>
      </footer>
    </div>
  );
}
