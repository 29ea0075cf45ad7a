import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Terms, hashOfSecret } from '#dossiers';
import { type Caller, Clock, NOBODY, PartnerKind, Refusal, Units, Work } from '#kernel';
import { asWoondienst } from '../files.js';
import { type Report, SignalsService } from '../signals.service.js';
import { SignalOrigin } from '../tension-signal.record.js';
import type { PublicSignal } from './public-shape.js';

/** What one address of mail may leave behind in a day, and all of them in two: the rest is not kept. */
const KEPT = { perAddress: 3, together: 1000 };
const BY_FORM: Caller = { capacity: 'PUBLIC_FORM', purpose: 'signal' };
const REPORTER = 'Openbaar meldformulier';

/** Tension that a private landlord or an agency reports without an account: kept apart until its mail is confirmed, and told to nobody before (BR-M9, A88). */
@Injectable()
export class PublicSignalsService implements OnModuleInit {
  constructor(
    private readonly units: Units,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly signals: SignalsService,
    private readonly terms: Terms,
  ) {}

  onModuleInit(): void {
    this.terms.eachRun((now) => this.dropOld(now));
  }

  /** The municipalities whose homes may be reported: those of regions with a Woondienst. */
  async places(): Promise<{ name: string; postcodes: string[] }[]> {
    const { rows } = await this.units.run(NOBODY, (unit) => unit.query<{ name: string; postcodes: string[] }>({ text: `select m.name, m.postcodes from municipality m where exists (select from partner p where p.region = m.region and p.kind = $1) order by m.name`, values: [PartnerKind.WOONDIENST] }), { durable: false });
    return rows;
  }

  /**
   * Keeps it for the Woondienst of that municipality, until it is confirmed. Says nothing of whether it was kept.
   * @throws Refusal INVALID for a place that is none of a region's
   */
  async keep({ key, email, website, ...told }: PublicSignal): Promise<void> {
    await this.units.run(NOBODY, async (unit) => {
      const { rows: [woondienst] } = await unit.query<{ id: string; place: string }>({
        text: 'select p.id, m.name as place from partner p join municipality m on m.region = p.region where p.kind = $1 and lower(m.name) = lower($2) and m.postcodes @> array[$3::text] order by p.key limit 1',
        values: [PartnerKind.WOONDIENST, told.municipality.trim(), told.postcode],
      });
      if (!woondienst) throw new Refusal('INVALID', undefined, { fields: [{ field: 'municipality', message: 'Deze gemeente en postcode horen niet samen, of liggen niet in de regio.' }] });
      if (website) return;
      const says = JSON.stringify({ ...reportOf({ ...told, municipality: woondienst.place }), landlordContact: [email, told.phone?.trim()].filter(Boolean).join(' · ') });
      await unit.query({ text: 'select keep_pending_signal($1, $2, $3, $4, $5, $6, $7)', values: [key, woondienst.id, email, says, KEPT.perAddress, KEPT.together, this.clock.now()] });
    });
  }

  /**
   * Makes the signal of what was kept, once; a repetition finds that it was done.
   * @throws Refusal NOT_FOUND for what was never sent to anybody, and for what was wiped
   */
  async confirm(secret: string): Promise<void> {
    const hash = hashOfSecret(secret);
    const now = this.clock.now();
    const { rows: [pending] } = await this.units.run(NOBODY, (unit) => unit.query<{ id: string; partner_id: string; confirmed: boolean }>({ text: 'select id, partner_id, confirmed from pending_signal_at($1, $2)', values: [hash, now] }), { durable: false });
    if (!pending) throw new Refusal('NOT_FOUND');
    if (pending.confirmed) return;
    const { partner_id: partnerId } = pending;
    const once = () => this.work.tick(asWoondienst(partnerId), 'confirmSignal', async (desk) => {
      const { rows: [{ says }] } = await desk.unit.query<{ says: Report | null }>({ text: 'select confirm_pending_signal($1, $2, $3) as says', values: [pending.id, hash, now] });
      return says && this.signals.reported(desk, { partnerId, partnerKind: PartnerKind.WOONDIENST, personId: null, name: REPORTER }, says);
    }, BY_FORM);
    // Somebody reported the same home in this moment: now it is there to be joined.
    await once().catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'CONFLICT') return once();
      throw error;
    });
  }

  /** What nobody confirmed in time is wiped. */
  private async dropOld(now: Date): Promise<number> {
    const { rows: [{ n }] } = await this.units.run(NOBODY, (unit) => unit.query<{ n: number }>({ text: 'select drop_pending_signals($1) as n', values: [now] }));
    return n;
  }
}

const reportOf = ({ name, street, postcode, municipality, topic, facts, tried, danger, dangerNote, renters }: Omit<PublicSignal, 'key' | 'email'>): Report => ({
  origin: SignalOrigin.LANDLORD, landlordName: name.trim(), street, postcode, municipality, topic, urgent: danger, facts, tried: tried ?? null, danger, dangerNote: danger ? dangerNote : null,
  renters: renters.map(({ givenName, familyName }) => ({ givenName, familyName })),
});
