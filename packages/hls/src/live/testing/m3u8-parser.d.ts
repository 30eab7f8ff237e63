/** It comes without types. What the tests look at. */
declare module 'm3u8-parser' {
  export class Parser {
    push(text: string): void;
    end(): void;
    readonly manifest: {
      readonly targetDuration?: number;
      readonly mediaSequence?: number;
      readonly endList?: boolean;
      readonly segments: readonly {
        readonly uri: string;
        readonly duration: number;
        readonly timeline: number;
        readonly byterange?: { readonly offset: number; readonly length: number };
        readonly programDateTime?: number;
        readonly key?: { readonly method: string; readonly uri: string };
        readonly map?: {
          readonly uri: string;
          readonly byterange?: { readonly offset: number; readonly length: number };
        };
      }[];
    };
  }
}
