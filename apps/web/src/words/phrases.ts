// What English readers are told before the subsystem that says it is there, such as the names in the rail: the build writes it in here. Fetched only by them.
export const phrases: Readonly<Record<string, string>> = builtPhrases
