import type { DatabaseName, SizeFigures } from './bench-history.ts';

interface Line {
  label: string;
  colour: string;
  of: (figures: SizeFigures) => number;
}

const width = 720;
const height = 360;
const margin = { left: 56, right: 210, top: 36, bottom: 48 };
const most = 3;
const lines: Line[] = [
  { label: 'run', colour: '#b4530a', of: ({ runMs }) => runMs },
  { label: 'list p95', colour: '#1d5fb4', of: ({ listP95 }) => listP95 },
  { label: 'history p95', colour: '#2f7d32', of: ({ historyP95 }) => historyP95 },
];
const dashes: Record<DatabaseName, string> = { SQLite: '', PostgreSQL: '6 4' };

/** Cost against the number of applications, each line in multiples of its own first value: flat is what is wanted. An SVG file. */
export const drawPlot = (sizes: SizeFigures[]): string => {
  const counts = [...new Set(sizes.map(({ applications }) => applications))].sort((a, b) => a - b);
  const [fewest = 1, largest = 1] = [counts[0], counts.at(-1)];
  const across = (count: number) =>
    margin.left +
    ((Math.log10(count) - Math.log10(fewest)) / (Math.log10(largest) - Math.log10(fewest))) * (width - margin.left - margin.right);
  const up = (value: number) => height - margin.bottom - (Math.min(value, most) / most) * (height - margin.top - margin.bottom);
  const grid = [0, 1, 2, 3].map(
    (value) =>
      `<line x1="${margin.left}" x2="${width - margin.right}" y1="${up(value)}" y2="${up(value)}" stroke="#ddd"/><text x="${margin.left - 8}" y="${up(value) + 4}" text-anchor="end">${value}×</text>`,
  );
  const ticks = counts.map(
    (count) => `<text x="${across(count)}" y="${height - margin.bottom + 20}" text-anchor="middle">${count.toLocaleString('en')}</text>`,
  );
  const drawn = (Object.keys(dashes) as DatabaseName[]).flatMap((database, group) => {
    const own = sizes.filter((each) => each.database === database).sort((a, b) => a.applications - b.applications);
    const [first] = own;
    if (first === undefined) return [];
    return lines.map(({ label, colour, of }, index) => {
      const points = own.map((each) => `${across(each.applications).toFixed(1)},${up(of(each) / of(first)).toFixed(1)}`);
      const legend = margin.top + 10 + (group * lines.length + index) * 20;
      const x = width - margin.right + 16;
      return [
        `<polyline fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes[database]}" points="${points.join(' ')}"/>`,
        ...points.map((point) => `<circle cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="3" fill="${colour}"/>`),
        `<line x1="${x}" x2="${x + 26}" y1="${legend - 4}" y2="${legend - 4}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes[database]}"/>`,
        `<text x="${x + 34}" y="${legend}">${database}: ${label}</text>`,
      ].join('\n');
    });
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#222" role="img" aria-label="Cost against number of applications, in multiples of the cost with ${fewest}">
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${margin.left}" y="20" font-size="14">Cost by number of applications, in multiples of the cost with ${fewest}</text>
${[...grid, ...ticks, ...drawn].join('\n')}
<text x="${(margin.left + width - margin.right) / 2}" y="${height - 8}" text-anchor="middle">applications</text>
</svg>
`;
};
