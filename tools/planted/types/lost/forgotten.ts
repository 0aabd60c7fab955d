// A file in a folder that no compiler is shown.
export const forgotten: number = 'never seen'
