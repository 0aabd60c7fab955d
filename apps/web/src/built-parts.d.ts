// What the build puts in their place: the index of the parts, and what one may ask for with the icons of that, and the phrases of English readers.
import type { PartIndex, StartIndex } from '@houqin/web-kit'

declare global {
  const builtParts: readonly PartIndex[]
  const builtStarts: readonly StartIndex[]
  const builtPhrases: Readonly<Record<string, string>>
}
