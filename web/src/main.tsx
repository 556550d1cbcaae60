import './lib/configure-zod.ts';

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { newQueryClient } from './app/query-client.ts';
import { Router } from './lib/router/router.tsx';
import './app/styles.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={newQueryClient()}>
      <Router>
        <App />
      </Router>
    </QueryClientProvider>
  </StrictMode>,
);
