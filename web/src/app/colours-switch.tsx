import { colourChoices, useColours, type Colours } from '../lib/colours.ts';

const names: Record<Colours, string> = { system: 'as the system', light: 'light', dark: 'dark' };

/** Sun, moon, or half of each. */
const signs: Record<Colours, string> = {
  system: 'M10 3.5a6.5 6.5 0 1 0 0 13z',
  light: 'M10 1v2.2M10 16.8V19M1 10h2.2M16.8 10H19M3.6 3.6l1.6 1.6M14.8 14.8l1.6 1.6M3.6 16.4l1.6-1.6M14.8 5.2l1.6-1.6',
  dark: 'M16.6 12.2A7 7 0 0 1 7.8 3.4a7 7 0 1 0 8.8 8.8z',
};

/** The colours of the page: as the system has them, light, dark, and round again. */
export function ColoursSwitch() {
  const [colours, choose] = useColours();
  const next = colourChoices[(colourChoices.indexOf(colours) + 1) % colourChoices.length] ?? 'system';
  const words = `Colours: ${names[colours]}`;
  return (
    <button
      type="button"
      title={`${words}. Press for ${names[next]}.`}
      onClick={() => choose(next)}
      className="inline-flex size-9 shrink-0 items-center justify-center rounded-full text-ink-soft hover:bg-sunken hover:text-ink"
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 20 20"
        className="size-4.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {colours === 'system' && <circle cx="10" cy="10" r="6.5" />}
        {colours === 'light' && <circle cx="10" cy="10" r="3.6" />}
        <path d={signs[colours]} fill={colours === 'light' ? 'none' : 'currentColor'} />
      </svg>
      <span aria-live="polite" className="sr-only">
        {words}
      </span>
    </button>
  );
}
