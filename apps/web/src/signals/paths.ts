/** Where a cooperation protocol is read. */
export const cooperationPath = (id: string): string => `/protocollen/samenwerking/${id}`;
/** Where who mediates has a mediation. */
export const mediationPath = (id: string): string => `/bemiddelingen/${id}`;
export const signalPath = (id: string): string => `/meldingen/${id}`;
