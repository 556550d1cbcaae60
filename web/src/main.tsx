import './lib/configure-zod.ts';

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app/app.tsx';
import { newQueryClient } from './app/query-client.ts';
import './app/styles.css';
import { reloadWhenStale } from './lib/reload-when-stale.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

reloadWhenStale();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={newQueryClient()}>
      <BrowserRouter>
        <App />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
