import { RobotsCache } from './robots-cache.ts';
import { HostTurns } from './take-turns.ts';

/** What a process owes the sites it reads, however many runs read them at once: whose turn it is, and what their robots.txt says. */
export class SiteManners {
  readonly turns = new HostTurns();
  readonly robots = new RobotsCache();
}
