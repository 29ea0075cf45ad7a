export type PortalConfig = { authority: string; clientId: string; demo: boolean; mails: boolean; /** The server knows the questions of this app by their hash. */ persisted: boolean; /** How strong a proof must be, where one is asked anew. */ stepUpAcr?: string };

/** Where people sign in, as the server tells it. */
export async function loadConfig(): Promise<PortalConfig> {
  const response = await fetch('/config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error('the server does not answer');
  const { authority, clientId, demo, mails, persisted, stepUpAcr } = (await response.json()) as Partial<PortalConfig>;
  return { authority: authority!, clientId: clientId!, demo: demo ?? false, mails: mails ?? false, persisted: persisted ?? false, stepUpAcr };
}
