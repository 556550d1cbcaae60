import { tryStorage } from './try-storage.ts';

/** Milliseconds in which what was answered is drawn, on a slow machine too. */
const drawingMs = 300;

/**
 * Puts the page into its own fonts once they are there. The first time they are fetched after `drawn`, so that on a slow line words come before
 * their looks; from then on the browser keeps them, and `looks-first.ts` asks for them at once.
 */
export async function fetchOwnFonts(drawn: Promise<unknown>): Promise<void> {
  await drawn;
  await new Promise((resolve) => setTimeout(resolve, drawingMs));
  await Promise.all(['Inter Variable', 'Source Serif 4 Variable'].map((name) => document.fonts.load(`1em '${name}'`)));
  document.documentElement.dataset['font'] = 'own';
  tryStorage((storage) => storage.setItem('coverwright-font', 'own'));
}
