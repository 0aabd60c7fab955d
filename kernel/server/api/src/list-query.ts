// The query of a list as the description shows it; the engine reads it and says what is wrong with it.
import { z } from 'zod'

const word = z.string().optional()

/** Everything else is a filter by its own name, such as `where.kind.in`; the engine knows which there are. */
export const listQuery = z
  .object({
    limit: word.describe('1–200, default 50'),
    after: word.describe('the cursor `next` of the page before'),
    total: word.describe('`true` counts all rows'),
    q: word.describe('search: Chinese, pinyin initials, two characters and up'),
    sort: word.describe('a field, or `-field`'),
    asOf: word.describe('a day, for dated registers'),
    retired: word.describe('`true` shows retired rows too'),
  })
  .catchall(z.union([z.string(), z.array(z.string())]))
  .transform((query) => Object.fromEntries(Object.entries(query).filter((pair): pair is [string, string | string[]] => pair[1] !== undefined)))
