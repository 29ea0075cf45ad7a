import type { IconName } from '../../shared/icon.js';

export type MenuItem = { to: string; label: 'worklist' | 'referrals' | 'consults' | 'clients' | 'mediations' | 'people' | 'glass' | 'support' | 'trail' | 'retention'; icon: IconName; door: string; /** Where who lacks that door goes instead. */ or?: { to: string; door: string } };

/** The parts of the portal, each behind the door that a capacity must have to use it. */
const ITEMS: readonly MenuItem[] = [
  { to: '/werklijst', label: 'worklist', icon: 'inbox', door: 'Task.read' },
  { to: '/doorverwijzingen', label: 'referrals', icon: 'send', door: 'Referral.read' },
  { to: '/vragen', label: 'consults', icon: 'help', door: 'Consult.read' },
  { to: '/clienten', label: 'clients', icon: 'people', door: 'Client.read' },
  { to: '/bemiddelingen', label: 'mediations', icon: 'talk', door: 'MediationCase.read', or: { to: '/meldingen', door: 'TensionSignal.read' } },
  { to: '/medewerkers', label: 'people', icon: 'person', door: 'Person.read' },
  { to: '/logboek', label: 'trail', icon: 'history', door: 'Person.audit' },
  { to: '/bewaartermijnen', label: 'retention', icon: 'clock', door: 'DestructionList.sign' },
  { to: '/noodtoegang', label: 'glass', icon: 'alert', door: 'GlassBreak.break' },
  { to: '/ondersteuning', label: 'support', icon: 'eye', door: 'SupportLook.ask' },
];

/** What everybody may read, in whatever capacity. */
export const FOR_EVERYBODY = [
  { to: '/privacy', label: 'privacy', icon: 'shield' },
  { to: '/protocollen', label: 'protocols', icon: 'file' },
  { to: '/privacymatrix', label: 'book', icon: 'eye' },
] as const satisfies readonly { to: string; label: string; icon: IconName }[];

/** Whether a page belongs to a part that these doors do not open. */
export const isShut = (pathname: string, doors: readonly string[]): boolean => [...ITEMS, { to: '/agenda', door: 'CalendarFeed.make' }].some(({ to, door }) => (pathname === to || pathname.startsWith(`${to}/`)) && !doors.includes(door));

export const menuOf = (doors: readonly string[]): readonly MenuItem[] => ITEMS.map((item) => (item.or && !doors.includes(item.door) ? { ...item, ...item.or } : item)).filter(({ door }) => doors.includes(door));
