// The nouns, which here reach for the file system.
import { readFileSync } from 'node:fs'
export const nouns = readFileSync('nouns.txt', 'utf8')
