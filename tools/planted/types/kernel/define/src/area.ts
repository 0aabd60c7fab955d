// Pure code that speaks to a browser and to Node.
export const area = document.title + process.cwd()
