export const commandLineWords = {} as const;
