import './lib/configure-zod.ts';

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { newQueryClient } from './app/query-client.ts';
import { firstAnswers, firstView } from './early.ts';
import { fetchOwnFonts } from './lib/own-font.ts';
import { Router } from './lib/router/router.tsx';
import './app/styles.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

// Drawn once the view is there: what index.html holds stays until then. Not awaited, because the view's own module waits for this one.
void firstView.then((first) => {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={newQueryClient()}>
        <Router>
          <App first={first} />
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  );
  // Without them the page is read in the system's fonts.
  fetchOwnFonts(firstAnswers).catch(() => undefined);
});
