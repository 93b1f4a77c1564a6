// The part of Lit's public types that the desktop uses; written for `tsc --checkJs`, never served.
export interface TemplateResult { readonly strings: TemplateStringsArray; readonly values: unknown[] }
export const nothing: unique symbol;
export type Drawn = TemplateResult | typeof nothing;
export function html(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult;
export function svg(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult;
export function render(value: unknown, container: HTMLElement | DocumentFragment): unknown;
export function live<T>(value: T): T;
export function keyed(key: unknown, value: unknown): unknown;
export function ifDefined<T>(value: T): NonNullable<T> | typeof nothing;
export function repeat<T>(items: Iterable<T>, key: (item: T) => unknown, template: (item: T, index: number) => unknown): unknown;
export interface Ref<T> { readonly value?: T }
export function createRef<T = Element>(): Ref<T>;
export function ref<T>(target: Ref<T> | ((element: Element | undefined) => void)): unknown;
export class LitElement extends HTMLElement {
  static properties: Record<string, { attribute?: boolean | string; state?: boolean; type?: unknown }>;
  readonly updateComplete: Promise<boolean>;
  readonly hasUpdated: boolean;
  requestUpdate(): void;
  connectedCallback(): void;
  disconnectedCallback(): void;
  protected createRenderRoot(): HTMLElement | DocumentFragment;
  protected update(changed: Map<string, unknown>): void;
  protected render(): unknown;
  protected firstUpdated(changed: Map<string, unknown>): void;
  protected willUpdate(changed: Map<string, unknown>): void;
  protected updated(changed: Map<string, unknown>): void;
}
