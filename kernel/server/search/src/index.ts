// 检索: the tokens a row is found by, and the tokens a question asks for, so that `search @> queryTokens(q)` on a
// `text[]` column with a GIN index finds names, initials, pinyin and pieces of numbers.
export { readingsOf } from './readings.ts'
export { queryTokens, searchTokens } from './tokens.ts'
