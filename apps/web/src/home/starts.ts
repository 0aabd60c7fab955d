// What one may ask for, known before any subsystem is there: the build writes the tiles in here, and imports the icons they name.
import type { StartIndex } from '@houqin/web-kit'

export const starts: readonly StartIndex[] = builtStarts
