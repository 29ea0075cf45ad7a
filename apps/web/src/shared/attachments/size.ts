const number = new Intl.NumberFormat('nl-BE', { maximumFractionDigits: 1 });

/** "312 kB", "1,4 MB" */
export const formatSize = (bytes: number): string => (bytes < 1_000_000 ? `${number.format(Math.max(1, Math.round(bytes / 1024)))} kB` : `${number.format(bytes / 1024 / 1024)} MB`);
