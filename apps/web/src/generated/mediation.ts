// Made from the workflow of the server by npm run generate; not to be changed by hand.
export const STEPS = {
  "SIGNALLED": {
    "assign": "TRIAGE",
    "stop": "STOPPED_BY_PARTY",
    "goToCourt": "ESCALATED_TO_COURT"
  },
  "TRIAGE": {
    "assign": "TRIAGE",
    "accept": "ACCEPTED",
    "outOfScope": "OUT_OF_SCOPE",
    "stop": "STOPPED_BY_PARTY",
    "goToCourt": "ESCALATED_TO_COURT"
  },
  "OUT_OF_SCOPE": {
    "close": "CLOSED_NO_MEDIATION"
  },
  "ACCEPTED": {
    "contact": "CONTACTING_RENTER",
    "notReached": "NOT_REACHED",
    "stop": "STOPPED_BY_PARTY",
    "goToCourt": "ESCALATED_TO_COURT"
  },
  "CONTACTING_RENTER": {
    "contact": "CONTACTING_RENTER",
    "agree": "BOTH_AGREED",
    "decline": "RENTER_DECLINED",
    "notReached": "NOT_REACHED",
    "stop": "STOPPED_BY_PARTY",
    "goToCourt": "ESCALATED_TO_COURT"
  },
  "RENTER_DECLINED": {
    "close": "CLOSED_NO_MEDIATION"
  },
  "NOT_REACHED": {
    "close": "CLOSED_NO_MEDIATION"
  },
  "CLOSED_NO_MEDIATION": {},
  "BOTH_AGREED": {
    "meet": "SESSIONS",
    "stall": "STALLED",
    "stop": "STOPPED_BY_PARTY",
    "goToCourt": "ESCALATED_TO_COURT"
  },
  "SESSIONS": {
    "draftSettlement": "SETTLEMENT_DRAFT",
    "stall": "STALLED",
    "stop": "STOPPED_BY_PARTY",
    "goToCourt": "ESCALATED_TO_COURT"
  },
  "STALLED": {
    "resume": "SESSIONS",
    "close": "CLOSED_NO_AGREEMENT",
    "stop": "STOPPED_BY_PARTY",
    "goToCourt": "ESCALATED_TO_COURT"
  },
  "SETTLEMENT_DRAFT": {
    "draftSettlement": "SETTLEMENT_DRAFT",
    "conclude": "SETTLEMENT_SIGNED",
    "resume": "SESSIONS",
    "stall": "STALLED",
    "stop": "STOPPED_BY_PARTY",
    "goToCourt": "ESCALATED_TO_COURT"
  },
  "SETTLEMENT_SIGNED": {
    "followUp": "FOLLOW_UP",
    "breach": "BREACH_REPORTED",
    "stop": "STOPPED_BY_PARTY",
    "goToCourt": "ESCALATED_TO_COURT"
  },
  "FOLLOW_UP": {
    "followUp": "FOLLOW_UP",
    "breach": "BREACH_REPORTED",
    "succeed": "CLOSED_SUCCESS",
    "partly": "CLOSED_PARTIAL",
    "stop": "STOPPED_BY_PARTY",
    "goToCourt": "ESCALATED_TO_COURT"
  },
  "BREACH_REPORTED": {
    "resume": "SESSIONS",
    "followUp": "FOLLOW_UP",
    "close": "CLOSED_NO_AGREEMENT",
    "stop": "STOPPED_BY_PARTY",
    "goToCourt": "ESCALATED_TO_COURT"
  },
  "CLOSED_SUCCESS": {},
  "CLOSED_PARTIAL": {},
  "CLOSED_NO_AGREEMENT": {},
  "ESCALATED_TO_COURT": {},
  "STOPPED_BY_PARTY": {}
} as const;
export const STATE_NAMES = {
  "SIGNALLED": "Gemeld",
  "TRIAGE": "Wordt nagekeken",
  "OUT_OF_SCOPE": "Hoort hier niet",
  "ACCEPTED": "Aanvaard",
  "CONTACTING_RENTER": "Contact met de huurder",
  "RENTER_DECLINED": "De huurder wil niet",
  "NOT_REACHED": "Niet bereikt",
  "CLOSED_NO_MEDIATION": "Afgesloten zonder bemiddeling",
  "BOTH_AGREED": "Beide partijen gaan akkoord",
  "SESSIONS": "Gesprekken",
  "STALLED": "Vastgelopen",
  "SETTLEMENT_DRAFT": "Ontwerp van afspraken",
  "SETTLEMENT_SIGNED": "Afspraken getekend",
  "FOLLOW_UP": "Opvolging",
  "BREACH_REPORTED": "Afspraak niet nagekomen",
  "CLOSED_SUCCESS": "Afgesloten, gelukt",
  "CLOSED_PARTIAL": "Afgesloten, deels gelukt",
  "CLOSED_NO_AGREEMENT": "Afgesloten zonder akkoord",
  "ESCALATED_TO_COURT": "Bij de rechter",
  "STOPPED_BY_PARTY": "Gestopt door een partij"
} as const;
export const STEP_NAMES = {
  "assign": "een bemiddelaar aanwijzen",
  "accept": "aanvaarden",
  "outOfScope": "hoort hier niet",
  "contact": "contact opnemen",
  "agree": "beide partijen gaan akkoord",
  "decline": "de huurder wil niet",
  "notReached": "niemand bereikt",
  "meet": "gesprekken beginnen",
  "draftSettlement": "afspraken opstellen",
  "conclude": "de afspraken tekenen",
  "resume": "opnieuw in gesprek gaan",
  "stall": "het loopt vast",
  "followUp": "opvolgen",
  "breach": "een afspraak is niet nagekomen",
  "succeed": "gelukt",
  "partly": "deels gelukt",
  "close": "afsluiten",
  "stop": "een partij stopt",
  "goToCourt": "het gaat naar de rechter"
} as const;
export const TERM_RUNS = {
  "confirm": [
    "SIGNALLED",
    "TRIAGE"
  ],
  "contact": [
    "ACCEPTED"
  ],
  "heard": [
    "CONTACTING_RENTER",
    "BOTH_AGREED"
  ],
  "report": [
    "ACCEPTED",
    "CONTACTING_RENTER",
    "BOTH_AGREED",
    "SESSIONS",
    "STALLED",
    "SETTLEMENT_DRAFT"
  ],
  "followUp1": [
    "SETTLEMENT_SIGNED"
  ],
  "followUp2": [
    "SETTLEMENT_SIGNED",
    "FOLLOW_UP"
  ]
} as const;
export const PLACEHOLDERS = [
  "huurder",
  "adres",
  "verhuurder",
  "woondienst",
  "bemiddelaar",
  "gemeld",
  "gehoord_tegen",
  "verslag_tegen",
  "plaats",
  "tijdstip",
  "afspraken",
  "datum"
] as const;
