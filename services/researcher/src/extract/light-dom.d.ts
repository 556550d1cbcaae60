/** The light DOM that Readability brings along for where there is no browser; its package has no types for it. */
declare module '@mozilla/readability/JSDOMParser.js' {
  export interface LightNode {
    nodeType: number;
    textContent: string;
  }

  export interface LightElement extends LightNode {
    localName: string;
    attributes: { name: string; value: string }[];
    childNodes: LightNode[];
  }

  export default class JSDOMParser {
    /** Reads well-formed markup only, such as a serializer writes. */
    parse(markup: string, url: string): Document;
  }
}
