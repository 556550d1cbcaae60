import { parseTasks } from './parse-tasks.ts';
import { serveTasks } from './serve-tasks.ts';

serveTasks(parseTasks);
