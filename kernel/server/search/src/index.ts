// 检索: the tokens a row is found by, and the tokens a question asks for, so that `search @> queryTokens(q)` on a
// `text[]` column with a GIN index finds names, initials and pieces of numbers.
export { queryTokens, searchTokens } from './tokens.ts'
