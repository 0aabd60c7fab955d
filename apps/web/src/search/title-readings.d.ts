// What the build puts in its place: how the titles of the screens read, syllables by title, apart by blanks.
declare const builtTitleReadings: Readonly<Record<string, string>>
