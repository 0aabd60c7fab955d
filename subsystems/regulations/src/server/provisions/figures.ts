// What others may hold their figures against: the reading rows and the table that binds those which drive code.
export { curatedFigures, unboundFigures } from './curated-figures.ts'
export { readingRows } from './reading-rows.ts'
