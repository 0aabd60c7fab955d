// The server named on the command line 指定的数据库: `--postgres ADDRESS`, taken out of the words before the others are read.
/** The word after `--postgres`, and the others. */
export function serverOf(words: readonly string[]): { readonly yours: string | undefined; readonly rest: readonly string[] } {
  const place = words.indexOf('--postgres')
  if (place < 0) return { yours: undefined, rest: words }
  const yours = words[place + 1]
  // without an address it is not understood, rather than run on another server than was meant
  return yours === undefined || yours.startsWith('-') ? { yours: undefined, rest: words } : { yours, rest: words.toSpliced(place, 2) }
}
