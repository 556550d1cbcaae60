const OPEN = /<think(?:ing)?>/i;
const CLOSE = /<\/think(?:ing)?>/i;
const LONGEST_TAG = '</thinking>'.length;

/** Removes reasoning between think tags from text that arrives in pieces of any size. An unclosed tag hides everything after it. */
export class ThinkFilter {
  private held = '';
  private hidden = false;
  private started = false;

  /** The part of the text so far that is certain to be outside of think tags. */
  push(piece: string): string {
    this.held += piece;
    let visible = '';
    for (;;) {
      const tag = (this.hidden ? CLOSE : OPEN).exec(this.held);
      if (!tag) break;
      if (!this.hidden) visible += this.held.slice(0, tag.index);
      this.held = this.held.slice(tag.index + tag[0].length);
      this.hidden = !this.hidden;
    }
    const keep = startOfPartialTag(this.held);
    if (!this.hidden) visible += this.held.slice(0, keep);
    this.held = this.held.slice(keep);
    return this.withoutLeadingSpace(visible);
  }

  /** What was held back as the possible start of a tag. Call once, after the last piece. */
  flush(): string {
    const rest = this.hidden ? '' : this.held;
    this.held = '';
    return this.withoutLeadingSpace(rest);
  }

  private withoutLeadingSpace(text: string): string {
    const visible = this.started ? text : text.trimStart();
    this.started ||= visible !== '';
    return visible;
  }
}

/** Some templates print the opening tag into the prompt, so that only the closing one is in the answer: what stands before it is reasoning. */
export function withoutOrphanThinking(text: string): string {
  const parts = text.split(CLOSE);
  return (parts.at(-1) ?? '').trim();
}

function startOfPartialTag(text: string): number {
  const open = text.lastIndexOf('<');
  const isPartial =
    open >= 0 && text.length - open < LONGEST_TAG && /^<\/?(?:t(?:h(?:i(?:n(?:k(?:i(?:n(?:g)?)?)?)?)?)?)?)?$/i.test(text.slice(open));
  return isPartial ? open : text.length;
}
