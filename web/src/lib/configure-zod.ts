import { config } from 'zod';

// Zod compiles object parsers with `new Function`, which the page's content security policy forbids. Schemas look at this
// setting when they are made, so this file is the first import of the page.
config({ jitless: true });
