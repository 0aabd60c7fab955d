// What English readers are told before the subsystem that says it is there, such as the names in the rail: the build writes it in here, beside the roles of the house. Fetched only by them.
import { kernelRoles } from '@houqin/define'
import { kernelRoleWords } from '@houqin/words'

const words: Readonly<Record<string, string>> = kernelRoleWords
export const phrases: Readonly<Record<string, string>> = { ...builtPhrases, ...Object.fromEntries(kernelRoles.map(({ role, title }) => [title, words[role] ?? title])) }
