import type { Element } from 'domhandler';

/** Elements by `#id`, by `.class` and by tag name, and all of them by `*`. */
export function indexElements(elements: Iterable<Element>): Map<string, Element[]> {
  const index = new Map<string, Element[]>();
  const add = (key: string, element: Element) => {
    const known = index.get(key);
    if (known === undefined) index.set(key, [element]);
    else known.push(element);
  };
  for (const element of elements) {
    add('*', element);
    add(element.name, element);
    const { id, class: classes } = element.attribs;
    if (id) add(`#${id}`, element);
    if (classes) for (const name of new Set(classes.split(/\s+/))) add(`.${name}`, element);
  }
  return index;
}
