// A code found in a picture by the library 图中的二维码, for browsers that cannot do it themselves.
import decode from 'qr/decode.js'

/** @returns its text; undefined where no code is in sight. */
export function codeIn(picture: { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number }): string | undefined {
  try {
    return decode(picture)
  } catch {
    // the library throws where it sees no code
    return undefined
  }
}
