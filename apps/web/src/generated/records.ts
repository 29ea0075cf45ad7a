// Made from the records of the server by npm run generate; not to be changed by hand.
export const records = {
  "Referral": {
    "id": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "version": {
      "class": "PROGRESS",
      "kind": "count",
      "required": true
    },
    "fromPartnerId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "number": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 200
    },
    "state": {
      "class": "PROGRESS",
      "kind": "choice",
      "required": true,
      "values": [
        "DRAFT",
        "SENT",
        "DELIVERED",
        "CLOSED",
        "WITHDRAWN",
        "DISCARDED",
        "MADE_IN_ERROR"
      ]
    },
    "type": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 40
    },
    "urgent": {
      "class": "CORE",
      "kind": "flag",
      "required": true
    },
    "transfer": {
      "class": "CORE",
      "kind": "flag",
      "required": true
    },
    "senderName": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 200
    },
    "question": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 2000
    },
    "agreedOn": {
      "class": "CORE",
      "kind": "day",
      "required": false
    },
    "agreedWay": {
      "class": "CORE",
      "kind": "choice",
      "required": false,
      "values": [
        "ORAL",
        "SIGNED",
        "BY_REPRESENTATIVE_ORAL",
        "BY_REPRESENTATIVE_SIGNED"
      ]
    },
    "openReceivers": {
      "class": "PROGRESS",
      "kind": "flag",
      "required": false
    },
    "opposingPartnerId": {
      "class": "CORE",
      "kind": "id",
      "required": false
    },
    "redirectIds": {
      "class": "CORE",
      "kind": "list",
      "required": true
    },
    "addressProtected": {
      "class": "CORE",
      "kind": "flag",
      "required": true
    },
    "draftedAt": {
      "class": "CORE",
      "kind": "moment",
      "required": true
    },
    "changedAt": {
      "class": "PROGRESS",
      "kind": "moment",
      "required": true
    },
    "sentAt": {
      "class": "PROGRESS",
      "kind": "moment",
      "required": false
    },
    "deliverAt": {
      "class": "PROGRESS",
      "kind": "moment",
      "required": false
    },
    "deliveredAt": {
      "class": "CORE",
      "kind": "moment",
      "required": false
    },
    "closedAt": {
      "class": "PROGRESS",
      "kind": "moment",
      "required": false
    },
    "contentVersion": {
      "class": "PROGRESS",
      "kind": "count",
      "required": true,
      "min": 0,
      "max": 2000000000
    },
    "contentAt": {
      "class": "PROGRESS",
      "kind": "moment",
      "required": false
    },
    "givenName": {
      "class": "IDENTITY",
      "kind": "text",
      "required": true,
      "max": 80
    },
    "familyName": {
      "class": "IDENTITY",
      "kind": "text",
      "required": true,
      "max": 80
    },
    "birthDate": {
      "class": "IDENTITY",
      "kind": "day",
      "required": false
    },
    "phone": {
      "class": "CONTACT",
      "kind": "text",
      "required": false,
      "max": 30
    },
    "email": {
      "class": "CONTACT",
      "kind": "text",
      "required": false,
      "max": 120
    },
    "language": {
      "class": "CONTACT",
      "kind": "text",
      "required": false,
      "max": 60
    },
    "contactNote": {
      "class": "CONTACT",
      "kind": "text",
      "required": false,
      "max": 300
    },
    "street": {
      "class": "ADDRESS",
      "kind": "text",
      "required": false,
      "max": 120
    },
    "postcode": {
      "class": "ADDRESS",
      "kind": "text",
      "required": false,
      "max": 10
    },
    "municipality": {
      "class": "ADDRESS",
      "kind": "text",
      "required": false,
      "max": 80
    },
    "adults": {
      "class": "HOUSEHOLD_SIZE",
      "kind": "count",
      "required": false,
      "min": 0,
      "max": 20
    },
    "children": {
      "class": "HOUSEHOLD_SIZE",
      "kind": "count",
      "required": false,
      "min": 0,
      "max": 20
    },
    "accessibleHome": {
      "class": "HOUSEHOLD_SIZE",
      "kind": "flag",
      "required": false
    },
    "householdNote": {
      "class": "HOUSEHOLD",
      "kind": "text",
      "required": false,
      "max": 1000
    },
    "incomeSource": {
      "class": "INCOME",
      "kind": "choice",
      "required": false,
      "values": [
        "WAGE",
        "SELF_EMPLOYED",
        "UNEMPLOYMENT",
        "SICKNESS",
        "LIVING_WAGE",
        "PENSION",
        "OTHER",
        "NONE"
      ]
    },
    "incomeNote": {
      "class": "INCOME",
      "kind": "text",
      "required": false,
      "max": 500
    },
    "meetsIncomeCondition": {
      "class": "INCOME_CONDITION",
      "kind": "flag",
      "required": false
    },
    "lowestIncomeCategory": {
      "class": "INCOME_CATEGORY",
      "kind": "flag",
      "required": false
    },
    "incomeProofOn": {
      "class": "INCOME_CATEGORY",
      "kind": "day",
      "required": false
    },
    "debtsNote": {
      "class": "DEBTS",
      "kind": "text",
      "required": false,
      "max": 1000
    },
    "housingSituation": {
      "class": "HOUSING",
      "kind": "choice",
      "required": false,
      "values": [
        "PRIVATE_RENT",
        "SOCIAL_RENT",
        "OWNER",
        "WITH_FAMILY_OR_FRIENDS",
        "SHELTER",
        "INSTITUTION",
        "HOMELESS",
        "OTHER"
      ]
    },
    "housingNote": {
      "class": "HOUSING",
      "kind": "text",
      "required": false,
      "max": 1000
    },
    "housingWishes": {
      "class": "HOUSING_WISHES",
      "kind": "text",
      "required": false,
      "max": 1000
    },
    "pastTenancyNote": {
      "class": "HOUSING_WISHES",
      "kind": "text",
      "required": false,
      "max": 500
    },
    "heating": {
      "class": "HOUSING_TECHNICAL",
      "kind": "choice",
      "required": false,
      "values": [
        "GAS",
        "OIL",
        "ELECTRIC",
        "WOOD_OR_PELLETS",
        "COAL",
        "NONE",
        "UNKNOWN"
      ]
    },
    "homeNote": {
      "class": "HOUSING_TECHNICAL",
      "kind": "text",
      "required": false,
      "max": 1000
    }
  },
  "Answer": {
    "id": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "version": {
      "class": "CORE",
      "kind": "count",
      "required": true
    },
    "dossierId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "partnerId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "fromPartnerId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "state": {
      "class": "CORE",
      "kind": "choice",
      "required": true,
      "values": [
        "NEW",
        "RECEIVED",
        "INFO_REQUESTED",
        "ACCEPTED",
        "IN_PROGRESS",
        "FEEDBACK_GIVEN",
        "CLOSED",
        "REJECTED",
        "REDIRECTED",
        "EXPIRED",
        "REOPENED",
        "WITHDRAWN",
        "STOPPED",
        "KEPT"
      ]
    },
    "deliveredAt": {
      "class": "CORE",
      "kind": "moment",
      "required": true
    },
    "readAt": {
      "class": "CORE",
      "kind": "moment",
      "required": false
    },
    "termFrom": {
      "class": "CORE",
      "kind": "moment",
      "required": false
    },
    "due": {
      "class": "CORE",
      "kind": "moment",
      "required": false
    },
    "contactPersonId": {
      "class": "CORE",
      "kind": "id",
      "required": false
    },
    "contactName": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 200
    },
    "acceptedAt": {
      "class": "CORE",
      "kind": "moment",
      "required": false
    },
    "endedAt": {
      "class": "CORE",
      "kind": "moment",
      "required": false
    },
    "contentVersion": {
      "class": "CORE",
      "kind": "count",
      "required": true,
      "min": 0,
      "max": 2000000000
    },
    "contentAt": {
      "class": "CORE",
      "kind": "moment",
      "required": false
    },
    "fellowIds": {
      "class": "CORE",
      "kind": "list",
      "required": true
    },
    "redirectPartnerId": {
      "class": "OUTCOME",
      "kind": "id",
      "required": false
    },
    "rejectReason": {
      "class": "OUTCOME",
      "kind": "text",
      "required": false,
      "max": 200
    },
    "rejectText": {
      "class": "OUTCOME",
      "kind": "text",
      "required": false,
      "max": 1000
    },
    "advice": {
      "class": "OUTCOME",
      "kind": "text",
      "required": false,
      "max": 1000
    },
    "keptGround": {
      "class": "OUTCOME",
      "kind": "text",
      "required": false,
      "max": 2000
    }
  },
  "ReferralPerson": {
    "id": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "version": {
      "class": "CORE",
      "kind": "count",
      "required": true
    },
    "relation": {
      "class": "CORE",
      "kind": "choice",
      "required": true,
      "values": [
        "PARTNER",
        "CHILD",
        "PARENT",
        "OTHER"
      ]
    },
    "givenName": {
      "class": "IDENTITY",
      "kind": "text",
      "required": true,
      "max": 80
    },
    "familyName": {
      "class": "IDENTITY",
      "kind": "text",
      "required": true,
      "max": 80
    },
    "birthDate": {
      "class": "IDENTITY",
      "kind": "day",
      "required": false
    },
    "leftOut": {
      "class": "CORE",
      "kind": "flag",
      "required": true
    }
  },
  "AccessRequest": {
    "id": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "version": {
      "class": "CORE",
      "kind": "count",
      "required": true
    },
    "partnerId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "toPartnerId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "state": {
      "class": "CORE",
      "kind": "choice",
      "required": true,
      "values": [
        "ASKED",
        "GRANTED",
        "REFUSED",
        "LAPSED"
      ]
    },
    "classes": {
      "class": "CORE",
      "kind": "list",
      "required": true,
      "values": [
        "CORE",
        "IDENTITY",
        "CONTACT",
        "ADDRESS",
        "HOUSEHOLD",
        "HOUSEHOLD_SIZE",
        "INCOME",
        "INCOME_CONDITION",
        "INCOME_CATEGORY",
        "DEBTS",
        "HEALTH",
        "JUDICIAL",
        "HOUSING",
        "HOUSING_WISHES",
        "HOUSING_TECHNICAL",
        "OUTCOME",
        "PRIVATE_NOTE",
        "PROGRESS",
        "MESSAGE"
      ]
    },
    "reason": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 1000
    },
    "until": {
      "class": "CORE",
      "kind": "day",
      "required": true
    },
    "askedAt": {
      "class": "CORE",
      "kind": "moment",
      "required": true
    },
    "askedBy": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 120
    },
    "decidedAt": {
      "class": "CORE",
      "kind": "moment",
      "required": false
    },
    "decidedBy": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 120
    },
    "decision": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 1000
    }
  },
  "Client": {
    "id": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "version": {
      "class": "CORE",
      "kind": "count",
      "required": true
    },
    "openedAt": {
      "class": "CORE",
      "kind": "moment",
      "required": true
    },
    "sourceReferralId": {
      "class": "CORE",
      "kind": "id",
      "required": false
    },
    "sourcePartnerId": {
      "class": "CORE",
      "kind": "id",
      "required": false
    },
    "addressProtected": {
      "class": "CORE",
      "kind": "flag",
      "required": true
    },
    "transferredTo": {
      "class": "CORE",
      "kind": "id",
      "required": false
    },
    "transferredAt": {
      "class": "CORE",
      "kind": "moment",
      "required": false
    },
    "givenName": {
      "class": "IDENTITY",
      "kind": "text",
      "required": true,
      "max": 80
    },
    "familyName": {
      "class": "IDENTITY",
      "kind": "text",
      "required": true,
      "max": 80
    },
    "birthDate": {
      "class": "IDENTITY",
      "kind": "day",
      "required": false
    },
    "cirNumber": {
      "class": "IDENTITY",
      "kind": "text",
      "required": false,
      "max": 20
    },
    "phone": {
      "class": "CONTACT",
      "kind": "text",
      "required": false,
      "max": 30
    },
    "email": {
      "class": "CONTACT",
      "kind": "text",
      "required": false,
      "max": 120
    },
    "street": {
      "class": "ADDRESS",
      "kind": "text",
      "required": false,
      "max": 120
    },
    "postcode": {
      "class": "ADDRESS",
      "kind": "text",
      "required": false,
      "max": 10
    },
    "municipality": {
      "class": "ADDRESS",
      "kind": "text",
      "required": false,
      "max": 80
    },
    "language": {
      "class": "CONTACT",
      "kind": "text",
      "required": false,
      "max": 60
    },
    "contactNote": {
      "class": "CONTACT",
      "kind": "text",
      "required": false,
      "max": 300
    },
    "adults": {
      "class": "HOUSEHOLD_SIZE",
      "kind": "count",
      "required": false,
      "min": 0,
      "max": 20
    },
    "children": {
      "class": "HOUSEHOLD_SIZE",
      "kind": "count",
      "required": false,
      "min": 0,
      "max": 20
    },
    "householdNote": {
      "class": "HOUSEHOLD",
      "kind": "text",
      "required": false,
      "max": 1000
    },
    "representativeName": {
      "class": "IDENTITY",
      "kind": "text",
      "required": false,
      "max": 120
    },
    "representativeKind": {
      "class": "IDENTITY",
      "kind": "choice",
      "required": false,
      "values": [
        "ADMINISTRATOR",
        "GUARDIAN",
        "PARENT"
      ]
    },
    "representativeFor": {
      "class": "IDENTITY",
      "kind": "choice",
      "required": false,
      "values": [
        "GOODS",
        "PERSON",
        "BOTH"
      ]
    },
    "representativeScope": {
      "class": "IDENTITY",
      "kind": "text",
      "required": false,
      "max": 300
    },
    "representativeUntil": {
      "class": "IDENTITY",
      "kind": "day",
      "required": false
    },
    "representativePhone": {
      "class": "CONTACT",
      "kind": "text",
      "required": false,
      "max": 30
    }
  },
  "Note": {
    "id": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "version": {
      "class": "CORE",
      "kind": "count",
      "required": true
    },
    "dossierId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "partnerId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "authorId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "dataClass": {
      "class": "CORE",
      "kind": "choice",
      "required": true,
      "values": [
        "CORE",
        "IDENTITY",
        "CONTACT",
        "ADDRESS",
        "HOUSEHOLD",
        "HOUSEHOLD_SIZE",
        "INCOME",
        "INCOME_CONDITION",
        "INCOME_CATEGORY",
        "DEBTS",
        "HEALTH",
        "JUDICIAL",
        "HOUSING",
        "HOUSING_WISHES",
        "HOUSING_TECHNICAL",
        "OUTCOME",
        "PRIVATE_NOTE",
        "PROGRESS",
        "MESSAGE"
      ]
    },
    "body": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 4000
    },
    "changedAt": {
      "class": "CORE",
      "kind": "moment",
      "required": true
    },
    "room": {
      "class": "CORE",
      "kind": "choice",
      "required": false,
      "values": [
        "RENTER",
        "LANDLORD"
      ]
    }
  },
  "OwnNumber": {
    "id": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "version": {
      "class": "CORE",
      "kind": "count",
      "required": true
    },
    "number": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 60
    }
  },
  "Recusal": {
    "id": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "version": {
      "class": "CORE",
      "kind": "count",
      "required": true
    },
    "personId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "personName": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 120
    },
    "reason": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 300
    },
    "since": {
      "class": "CORE",
      "kind": "moment",
      "required": true
    },
    "setBy": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 120
    },
    "liftedAt": {
      "class": "CORE",
      "kind": "moment",
      "required": false
    }
  },
  "Person": {
    "id": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "version": {
      "class": "CORE",
      "kind": "count",
      "required": true
    },
    "partnerId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "name": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 120
    },
    "active": {
      "class": "CORE",
      "kind": "flag",
      "required": true
    },
    "username": {
      "class": "CONTACT",
      "kind": "text",
      "required": true,
      "max": 80
    },
    "email": {
      "class": "CONTACT",
      "kind": "text",
      "required": true,
      "max": 254
    },
    "mailRefusedAt": {
      "class": "CONTACT",
      "kind": "moment",
      "required": true
    }
  },
  "Mandate": {
    "id": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "version": {
      "class": "CORE",
      "kind": "count",
      "required": true
    },
    "partnerId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "personId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "role": {
      "class": "CORE",
      "kind": "choice",
      "required": true,
      "values": [
        "SOCIAL_WORKER",
        "HOUSING_COUNSELLOR",
        "TENANCY_OFFICER",
        "ENERGY_ADVISER",
        "COORDINATOR",
        "SIGNATORY",
        "PARTNER_ADMIN",
        "DPO",
        "PLATFORM_ADMIN"
      ]
    },
    "municipality": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 80
    },
    "political": {
      "class": "CORE",
      "kind": "flag",
      "required": true
    },
    "since": {
      "class": "CORE",
      "kind": "day",
      "required": true
    },
    "until": {
      "class": "CORE",
      "kind": "day",
      "required": false
    }
  },
  "ExchangeProtocol": {
    "id": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "version": {
      "class": "CORE",
      "kind": "count",
      "required": true
    },
    "fromPartnerId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "toPartnerId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "state": {
      "class": "CORE",
      "kind": "choice",
      "required": true,
      "values": [
        "DRAFT",
        "DPO_ADVICE",
        "SIGNED",
        "PUBLISHED",
        "ENDED"
      ]
    },
    "purpose": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 200
    },
    "classes": {
      "class": "CORE",
      "kind": "list",
      "required": true,
      "values": [
        "CORE",
        "IDENTITY",
        "CONTACT",
        "ADDRESS",
        "HOUSEHOLD",
        "HOUSEHOLD_SIZE",
        "INCOME",
        "INCOME_CONDITION",
        "INCOME_CATEGORY",
        "DEBTS",
        "HEALTH",
        "JUDICIAL",
        "HOUSING",
        "HOUSING_WISHES",
        "HOUSING_TECHNICAL",
        "OUTCOME",
        "PRIVATE_NOTE",
        "PROGRESS",
        "MESSAGE"
      ]
    },
    "legalBasis": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 1000
    },
    "frequency": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 1000
    },
    "security": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 2000
    },
    "retention": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 1000
    },
    "validFrom": {
      "class": "CORE",
      "kind": "day",
      "required": true
    },
    "validTo": {
      "class": "CORE",
      "kind": "day",
      "required": false
    },
    "fromAdviceOn": {
      "class": "CORE",
      "kind": "day",
      "required": false
    },
    "fromAdviceBy": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 120
    },
    "fromAdvicePositive": {
      "class": "CORE",
      "kind": "flag",
      "required": false
    },
    "fromAdviceText": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 2000
    },
    "fromSignedOn": {
      "class": "CORE",
      "kind": "day",
      "required": false
    },
    "fromSignedBy": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 120
    },
    "toAdviceOn": {
      "class": "CORE",
      "kind": "day",
      "required": false
    },
    "toAdviceBy": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 120
    },
    "toAdvicePositive": {
      "class": "CORE",
      "kind": "flag",
      "required": false
    },
    "toAdviceText": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 2000
    },
    "toSignedOn": {
      "class": "CORE",
      "kind": "day",
      "required": false
    },
    "toSignedBy": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 120
    },
    "publicationUrl": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 500
    },
    "endedOn": {
      "class": "CORE",
      "kind": "day",
      "required": false
    },
    "endedReason": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 1000
    }
  },
  "CooperationProtocol": {
    "id": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "version": {
      "class": "CORE",
      "kind": "count",
      "required": true
    },
    "partnerId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "companyId": {
      "class": "CORE",
      "kind": "id",
      "required": true
    },
    "edition": {
      "class": "CORE",
      "kind": "count",
      "required": true,
      "min": 1,
      "max": 1000
    },
    "state": {
      "class": "CORE",
      "kind": "choice",
      "required": true,
      "values": [
        "NEGOTIATION",
        "SIGNED",
        "ACTIVE",
        "UNDER_REVIEW",
        "ENDED"
      ]
    },
    "validFrom": {
      "class": "CORE",
      "kind": "day",
      "required": true
    },
    "validTo": {
      "class": "CORE",
      "kind": "day",
      "required": false
    },
    "text": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 40000
    },
    "title": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 200
    },
    "municipalities": {
      "class": "CORE",
      "kind": "list",
      "required": true
    },
    "hash": {
      "class": "CORE",
      "kind": "text",
      "required": true,
      "max": 64
    },
    "partnerSignedBy": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 120
    },
    "partnerSignedAs": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 120
    },
    "partnerSignedAt": {
      "class": "CORE",
      "kind": "moment",
      "required": false
    },
    "partnerSignedHash": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 64
    },
    "companySignedBy": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 120
    },
    "companySignedAs": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 120
    },
    "companySignedAt": {
      "class": "CORE",
      "kind": "moment",
      "required": false
    },
    "companySignedHash": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 64
    },
    "endedOn": {
      "class": "CORE",
      "kind": "day",
      "required": false
    },
    "endedReason": {
      "class": "CORE",
      "kind": "text",
      "required": false,
      "max": 1000
    }
  }
} as const;

/** Classes that are a part of another: who gets the whole gets each part of it. */
export const PART_OF: { readonly [part: string]: string | undefined } = {"HOUSEHOLD_SIZE":"HOUSEHOLD","INCOME_CONDITION":"INCOME","INCOME_CATEGORY":"INCOME","HOUSING_WISHES":"HOUSING","HOUSING_TECHNICAL":"HOUSING"};
