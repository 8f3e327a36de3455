/** What the engine needs of WebAssembly. The compiler knows none of it without the types of a browser. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports?: object) => { readonly exports: unknown };
};

/** What a module exports, by its code in base64. Throws where there is no WebAssembly, or no room for it. */
export function exportsOf(code: string, imports?: Readonly<Record<string, object>>): unknown {
  return new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(code, 'base64')), imports).exports;
}
