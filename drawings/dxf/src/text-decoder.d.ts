// What pure code uses of the decoder that browsers and Node both have; declared here since neither's types are at hand.
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input?: Uint8Array): string
}
