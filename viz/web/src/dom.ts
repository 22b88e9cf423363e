/** Builds elements: text only ever through text nodes, style only through CSSOM (the CSP forbids more). */

/** What can stand inside an element; nothing for null and false. */
export type Child = Node | string | number | null | undefined | false;

type Listeners = {
  [Name in keyof GlobalEventHandlersEventMap]?: (event: GlobalEventHandlersEventMap[Name]) => void;
};

/** Attributes, and beside them listeners and styles. */
export interface Props {
  on?: Listeners;
  style?: Record<string, string>;
  [attribute: string]: unknown;
}

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element with attributes, listeners and children. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  furnish(element, props);
  put(element, children);
  return element;
}

/** An SVG element with attributes, listeners and children. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(SVG, tag);
  furnish(element, props);
  put(element, children);
  return element;
}

/** Puts these children in place of the present ones. */
export function fill(parent: Element, ...children: Child[]): void {
  parent.replaceChildren();
  put(parent, children);
}

/** Sets attributes; false and null take one away. */
export function set(element: Element, attributes: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

function furnish(element: HTMLElement | SVGElement, { on, style, ...attributes }: Props): void {
  set(element, attributes);
  for (const [name, value] of Object.entries(style ?? {})) element.style.setProperty(name, value);
  for (const [name, listener] of Object.entries(on ?? {})) {
    element.addEventListener(name, listener as EventListener);
  }
}

function put(parent: Element, children: Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    parent.append(child instanceof Node ? child : String(child));
  }
}
