import type { Block } from '../../extract/collect-blocks.ts';
import { readLabel } from './labels.ts';
import { squeeze } from '../values/squeeze.ts';

/** Headings of what follows a posting on its page. */
const AFTER =
  /^(?:apply (?:for|to) (?:this|the) (?:job|position|role)|apply now|apply here|submit (?:your )?application|your application|application form|similar (?:jobs|positions|roles|openings)|related (?:jobs|positions|content)|recommended jobs|more (?:jobs|openings|roles)(?: .{0,30})?|other (?:jobs|openings|positions)|you (?:may|might) also (?:like|be interested in)|share(?: this)?(?: job| posting)?|share on.*|people also viewed|create (?:a )?job alert|get (?:notified|job alerts).*|jetzt bewerben|ähnliche (?:jobs|stellen).*|teilen|postuler|offres similaires|ofertas similares|partager|compartir|soortgelijke vacatures|liknande jobb|introduce yourself|read more|voluntary self-identification|u\.s\. standard demographic questions|first name.*|resume\/cv.*)$/i;
const MIN_SHARE = 0.3;
const MAX_BLOCKS = 600;
const PROSE = 80;

/** The description among the blocks of a page: what comes after its title and before what is no longer the posting. */
export function trimDescription(blocks: readonly Block[], title: string | null): Block[] {
  const wanted = title === null ? '' : squeeze(title);
  const at = wanted === '' ? -1 : blocks.findIndex((block) => squeeze(block.text) === wanted);
  const total = sizeOf(blocks);
  const body = at >= 0 && sizeOf(blocks.slice(at + 1)) >= total * MIN_SHARE ? blocks.slice(at + 1) : [...blocks];
  let read = 0;
  const end = body.findIndex((block) => {
    read += block.text.length;
    return read > sizeOf(body) * MIN_SHARE && AFTER.test(block.text);
  });
  return withoutFacts(end < 0 ? body : body.slice(0, end)).slice(0, MAX_BLOCKS);
}

/** The labelled facts at the top are fields of their own and no part of the text. */
function withoutFacts(blocks: readonly Block[]): Block[] {
  const prose = blocks.findIndex((block) => block.text.length >= PROSE);
  return blocks.filter((block, index) => {
    if (index >= prose) return true;
    const before = blocks[index - 1];
    return readLabel(block.text) === null && (before === undefined || readLabel(before.text) === null || block.role === 'heading');
  });
}

function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}
