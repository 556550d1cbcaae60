/** What every view needs. */
const everyView = [
  /\/node_modules\/(react|react-dom|scheduler|@tanstack|zod)\/|\/contracts\/src\/|\/web\/src\/(main|lib|app|components)/,
  /\/system\/(api\/get-system|components\/engine-mark|describe-engine|model-pulls)|\/features\/login\//,
  /\/resume\/(api\/get-resume|components\/resume-notice)|\/applications\/(components\/status-choice|status-tone|api\/patch-application)/,
];
const someViews = /\/(use)?infiniteQuery(Observer)?\.|\/components\/(markdown|dialog|show-more)|\/app\/not-found/i;

/** A letter with its text and sources, and what the parts of an application share. */
const letter = [
  /\/components\/markdown|\/documents\/(api\/(get-document|mark-sent|save-version)|locate-sentences|find-missing-research|describe-generator)/,
  /\/documents\/components\/(letter-text|sentence-|source-quote|missing-research|sent-mark|download-links)/,
  /\/api\/(list-notes|patch-note|get-application|start-run)\.|\/live-application\.|\/orchestrations\/wishes\./,
];

const anyOf = (patterns: RegExp[]) => (id: string) => patterns.some((pattern) => pattern.test(id));

/**
 * Few chunks, each asked for at once, instead of many that are found one after the other. The rest makes a chunk for each view, and one for
 * each thing that is loaded when it is wanted.
 */
export const chunkGroups = [
  // What runs while the base is on its way.
  {
    name: 'early',
    priority: 3,
    test: /\/web\/src\/early\.ts|\/app\/views\.|\/lib\/(early-answers|list-page)\.|\/(match-path|api-paths)\.|vite\/preload-helper/,
  },
  // Its modules run in the order of main.tsx, so that zod is configured before a schema is made.
  { name: 'base', priority: 2, test: (id: string) => anyOf(everyView)(id) && !someViews.test(id) },
  { name: 'letter', priority: 1, test: anyOf(letter) },
];
