// Style sheets: imported for their effect alone.
declare module '*.css' {}
