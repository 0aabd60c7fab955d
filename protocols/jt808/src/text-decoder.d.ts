// What every runtime of ours decodes text with; the pure code names it without taking in a browser or Node.
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input?: Uint8Array): string
}
