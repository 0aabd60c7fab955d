// What pure code uses of the decoder and the encoder that browsers and Node both have; declared here since neither’s types are at hand.
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input?: Uint8Array): string
}
/** And of the encoder, which writes UTF-8. */
declare class TextEncoder {
  encode(input?: string): Uint8Array
}
