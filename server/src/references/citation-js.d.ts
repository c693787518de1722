declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Parses by a named format; throws at the first mistake. */
      chain(text: string, options: { readonly forceType: string; readonly generateGraph: false }): unknown[];
    };
  };
}
declare module '@citation-js/plugin-bibtex';
